/**
 * One hour of traffic of 20 portals, one of them noisy, then without the noisy one:
 * `npm run bench -- load [minutes]`. Work counts as long as it takes, waiting is skipped. Redis and
 * Postgres of its own.
 */
import { loadavg } from 'node:os'
import { startPostgres } from '#test/private-postgres.ts'
import { HOUR_MS, NOISY_PORTAL } from './load/plan.ts'
import { printPortals, quietTimes, timesOfPortal } from './load/print-portals.ts'
import { type HourRun, runHour } from './load/run-hour.ts'

const minutes = Number(process.argv[2] === 'load' ? process.argv[3] : process.argv[2]) || 60
const forMs = (minutes * HOUR_MS) / 60

const alone = await run(false)
const noisy = await run(true)
printPortals(noisy, alone)
const quiet = quietTimes(noisy)
const without = quietTimes(alone)
const noise = timesOfPortal(noisy, NOISY_PORTAL.id)
const figures = {
  bench: 'load',
  minutes,
  quiet_events: quiet.count,
  quiet_p50_ms: quiet.total.p50,
  quiet_p95_ms: quiet.total.p95,
  quiet_max_ms: quiet.total.max,
  quiet_p95_without_noise_ms: without.total.p95,
  quiet_unread_p95_ms: quiet.waiting.p95,
  quiet_unread_p95_without_noise_ms: without.waiting.p95,
  quiet_unwritten: noisy.unwritten,
  noisy_events: noise.count,
  noisy_event_p95_ms: noise.total.p95,
  noisy_bulk_done: noisy.bulkDone,
  noisy_bulk_waiting: noisy.bulkWaiting,
  seconds: noisy.seconds,
  seconds_without_noise: alone.seconds,
  load: loadavg()[0],
}
process.stdout.write(`${JSON.stringify(figures)}\n`)

async function run(withNoise: boolean): Promise<HourRun> {
  const stops: (() => Promise<void>)[] = []
  try {
    return await runHour(await startPostgres(stops), { forMs, withNoise })
  } finally {
    for (const stop of stops) await stop()
  }
}
