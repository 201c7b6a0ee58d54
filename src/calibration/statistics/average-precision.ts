import { type ScoreTally, sumOf, tallyScores } from './score-tally.ts'

/**
 * Precision at each score, weighted by the share of wins found there: the sum of (Rn − Rn−1) · Pn as
 * scikit-learn defines it, without interpolation. NaN where nobody won.
 */
export function averagePrecisionOfTally({ won, lost }: ScoreTally): number {
  let foundWon = 0
  let found = 0
  let sum = 0
  for (let at = 0; at < won.length; at += 1) {
    const wonHere = won[at] ?? 0
    foundWon += wonHere
    found += wonHere + (lost[at] ?? 0)
    if (wonHere > 0) sum += wonHere * (foundWon / found)
  }
  return sum / sumOf(won)
}

export function averagePrecision(scores: ArrayLike<number>, outcome: Uint8Array): number {
  return averagePrecisionOfTally(tallyScores(scores, outcome))
}
