import { type ScoreTally, sumOf, tallyScores } from './score-tally.ts'

/**
 * How many times as often the best tenth won as all did. Where the tenth ends within equal scores, their
 * share of the wins is taken, so that the order of rows does not matter.
 */
export function liftOfTally({ won, lost }: ScoreTally, share = 0.1): number {
  const rows = sumOf(won) + sumOf(lost)
  const wanted = rows * share
  let taken = 0
  let takenWon = 0
  for (let at = 0; at < won.length && taken < wanted; at += 1) {
    const wonHere = won[at] ?? 0
    const here = wonHere + (lost[at] ?? 0)
    const part = here === 0 ? 0 : Math.min(1, (wanted - taken) / here)
    taken += here * part
    takenWon += wonHere * part
  }
  return takenWon / wanted / (sumOf(won) / rows)
}

export function lift(scores: ArrayLike<number>, outcome: Uint8Array, share = 0.1): number {
  return liftOfTally(tallyScores(scores, outcome), share)
}
