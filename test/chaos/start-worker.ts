import { createHandlers } from '#jobs/handlers.ts'
import { keepSchedules } from '#jobs/schedules.ts'
import { createWorker } from '#jobs/worker.ts'
import { loadAccountModel } from '#src/account-model.ts'
import { createAccountDecider } from '#src/decision/decide-account.ts'
import type { Runtime } from '#src/runtime.ts'
import { DECIDED_AT } from './clock.ts'

/** Jobs that decide what stands on a record. */
const DECIDING = [
  'backfill-portal',
  'refresh-records',
  'rescore-due',
  'score-accounts',
  'run',
] as const

/**
 * What `runtime.startWork` starts, but decisions are taken at one instant while time goes on for
 * retries, leases and polls.
 */
export async function startWorker(runtime: Runtime): Promise<{ close(): Promise<void> }> {
  const { store, queue, redis, deciders, shipped, connectorFor, log, now } = runtime
  const accounts = await loadAccountModel()
  const accountDecider = createAccountDecider({ accounts, audienceOf: shipped.audienceOf })
  const checkDrift = async () => undefined
  const workOutAnalysis = async () => Promise.reject(new Error('nobody asks for analyses here'))
  const parts = { store, queue, connectorFor, accountDecider, log, now, checkDrift }
  const deps = { ...deciders, ...parts, workOutAnalysis }
  const deciding = createHandlers({ ...deps, now: () => DECIDED_AT })
  const handlers = {
    ...createHandlers(deps),
    ...Object.fromEntries(DECIDING.map((name) => [name, deciding[name]])),
  }
  const worker = createWorker({ connection: redis, handlers, log, concurrency: 6 })
  const stop = await keepSchedules(queue, () => undefined)
  return {
    close: async () => {
      stop()
      await worker.close()
    },
  }
}
