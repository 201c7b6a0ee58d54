import type { Selectable } from 'kysely'
import { PermanentError } from '../errors.ts'
import type { AccessRepository, AccessToken } from './access-repositories.ts'
import { appendEntries } from './ledger-repository.ts'
import type { Tables } from './tables.ts'
import { inUnit, type StoreContext } from './unit-of-work.ts'

/** As the ledger takes names: letters first, so that no telephone number is one. */
const NAME = /^[A-Za-z][A-Za-z0-9_.-]{0,59}$/
/** Names the ledger has for others; nobody shall pass for them. */
const RESERVED: ReadonlySet<string> = new Set(['operator', 'leadwell', 'admin-token'])
/** A script asks many times a second; that it is in use needs no write each time. */
const USED_WITHIN_MS = 60_000

export function createAccessRepository(context: StoreContext): AccessRepository {
  const { db, now } = context
  return {
    createToken: (token) => createToken(context, token),
    revokeToken: (name, by) => revokeToken(context, name, by),
    listTokens: async () =>
      (await db.selectFrom('access_tokens').selectAll().orderBy('name').execute()).map(toToken),
    useToken: async (hash) => {
      const row = await db
        .selectFrom('access_tokens')
        .selectAll()
        .where('hash', '=', Buffer.from(hash))
        .where('revoked_at', 'is', null)
        .executeTakeFirst()
      if (row === undefined) return undefined
      if ((row.last_used_at ?? -Infinity) + USED_WITHIN_MS <= now()) {
        const used = { last_used_at: now() }
        await db.updateTable('access_tokens').set(used).where('name', '=', row.name).execute()
      }
      return toToken(row)
    },
    startSession: (session) => startSession(context, session),
    findSession: async (hash) => {
      const row = await db
        .selectFrom('access_sessions')
        .selectAll()
        .where('hash', '=', Buffer.from(hash))
        .where('expires_at', '>', now())
        .executeTakeFirst()
      return row && { tokenHash: row.token_hash, expiresAt: row.expires_at }
    },
    endSession: (hash, by) => endSession(context, hash, by),
  }
}

async function createToken(
  context: StoreContext,
  { name, role, hash, by }: Parameters<AccessRepository['createToken']>[0],
): Promise<AccessToken> {
  if (!NAME.test(name) || RESERVED.has(name)) throw invalidName()
  return inUnit(context, async (unit) => {
    const row = await unit.db
      .insertInto('access_tokens')
      .values({ name, role, hash: Buffer.from(hash), created_by: by, created_at: unit.now() })
      .onConflict((conflict) => conflict.column('name').doNothing())
      .returningAll()
      .executeTakeFirst()
    if (row === undefined) throw takenName(name)
    await note(unit, 'token-created', by, { token: name, role })
    return toToken(row)
  })
}

function revokeToken(context: StoreContext, name: string, by: string): Promise<AccessToken> {
  return inUnit(context, async (unit) => {
    const row = await unit.db
      .updateTable('access_tokens')
      .set({ revoked_at: unit.now() })
      .where('name', '=', name)
      .where('revoked_at', 'is', null)
      .returningAll()
      .executeTakeFirst()
    if (row === undefined) throw unknownToken()
    await unit.db.deleteFrom('access_sessions').where('token_hash', '=', row.hash).execute()
    await note(unit, 'token-revoked', by, { token: name })
    return toToken(row)
  })
}

function startSession(
  context: StoreContext,
  { hash, tokenHash, expiresAt, by }: Parameters<AccessRepository['startSession']>[0],
): Promise<void> {
  return inUnit(context, async (unit) => {
    await unit.db.deleteFrom('access_sessions').where('expires_at', '<=', unit.now()).execute()
    const hashes = { hash: Buffer.from(hash), token_hash: Buffer.from(tokenHash) }
    await unit.db
      .insertInto('access_sessions')
      .values({ ...hashes, expires_at: expiresAt })
      .execute()
    await note(unit, 'session-started', by)
  })
}

function endSession(context: StoreContext, hash: Uint8Array, by: string): Promise<void> {
  return inUnit(context, async (unit) => {
    const gone = await unit.db
      .deleteFrom('access_sessions')
      .where('hash', '=', Buffer.from(hash))
      .executeTakeFirst()
    if (gone.numDeletedRows > 0n) await note(unit, 'session-ended', by)
  })
}

function note(
  context: StoreContext,
  action: string,
  actor: string,
  detail: Readonly<Record<string, string>> = {},
): Promise<void> {
  return appendEntries(context, undefined, [{ kind: 'admin', actor, action, detail }])
}

function toToken(row: Selectable<Tables['access_tokens']>): AccessToken {
  return {
    name: row.name,
    role: row.role,
    createdBy: row.created_by,
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at ?? undefined,
    revokedAt: row.revoked_at ?? undefined,
  }
}

function invalidName(): PermanentError {
  return new PermanentError(
    'token-name-invalid',
    'A token needs a name of its own: a letter, then up to 59 letters, digits, dots, dashes or underscores.',
    'Name it after who or what uses it, such as nightly-export or maria.lopez.',
  )
}

function takenName(name: string): PermanentError {
  return new PermanentError(
    'token-name-taken',
    `There is or was a token ${name}; the ledger names people by it, so it is not given twice.`,
    'Take another name.',
  )
}

function unknownToken(): PermanentError {
  return new PermanentError(
    'token-unknown',
    'There is no token of that name, or it was revoked before.',
    'List the tokens there are with: leadwell token list',
  )
}
