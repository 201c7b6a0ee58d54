import type { PortalId, RecordObject } from '#src/ports.ts'
import { withinRetention } from '#src/privacy/retention.ts'
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
    const looked = page.map((record) => ({
      record,
      kept: withinRetention(record, allowList, deps.now()),
    }))
    const gone = looked.filter(({ kept }) => kept === undefined).map(({ record }) => record)
    if (gone.length > 0) await forgetRecords(deps.store, portal, gone, 'retention')
    const less = looked.flatMap(({ record, kept }) =>
      kept === undefined || keepsAll(record, kept) ? [] : [kept],
    )
    if (less.length === 0) continue
    // Together: what is less already would not be found again, and stay scored by what is gone.
    await deps.store.transaction(async (store) => {
      await store.records.put(portal, less)
      await scoreRecords({ ...deps, store }, portal, less, 'bulk')
    })
  }
}
