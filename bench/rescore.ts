/**
 * Scoring all that is stored after a change of one rule: `npm run bench -- rescore [people] [embedded people]`.
 * A Postgres of its own; seeding is not timed. Beside it stand what the CRM's quota needs for the writes
 * that follow, and the same built the straightforward way, measured on few and scaled.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { forecastWrites, WRITE_RATES } from '#src/model-sets/write-forecast.ts'
import { startPostgres } from '#test/private-postgres.ts'

const STRAIGHTFORWARD = 2_000
const [, , , onServer = '1000000', embedded = '100000'] = process.argv

function run(file: string, ...args: readonly string[]): string {
  const path = fileURLToPath(new URL(`./rescore/${file}`, import.meta.url))
  return execFileSync(process.execPath, [path, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

/** A private app on Professional, and an app installed from the marketplace: 110 calls in 10 seconds. */
const RATE = WRITE_RATES.hubspot
const MARKETPLACE_RATE = { ...RATE, callsPerSecond: 11 }

interface Figures {
  readonly people: number
  readonly changed: number
  readonly seconds: number
  readonly rss_mb: number
}

function measure(place: string, people: string): Figures {
  run('seed.ts', place, people)
  const load = loadavg()[0]
  const measured = JSON.parse(run('measure.ts', place))
  const writes = { contact: measured.changed }
  const { calls, minutes } = forecastWrites({ writes }, RATE)
  const local = measured.seconds / (minutes * 60)
  const figures = {
    ...measured,
    crm_calls: calls,
    crm_minutes: minutes,
    crm_minutes_marketplace_app: forecastWrites({ writes }, MARKETPLACE_RATE).minutes,
    local_share_of_crm: Math.round(local * 100) / 100,
  }
  process.stdout.write(`${JSON.stringify({ ...figures, load })}\n`)
  return figures
}

/** Every record read and every record written, whether it differs or not. */
function straightforward(people: number): object {
  const { seconds, calls } = JSON.parse(run('straightforward.ts', String(STRAIGHTFORWARD)))
  const times = people / STRAIGHTFORWARD
  return {
    measured_people: STRAIGHTFORWARD,
    measured_seconds: seconds,
    people,
    seconds: Math.round(seconds * times),
    crm_calls: calls * times,
    crm_minutes: Math.round((calls * times) / RATE.callsPerSecond / 60),
  }
}

const folder = mkdtempSync(join(tmpdir(), 'leadwell-rescore-'))
const stops: (() => Promise<void>)[] = []
try {
  const result: Record<string, unknown> = { bench: 'rescore' }
  if (Number(onServer) > 0) {
    const figures = measure(await startPostgres(stops), onServer)
    result['postgres_1m'] = figures
    result['straightforward'] = straightforward(figures.people)
  }
  if (Number(embedded) > 0) result['pglite_100k'] = measure(folder, embedded)
  process.stdout.write(`${JSON.stringify(result)}\n`)
} finally {
  for (const stop of stops) await stop()
  rmSync(folder, { recursive: true, force: true })
}
