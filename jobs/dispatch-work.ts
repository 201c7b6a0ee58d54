import type { JobHandler } from './catalog.ts'
import type { JobDeps } from './deps.ts'
import { chunksOf } from './save-records.ts'
import { accountsWait } from './score-accounts.ts'

const CLAIM = 1_000
const READ_BATCH = 100
/** How long the ids of one dispatch belong to its jobs; after it, a wiped Redis is made good. */
const LEASE_MS = 60_000

/** Turns what Postgres says is to be done into jobs; may run at any time, any number of times. */
export function createDispatchWork(deps: JobDeps): JobHandler<'dispatch-work'> {
  return async ({ portal }, { signal }) => {
    while (!signal.aborted) {
      const marks = await deps.store.marks.claim(portal, { limit: CLAIM, leaseMs: LEASE_MS })
      for (const batch of chunksOf(marks, READ_BATCH)) {
        await deps.queue.add('refresh-records', { portal, marks: [...batch] })
      }
      if (marks.length < CLAIM) break
    }
    if ((await deps.store.intents.due(portal, deps.now(), 1)).length > 0) {
      await deps.queue.add('rescore-due', { portal })
    }
    if (await accountsWait(deps, portal)) await deps.queue.add('score-accounts', { portal })
    if ((await deps.store.intents.claimable(portal)).length > 0) {
      await deps.queue.add('write-intents', { portal })
    }
  }
}
