import { type ScoreTally, sumOf, tallyScores } from './score-tally.ts'

/**
 * The chance that a won record scores above a lost one, ties counting half: the area under the ROC
 * curve (Hanley and McNeil 1982). NaN where all won or all lost.
 */
export function aucOfTally({ won, lost }: ScoreTally): number {
  let lostAbove = 0
  let behind = 0
  for (let at = 0; at < won.length; at += 1) {
    const lostHere = lost[at] ?? 0
    behind += (won[at] ?? 0) * (lostAbove + lostHere / 2)
    lostAbove += lostHere
  }
  return 1 - behind / (sumOf(won) * lostAbove)
}

export function auc(scores: ArrayLike<number>, outcome: Uint8Array): number {
  return aucOfTally(tallyScores(scores, outcome))
}
