import { dispatchRun } from '#jobs/dispatch-run.ts'
import { crmOf } from './crm-of.ts'
import type { RunService, RunStanding } from './http/api/services.ts'
import { WRITE_RATES } from './model-sets/write-forecast.ts'
import { progressOf, reportRun } from './run-report.ts'
import type { Runtime } from './runtime.ts'
import type { Run } from './store/model-repositories.ts'

/** More runs than this were never looked back on. */
const MOST_RUNS = 10_000

/** What the commands do with runs, for the API. */
export function createRunService(runtime: Runtime): RunService {
  const { store, now } = runtime
  return {
    list: async (portal, { limit, before = Infinity }) => {
      await store.portals.require(portal)
      const runs = await store.runs.list(portal, before === Infinity ? limit : MOST_RUNS)
      const page = runs.filter(({ id }) => id < before).slice(0, limit)
      return page.map((run) => standingOf(run, now()))
    },
    get: async (portal, id) => standingOf(await store.runs.get(portal, id), now()),
    report: async (portal, id) => {
      const { recordsPerCall: writeBatchSize } = WRITE_RATES[crmOf(portal)]
      const { run: _run, ...report } = await reportRun(runtime, { portal, id, writeBatchSize })
      return report
    },
    cancel: async (portal, id, by) => {
      await store.portals.require(portal)
      return standingOf(await store.runs.cancel(portal, id, by), now())
    },
    rescore: async (portal, by) => {
      await store.portals.require(portal)
      const run = await store.transaction(async ({ models, runs }) => {
        const model = await models.publishedVersion(portal)
        return runs.begin(portal, { kind: 'rescore', model, by })
      })
      // A run nobody could be told of is found by the next sweep.
      await dispatchRun(runtime, portal).catch(() => undefined)
      return standingOf(run, now())
    },
  }
}

export function standingOf({ portal: _portal, ...run }: Run, nowMs: number): RunStanding {
  const { rate, etaMs } = progressOf({ portal: _portal, ...run }, nowMs)
  const secondsLeft = etaMs === undefined ? null : Math.ceil(etaMs / 1000)
  return { ...run, perSecond: Math.round(rate * 10) / 10, secondsLeft }
}
