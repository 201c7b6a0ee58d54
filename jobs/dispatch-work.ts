import type { JobHandler } from './catalog.ts'
import type { JobDeps } from './deps.ts'
import { dispatchRun } from './dispatch-run.ts'
import { isResting } from './portal-trouble.ts'
import { accountsWait } from './score-accounts.ts'
import { isWritingBulk } from './write-bulk.ts'

/** Turns what Postgres says is to be done into jobs; may run at any time, any number of times. */
export function createDispatchWork(deps: JobDeps): JobHandler<'dispatch-work'> {
  return async ({ portal }) => {
    const { store, queue } = deps
    if (await isResting(deps, portal)) return
    if ((await store.marks.pending(portal)).waiting > 0) {
      await queue.add('refresh-records', { portal })
    }
    if ((await store.intents.due(portal, deps.now(), 1)).length > 0) {
      await queue.add('rescore-due', { portal })
    }
    if (await accountsWait(deps, portal)) await queue.add('score-accounts', { portal })
    if ((await store.intents.claimable(portal)).length > 0) {
      await queue.add('write-intents', { portal })
    }
    if (await isWritingBulk(store, portal)) await queue.add('write-bulk', { portal })
    await dispatchRun(deps, portal)
    if (await store.analyses.waiting(portal)) await queue.add('analyse', { portal })
  }
}
