import { troubleOf } from '#jobs/portal-trouble.ts'
import { approveAllowList } from './approve-allow-list.ts'
import { eraseRecord } from './erase-record.ts'
import { explainedObject, explainRecord, findPerson } from './explain-record.ts'
import type { PortalService, PortalStanding } from './http/api/services.ts'
import { troubleWords } from './portal-trouble-words.ts'
import type { Portal, PortalId } from './ports.ts'
import { serialiseAllowList } from './privacy/allow-list-file/serialise-allow-list.ts'
import { retryParked } from './retry-parked.ts'
import type { Runtime } from './runtime.ts'
import { requestSync } from './sync-portal.ts'

/** What the commands do with portals, for the API. */
export function createPortalService(runtime: Runtime): PortalService {
  const { store } = runtime
  const known = async (portal: PortalId): Promise<Portal> => store.portals.require(portal)
  return {
    list: async () =>
      Promise.all((await store.portals.list()).map((portal) => standingOf(runtime, portal))),
    get: async (id) => {
      const standing = await standingOf(runtime, await known(id))
      const { waiting: toRead } = await store.marks.pending(id)
      const parked = await store.parked.groups(id)
      return { ...standing, toRead, parked, trouble: await troubleOf(store, id) }
    },
    parked: async (portal, { code, after, limit }) => {
      await known(portal)
      return store.parked.list(portal, { code, limit, after })
    },
    retryParked: (portal, code, by) => retryParked(runtime, portal, { code, by }),
    ...allowListParts(runtime),
    ledger: async (portal, { limit, before }) => {
      await known(portal)
      return store.ledger.list({ portal, limit, ...(before === undefined ? {} : { before }) })
    },
    exportLedger: async (portal) => {
      await known(portal)
      return store.ledger.export(portal)
    },
    ...recordParts(runtime),
    sync: async (portal, { full }, by) => {
      await known(portal)
      const action = full ? 'full-sync-requested' : 'sync-requested'
      await requestSync(runtime, portal, full)
      await store.ledger.append(portal, { kind: 'admin', actor: by, action })
    },
  }
}

function allowListParts(runtime: Runtime): Pick<PortalService, 'allowList' | 'approveAllowList'> {
  const { store } = runtime
  return {
    allowList: async (portal) => {
      await store.portals.require(portal)
      const list = await runtime.allowListFor(portal)
      const approvals = (await store.allowLists.history(portal)).map(
        ({ version, approvedBy, approvedAt }) => ({ version, approvedBy, approvedAt }),
      )
      return { crm: list.crm, version: list.version, text: serialiseAllowList(list), approvals }
    },
    approveAllowList: async (portal, list, by) => {
      await store.portals.require(portal)
      return approveAllowList(runtime, portal, { ...list, by })
    },
  }
}

function recordParts(runtime: Runtime): Pick<PortalService, 'explain' | 'erase'> {
  const { store } = runtime
  return {
    explain: async (portal, ref, role) => {
      await store.portals.require(portal)
      const person = await findPerson(runtime, portal, [ref])
      return explainedObject(await explainRecord(runtime, portal, person, { role }))
    },
    erase: async (portal, ref, by) => {
      await store.portals.require(portal)
      const action = 'erase-requested'
      await store.ledger.append(portal, { kind: 'admin', actor: by, action, records: [ref] })
      const erased = await eraseRecord(runtime, portal, ref)
      const remains = await Promise.all(
        [ref, ...erased.heirs].map((one) => store.erasure.remains(portal, one)),
      )
      return { ...erased, remains: remains.flat() }
    },
  }
}

async function standingOf({ store }: Runtime, portal: Portal): Promise<PortalStanding> {
  const { id, crm, name, timeZone, sandbox, status, statusReason } = portal
  const tally = await store.intents.tally(id)
  const told = { id, crm, name, timeZone, sandbox, status, statusReason }
  return { ...told, tally, words: troubleWords(portal) }
}
