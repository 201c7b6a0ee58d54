import { startPostgres } from '#test/private-postgres.ts'
import { quietTimes } from './print-portals.ts'
import { runHour } from './run-hour.ts'

const stops: (() => Promise<void>)[] = []
const t = performance.now()
const r = await runHour(await startPostgres(stops), {
  forMs: Number(process.argv[3]) * 60_000,
  withNoise: process.argv[2] === 'noise',
})
for (const stop of stops) await stop()
console.log(
  JSON.stringify([
    r.seconds,
    (performance.now() - t) / 1000,
    r.bulkDone,
    r.bulkWaiting,
    r.unwritten,
    quietTimes(r),
  ]),
)
