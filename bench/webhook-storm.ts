/**
 * A storm of HubSpot webhooks on Postgres and Redis: `node bench/webhook-storm.ts [events]`. Intake is
 * compared with a bare node:http server that only checks the same signature; the end with a quiet day
 * on which the same happened. Starts servers of its own; with DATABASE_URL set, makes its databases there.
 */
import { randomBytes } from 'node:crypto'
import pg from 'pg'
import { startBareServer } from '#test/e2e/storm/bare-server.ts'
import { deliver } from '#test/e2e/storm/deliver.ts'
import { planStorm } from '#test/e2e/storm/plan-storm.ts'
import {
  runIntakeAlone,
  runQuiet,
  runStorm,
  STORM_SECRET,
  type StormRun,
} from '#test/e2e/storm/run-storm.ts'
import { startPostgres } from '#test/private-postgres.ts'

const named = Number(process.argv[2] === 'webhook-storm' ? process.argv[3] : process.argv[2])
const events = named || 200_000
const stops: (() => Promise<void>)[] = []
const databases: string[] = []
const server = process.env['DATABASE_URL'] ?? (await startPostgres(stops))
try {
  const storm = planStorm(events)
  const bare = await bareIntake(storm)
  const stormy = await runStorm(await makeDatabase(), storm)
  const alone = await runIntakeAlone(await makeDatabase(), storm)
  const quiet = await runQuiet(await makeDatabase(), storm)
  print({ bare, stormy, alone, quiet })
} finally {
  for (const name of databases) await onServer(`drop database ${name} with (force)`)
  for (const stop of stops) await stop()
}

async function bareIntake({ disordered }: ReturnType<typeof planStorm>) {
  const bare = await startBareServer(STORM_SECRET)
  const options = { clientSecret: STORM_SECRET, inFlight: 10, lost: 0, beforeSending: () => {} }
  const delivered = await deliver(disordered, { ...options, url: bare.url })
  await bare.close()
  return percentiles(delivered.latencies)
}

interface Runs {
  readonly bare: Times
  /** One process does it all, as `start` without a role does. */
  readonly stormy: StormRun
  /** The work is left to others, as with `--role web`. */
  readonly alone: StormRun
  readonly quiet: StormRun
}

function print({ bare, stormy, alone, quiet }: Runs): void {
  const runs = { allInOne: figuresOf(stormy, bare, quiet), webAlone: figuresOf(alone, bare, quiet) }
  process.stdout.write(`${JSON.stringify({ bench: 'webhook-storm', events, bare, ...runs })}\n`)
}

function figuresOf(run: StormRun, bare: Times, quiet: StormRun) {
  const ours = percentiles(run.latencies)
  return {
    answered: run.latencies.length,
    answersLost: run.lost,
    refused: run.refused,
    ours,
    ratio: { p50: round(ours.p50 / bare.p50), p99: round(ours.p99 / bare.p99) },
    eventsPerSecond: Math.round((events / run.intakeMs) * 1_000),
    settledSeconds: round(run.settledMs / 1_000),
    batchesRead: run.reads,
    marksLeft: run.end.marks,
    records: run.end.stored.size,
    forgotten: run.end.forgotten.length,
    differing: differing(run, quiet),
  }
}

/** Records that did not end as on the quiet day, in the CRM or in the store. */
function differing({ end: one }: StormRun, { end: other }: StormRun): number {
  const sides = [
    [one.written, other.written],
    [one.stored, other.stored],
  ] as const
  const keys = sides.flatMap(([a, b]) =>
    [...new Set([...a.keys(), ...b.keys()])].filter(
      (key) => JSON.stringify(a.get(key)) !== JSON.stringify(b.get(key)),
    ),
  )
  const isForgotten = JSON.stringify(one.forgotten) === JSON.stringify(other.forgotten)
  return new Set(keys).size + (isForgotten ? 0 : 1)
}

interface Times {
  readonly p50: number
  readonly p99: number
  readonly max: number
}

function percentiles(latencies: readonly number[]): Times {
  const sorted = latencies.toSorted((a, b) => a - b)
  const at = (part: number) => round(sorted[Math.floor((sorted.length - 1) * part)] ?? 0)
  return { p50: at(0.5), p99: at(0.99), max: at(1) }
}

function round(value: number): number {
  return Math.round(value * 100) / 100
}

async function makeDatabase(): Promise<string> {
  const name = `leadwell_storm_${randomBytes(4).toString('hex')}`
  await onServer(`create database ${name}`)
  databases.push(name)
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

async function onServer(statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(statement)
  await client.end()
}
