/**
 * Scoring all that is stored after a change of one rule: `npm run bench -- rescore [people] [embedded people]`.
 * A Postgres of its own; seeding is not timed.
 */
import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { startPostgres } from '#test/private-postgres.ts'

const [, , , onServer = '1000000', embedded = '100000'] = process.argv

function run(file: string, ...args: readonly string[]): string {
  const path = fileURLToPath(new URL(`./rescore/${file}`, import.meta.url))
  return execFileSync(process.execPath, [path, ...args], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

interface Figures {
  readonly people: number
  readonly changed: number
  readonly seconds: number
  readonly rss_mb: number
}

function measure(place: string, people: string): Figures {
  run('seed.ts', place, people)
  const load = loadavg()[0]
  const figures = JSON.parse(run('measure.ts', place))
  process.stdout.write(`${JSON.stringify({ ...figures, load })}\n`)
  return figures
}

const folder = mkdtempSync(join(tmpdir(), 'leadwell-rescore-'))
const stops: (() => Promise<void>)[] = []
try {
  const result: Record<string, unknown> = { bench: 'rescore' }
  if (Number(onServer) > 0) result['postgres_1m'] = measure(await startPostgres(stops), onServer)
  if (Number(embedded) > 0) result['pglite_100k'] = measure(folder, embedded)
  process.stdout.write(`${JSON.stringify(result)}\n`)
} finally {
  for (const stop of stops) await stop()
  rmSync(folder, { recursive: true, force: true })
}
