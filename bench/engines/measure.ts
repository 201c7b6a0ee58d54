import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import type { Subject } from '#src/scoring/score.ts'
import type { Contender } from './contender.ts'
import { NOW } from './subjects.ts'

setFlagsFromString('--expose-gc')
const collectGarbage = runInNewContext('gc') as () => void

/** A round shorter than this says more about the clock than about the engine. */
const ROUND_MS = 250

/**
 * Contacts per CPU-second of one round. Time is CPU time of the whole process, user and system, so
 * that an engine's own threads count too; garbage of the engine before is collected first.
 */
export async function measureRound(
  contender: Contender,
  subjects: readonly Subject[],
): Promise<number> {
  const some = subjects.slice(0, contender.perRound)
  collectGarbage()
  let contacts = 0
  let lines = 0
  let micros = 0
  const before = process.cpuUsage()
  while (micros < ROUND_MS * 1_000) {
    await contender.scoreAll(some, NOW, ({ reasons }) => {
      lines += reasons.length
    })
    contacts += some.length
    const { user, system } = process.cpuUsage(before)
    micros = user + system
  }
  if (lines === 0) throw new Error(`${contender.name} gave no reasons`)
  return contacts / (micros / 1_000_000)
}

export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  const upper = sorted[middle] ?? Number.NaN
  return sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2
}
