import { setTimeout as sleep } from 'node:timers/promises'
import type { Redis } from 'ioredis'
import type { JobDeps } from '#jobs/deps.ts'
import { createHandlers } from '#jobs/handlers.ts'
import { keepListening } from '#jobs/keep-listening.ts'
import { keepSchedules } from '#jobs/schedules.ts'
import { createWorker } from '#jobs/worker.ts'
import type { Config } from './config.ts'
import type { ConnectorCache } from './connector-cache.ts'
import { errorCode } from './errors.ts'
import { withLogFields } from './log.ts'
import type { Metrics } from './metrics-port.ts'

export interface WorkDeps {
  readonly jobDeps: JobDeps
  readonly config: Config
  readonly redis: Redis
  readonly connectors: ConnectorCache
  readonly metrics: Metrics | undefined
  /** What is started is closed by these, in reverse. */
  readonly closers: (() => Promise<void>)[]
}

/** Takes jobs, keeps the schedules and hears what CRMs push. */
export async function startWork(deps: WorkDeps, concurrency: number): Promise<void> {
  const { jobDeps, redis, metrics, closers } = deps
  const { log, queue } = jobDeps
  const handlers = createHandlers(jobDeps)
  const counted = { observeJob: metrics?.jobs, withLogFields }
  const worker = createWorker({ connection: redis, handlers, log, concurrency, ...counted })
  closers.push(() => worker.close())
  const stop = await keepSchedules(queue, (error) =>
    log.warn('schedules not renewed', { code: errorCode(error) }),
  )
  closers.push(async () => stop())
  const listeners = listen(deps)
  closers.push(() => listeners.close())
}

function listen({ jobDeps, redis, connectors, config }: WorkDeps) {
  return keepListening({
    ...jobDeps,
    redis,
    random: Math.random,
    sleep: (ms, signal) => sleep(ms, undefined, { signal }).catch(() => undefined),
    streamOf: async (portal) => {
      const deps = await connectors.depsOf(portal, 'event')
      // gRPC is loaded where somebody has push switched on.
      const pubsub = await import('#connectors/salesforce/pubsub/push-source.ts')
      return pubsub.createPushSource({ ...deps, pubsubUrl: config.salesforcePubsubUrl })
    },
  })
}
