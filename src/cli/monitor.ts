import { callFigures } from '#jobs/call-figures.ts'
import { countTriesIn } from '#src/api-services.ts'
import { createMonitorApp } from '#src/http/create-monitor-app.ts'
import type { MonitorDeps } from '#src/http/monitor-deps.ts'
import { type HttpServer, serve } from '#src/http/serve.ts'
import type { ProcessMetrics } from '#src/metrics/create-metrics.ts'
import { createScrape } from '#src/metrics/create-scrape.ts'
import type { Runtime } from '#src/runtime.ts'

/** Metrics and board of a process that serves HTTP: its own counts, and what all processes share. */
export function monitorOf(runtime: Runtime, metrics: ProcessMetrics): MonitorDeps {
  const { config, redis } = runtime
  const options = { redis, dailyShare: config.salesforceDailyShare }
  return {
    adminToken: config.adminToken,
    countTries: countTriesIn(redis),
    metrics,
    scrape: createScrape(metrics, {
      ...runtime,
      callsOf: (portal) => callFigures(options, portal),
    }),
    boardQueue: async () => (await import('#jobs/queue-board.ts')).createQueueBoard(redis),
  }
}

/** Health and own counts of a worker, which otherwise answers nobody. */
export async function serveMonitor(
  { config, store, log, redis }: Runtime,
  metrics: ProcessMetrics,
  port: number,
): Promise<HttpServer> {
  const { adminToken, publicUrl } = config
  const countTries = countTriesIn(redis)
  const monitor = { adminToken, countTries, metrics, scrape: createScrape(metrics, undefined) }
  const pingRedis = async () => void (await redis.ping())
  return await serve(createMonitorApp({ store, log, publicUrl, pingRedis, monitor }), port)
}
