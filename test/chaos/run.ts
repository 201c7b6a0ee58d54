/**
 * `node test/chaos/run.ts [--kills 60] [--seed 1]`: kills of every process, an emptied Redis, crashes of
 * Postgres and a cut network, while people edit, admins publish and erase. Exits with 1 when the CRMs end
 * otherwise than undisturbed. CHAOS_LOG_LEVEL=warn lets the processes say what troubles them.
 */
import { parseArgs } from 'node:util'
import { differences } from './end-state.ts'
import { figuresOf, holds } from './figures.ts'
import { compareRuns } from './run-chaos.ts'

const { values } = parseArgs({
  options: {
    kills: { type: 'string', default: '60' },
    seed: { type: 'string', default: '1' },
    people: { type: 'string', default: '150' },
  },
})
const seed = Number(values.seed)
const startedAt = performance.now()
const say = (line: string): void => {
  const seconds = Math.round((performance.now() - startedAt) / 1000)
  process.stdout.write(`${String(seconds).padStart(4)} s  ${line}\n`)
}
const comparison = await compareRuns({
  seed,
  people: Number(values.people),
  kills: Number(values.kills),
  gapMs: [300, 3_000],
  askEveryMs: 5_000,
  say,
})
for (const key of comparison.differing.slice(0, 20)) {
  const [calm, chaos] = [comparison.calm, comparison.chaos].map(({ state }) => state.get(key))
  say(`differs: ${key}\n  ${differences(calm, chaos).join('\n  ')}`)
}
for (const record of comparison.chaos.afterErasure.shown) say(`written after erasure: ${record}`)
say(`still owed: ${JSON.stringify(comparison.chaos.owed)} ${comparison.chaos.parked.join(', ')}`)
const figures = figuresOf(comparison, seed, performance.now() - startedAt)
process.stdout.write(`${JSON.stringify(figures)}\n`)
process.exit(holds(comparison) ? 0 : 1)
