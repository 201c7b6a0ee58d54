import { askDaily, type DailyDeps } from './ask-daily.ts'
import type { JobHandler } from './catalog.ts'
import type { JobDeps } from './deps.ts'

/** Asks for it in every connected portal whose time of the day has come. */
export function createDrift(deps: DailyDeps): JobHandler<'drift'> {
  return () => askDaily(deps, 'drift', 'check-drift')
}

/** Whether the people who come in, and what becomes of them, are still as the models expect. */
export function createCheckDrift({ checkDrift }: JobDeps): JobHandler<'check-drift'> {
  return async ({ portal }) => {
    await checkDrift(portal)
  }
}
