import type { JobHandler } from './catalog.ts'
import type { JobDeps } from './deps.ts'
import { scoreRecords } from './score-records.ts'

const BATCH = 500

/** Decay is continuous, but only records whose visible result changes now are touched. */
export function createRescoreDue(deps: JobDeps): JobHandler<'rescore-due'> {
  return async ({ portal }, { signal }) => {
    while (!signal.aborted) {
      const due = await deps.store.intents.due(portal, deps.now(), BATCH)
      // Whoever is not scored would be due again at once.
      if ((await scoreRecords(deps, portal, due, 'bulk')) === 0) break
    }
    await deps.queue.kick(portal)
  }
}
