import { createHash, randomBytes } from 'node:crypto'
import { type Selectable, sql } from 'kysely'
import { PermanentError } from '../errors.ts'
import { CHAIN_START } from '../ledger/chain.ts'
import type { Credentials, Portal, PortalId } from '../ports.ts'
import { headSeal } from './head-seal.ts'
import { isSealedByNewest, openSecret, sealSecret } from './secrets.ts'
import type { PortalRepository } from './store.ts'
import type { Tables } from './tables.ts'
import { inUnit, type StoreContext } from './unit-of-work.ts'

export function createPortalRepository(context: StoreContext): PortalRepository {
  const { db, keys } = context
  const seal = (id: PortalId, credentials: Credentials): Buffer =>
    sealSecret(keys, id, JSON.stringify(credentials))

  const list = async (): Promise<readonly Portal[]> => {
    const rows = await db.selectFrom('portals').selectAll().orderBy('id').execute()
    return rows.map(toPortal)
  }

  const find = async (id: PortalId): Promise<Portal | undefined> => {
    const row = await db.selectFrom('portals').selectAll().where('id', '=', id).executeTakeFirst()
    return row && toPortal(row)
  }

  return {
    list,
    find,
    require: async (id) => (await find(id)) ?? unknownPortal(id, await list()),
    findByWebhookKey: async (key) => {
      // By their hashes, so that the time of the comparison tells nothing of the keys there are.
      const digest = createHash('sha256').update(key).digest()
      const keyDigest = sql<Buffer>`sha256(webhook_key::bytea)`
      const query = db.selectFrom('portals').selectAll().where(keyDigest, '=', digest)
      const row = await query.executeTakeFirst()
      return row && toPortal(row)
    },
    save: (portal, credentials) =>
      inUnit(context, (unit) => savePortal(unit, portal, seal(portal.id, credentials))),
    credentials: async (id) => {
      const query = db.selectFrom('portals').select('credentials').where('id', '=', id)
      // Within a transaction a read is the start of a change, so nobody may change it in between.
      const row = await (context.unit !== undefined ? query.forUpdate() : query).executeTakeFirst()
      if (row === undefined) return unknownPortal(id, await list())
      if (row.credentials === null) throw erased(id)
      return JSON.parse(openSecret(keys, id, row.credentials)) as Credentials
    },
    saveCredentials: async (id, credentials) => {
      const sealed = seal(id, credentials)
      await db.updateTable('portals').set({ credentials: sealed }).where('id', '=', id).execute()
    },
    resealCredentials: (id) =>
      inUnit(context, async (unit) => {
        // For update: a token refreshed meanwhile waits and is not lost.
        const query = unit.db.selectFrom('portals').select('credentials').where('id', '=', id)
        const sealed = (await query.forUpdate().executeTakeFirst())?.credentials ?? undefined
        if (sealed === undefined) return false
        const opened = openSecret(keys, id, sealed)
        if (isSealedByNewest(keys, sealed)) return false
        const renewed = sealSecret(keys, id, opened)
        const values = { credentials: renewed }
        await unit.db.updateTable('portals').set(values).where('id', '=', id).execute()
        return true
      }),
    setStatus: async (id, status, reason) => {
      const values = { status, status_reason: reason ?? null }
      await db.updateTable('portals').set(values).where('id', '=', id).execute()
    },
  }
}

type NewPortal = Parameters<PortalRepository['save']>[0]

/** A new portal gets what outlives it with its row: a salt of its own and the start of its chain. */
async function savePortal(
  { db, keys }: StoreContext,
  portal: NewPortal,
  credentials: Buffer,
): Promise<Portal> {
  const values = {
    crm: portal.crm,
    name: portal.name,
    time_zone: portal.timeZone,
    api_url: portal.apiUrl,
    sandbox: portal.sandbox,
    status: 'connected' as const,
    status_reason: null,
    credentials,
  }
  const { id } = portal
  const made = { id, webhook_key: randomBytes(24).toString('base64url'), salt: randomBytes(32) }
  const row = await db
    .insertInto('portals')
    .values({ ...made, ...values })
    .onConflict((conflict) => conflict.column('id').doUpdateSet(values))
    .returningAll()
    .executeTakeFirstOrThrow()
  if (row.webhook_key === made.webhook_key) {
    const head = { portal: id, seq: CHAIN_START.seq, hash: Buffer.from(CHAIN_START.hash) }
    await db
      .insertInto('ledger_heads')
      .values({ ...head, seal: headSeal(keys, id, head) })
      .execute()
  }
  return toPortal(row)
}

function toPortal(row: Selectable<Tables['portals']>): Portal {
  return {
    id: row.id,
    crm: row.crm,
    name: row.name,
    timeZone: row.time_zone,
    apiUrl: row.api_url,
    sandbox: row.sandbox,
    status: row.status,
    statusReason: row.status_reason ?? undefined,
    webhookKey: row.webhook_key,
  }
}

function unknownPortal(id: PortalId, known: readonly Portal[]): never {
  const names = known.map((portal) => portal.id).join(', ')
  throw new PermanentError(
    'portal-unknown',
    `No portal ${id} is connected.`,
    names === '' ? 'Connect one with: leadwell connect hubspot|salesforce' : `Connected: ${names}`,
  )
}

function erased(id: PortalId): PermanentError {
  return new PermanentError(
    'portal-erased',
    `The portal ${id} was disconnected and its credentials erased.`,
    'Connect it again with: leadwell connect hubspot|salesforce',
  )
}
