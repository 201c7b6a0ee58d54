import type { PortalId, RecordObject, SafeRecord } from '#src/ports.ts'
import { withinRetention } from '#src/privacy/retention.ts'
import type { Store } from '#src/store/store.ts'
import { allowListOf } from './allow-list-of.ts'
import type { JobContext, JobHandler } from './catalog.ts'
import type { JobDeps } from './deps.ts'
import { forgetRecords } from './forget-records.ts'
import { keepsAll } from './keeps-all.ts'
import { retainHistory } from './retain-history.ts'
import { scoreRecords } from './score-records.ts'

const PAGE = 500
const OBJECTS: readonly RecordObject[] = ['company', 'contact', 'lead']

/**
 * Goes through a portal's records and takes out what has been kept as long as it may, there and in the
 * history of their scores: single facts, old activities, whole records. Nothing is asked of the CRM; where a score stood it is emptied.
 */
export function createApplyRetention(deps: JobDeps): JobHandler<'apply-retention'> {
  return async ({ portal }, context) => {
    for (const object of OBJECTS) await retain(deps, { portal, object, context })
    await retainHistory(deps, portal, context)
    await deps.queue.kick(portal)
  }
}

/** Asks for it in every connected portal. */
export function createRetention(deps: JobDeps): JobHandler<'retention'> {
  return async () => {
    for (const { id, status } of await deps.store.portals.list()) {
      if (status === 'connected') await deps.queue.add('apply-retention', { portal: id })
    }
  }
}

interface Retained {
  readonly portal: PortalId
  readonly object: RecordObject
  readonly context: JobContext
}

async function retain(deps: JobDeps, { portal, object, context }: Retained): Promise<void> {
  const allowList = await allowListOf(deps.store, portal)
  let after: string | undefined
  while (!context.signal.aborted) {
    const page = await deps.store.records.page(portal, { object, after, limit: PAGE })
    if (page.length === 0) return
    after = page.at(-1)?.id
    const keep = (record: SafeRecord) => withinRetention(record, allowList, deps.now())
    const over = page.filter((record) => keep(record) === undefined)
    if (over.length > 0) await forgetOver(deps.store, portal, over, keep)
    const long = page.filter((record) => !keepsAll(record, keep(record) ?? record))
    if (long.length > 0) await shorten(deps, portal, long, keep)
  }
}

type Keep = (record: SafeRecord) => SafeRecord | undefined

/** Looked at again once nobody else can put them: whoever gave a sign of life since stays. */
async function forgetOver(
  store: Store,
  portal: PortalId,
  over: readonly SafeRecord[],
  keep: Keep,
): Promise<void> {
  await store.transaction(async (inner) => {
    await inner.intents.hold(portal, over)
    const held = await inner.records.hold(portal, over)
    const still = held.filter((record) => keep(record) === undefined)
    if (still.length > 0) await forgetRecords(inner, portal, still, 'retention')
  })
}

/** Put and scored together: what is less already would not be found again, and stay scored by what is gone. */
async function shorten(
  deps: JobDeps,
  portal: PortalId,
  long: readonly SafeRecord[],
  keep: Keep,
): Promise<void> {
  await deps.store.transaction(async (store) => {
    const held = await store.records.hold(portal, long)
    const less = held.flatMap((record) => {
      const kept = keep(record)
      return kept === undefined || keepsAll(record, kept) ? [] : [kept]
    })
    await store.records.put(portal, less)
    await scoreRecords({ ...deps, store }, portal, less, 'bulk')
  })
}
