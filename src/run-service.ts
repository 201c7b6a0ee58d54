import { beginRescore } from './begin-rescore.ts'
import type { RunService, RunStanding } from './http/api/services.ts'
import { progressOf, reportRun } from './run-report.ts'
import type { Runtime } from './runtime.ts'
import type { Run } from './store/model-repositories.ts'

/** What the commands do with runs, for the API. */
export function createRunService(runtime: Runtime): RunService {
  const { store, now } = runtime
  return {
    list: async (portal, page) => {
      await store.portals.require(portal)
      const runs = await store.runs.list(portal, page)
      return runs.map((run) => standingOf(run, now()))
    },
    get: async (portal, id) => standingOf(await store.runs.get(portal, id), now()),
    report: async (portal, id) => {
      const { run: _run, ...report } = await reportRun(runtime, { portal, id })
      return report
    },
    cancel: async (portal, id, by) => {
      await store.portals.require(portal)
      return standingOf(await store.runs.cancel(portal, id, by), now())
    },
    rescore: async (portal, by) => standingOf(await beginRescore(runtime, portal, by), now()),
  }
}

export function standingOf({ portal: _portal, ...run }: Run, nowMs: number): RunStanding {
  const { rate, etaMs } = progressOf({ portal: _portal, ...run }, nowMs)
  const secondsLeft = etaMs === undefined ? null : Math.ceil(etaMs / 1000)
  return { ...run, perSecond: Math.round(rate * 10) / 10, secondsLeft }
}
