/**
 * How many webhook events a second are taken in, with every mark durable before its answer:
 * `npm run bench -- intake [events]`, beside a bare node:http server that only checks the same signature.
 * Load and servers share this process, so both figures are lower than on machines of their own.
 */
import { createHttpApp } from '#src/http/create-http-app.ts'
import { serve } from '#src/http/serve.ts'
import { createLog } from '#src/log.ts'
import { createMetrics } from '#src/metrics/create-metrics.ts'
import { createScrape } from '#src/metrics/create-scrape.ts'
import { observeStore } from '#src/metrics/observe-store.ts'
import { startBareServer } from '#test/e2e/storm/bare-server.ts'
import { deliver } from '#test/e2e/storm/deliver.ts'
import { planStorm, type StormEvent } from '#test/e2e/storm/plan-storm.ts'
import { STORM_SECRET } from '#test/e2e/storm/run-storm.ts'
import { openStormPortal, PORTAL } from '#test/e2e/storm/storm-portal.ts'
import { startPostgres } from '#test/private-postgres.ts'
import { hundredths, timesOf } from './latency/times.ts'

const events = Number(process.argv[2] === 'intake' ? process.argv[3] : process.argv[2]) || 200_000
/** The first deliveries run code that is not compiled yet. */
const WARM_UP = 20_000
/** Sent one delivery at a time: what one takes when none waits for another. */
const ALONE = 20_000

const stops: (() => Promise<void>)[] = []
try {
  const storm = planStorm(events).disordered
  const bare = await measureBare(storm)
  const ours = await measureOurs(storm, await startPostgres(stops))
  const ratio = hundredths(ours.deliveryMs.p99 / bare.deliveryMs.p99)
  const figures = { bench: 'intake', events, bare, ours, p99Ratio: ratio }
  process.stdout.write(`${JSON.stringify(figures)}\n`)
} finally {
  for (const stop of stops) await stop()
}

async function measureBare(storm: readonly StormEvent[]) {
  const bare = await startBareServer(STORM_SECRET)
  const measured = await measure(storm, bare.url)
  await bare.close()
  return measured
}

/** The web role as it is started, metrics included; the work behind it is left to others. */
async function measureOurs(storm: readonly StormEvent[], databaseUrl: string) {
  const portal = await openStormPortal(databaseUrl, STORM_SECRET)
  const metrics = createMetrics(() => performance.now())
  const store = observeStore(portal.store, metrics, Date.now)
  const app = createHttpApp({
    store,
    log: createLog({ level: 'silent' }),
    now: Date.now,
    publicUrl: undefined,
    hubspotSecrets: () => [STORM_SECRET],
    kick: () => Promise.resolve(),
    poll: () => Promise.resolve(),
    pingRedis: () => Promise.resolve(),
    monitor: {
      adminToken: undefined,
      countTries: () => Promise.resolve({ count: 0, resetInMs: 0 }),
      metrics,
      scrape: createScrape(metrics, undefined),
    },
  })
  const server = await serve(app, 0)
  try {
    const measured = await measure(storm, `http://127.0.0.1:${server.port}/webhooks/hubspot`)
    const { waiting } = await portal.store.marks.pending(PORTAL)
    return { ...measured, marks: waiting }
  } finally {
    await server.close()
    await portal.close()
  }
}

async function measure(storm: readonly StormEvent[], url: string) {
  const options = { url, clientSecret: STORM_SECRET, lost: 0, beforeSending: () => undefined }
  const send = (some: readonly StormEvent[], inFlight = 10) =>
    deliver(some, { ...options, inFlight })
  await send(storm.slice(0, WARM_UP))
  const startedAt = performance.now()
  const { latencies, refused } = await send(storm)
  const seconds = (performance.now() - startedAt) / 1_000
  const alone = await send(storm.slice(0, ALONE), 1)
  return {
    aloneMs: timesOf(alone.latencies),
    eventsPerSecond: Math.round(storm.length / seconds),
    deliveriesPerSecond: Math.round(latencies.length / seconds),
    deliveryMs: timesOf(latencies),
    refused,
  }
}
