/** How many won and lost at each score, from the highest score down; counts may be weights. */
export interface ScoreTally {
  readonly won: Float64Array
  readonly lost: Float64Array
}

/** Which of the distinct scores, from the highest down, each row has. */
export interface RankedScores {
  readonly ranks: Int32Array
  readonly distinct: number
}

/** Equal scores share a rank, so that ties are exact whatever the scale. */
export function rankScores(scores: ArrayLike<number>): RankedScores {
  const sorted = Float64Array.from(scores).sort()
  let distinct = 0
  for (let at = 0; at < sorted.length; at += 1) {
    const value = sorted[at] ?? 0
    if (at === 0 || value !== sorted[distinct - 1]) {
      sorted[distinct] = value
      distinct += 1
    }
  }
  const ranks = new Int32Array(scores.length)
  for (let row = 0; row < ranks.length; row += 1) {
    ranks[row] = distinct - 1 - indexIn(sorted, distinct, scores[row] ?? 0)
  }
  return { ranks, distinct }
}

/** Where a value stands among the first `length` sorted ones. */
function indexIn(sorted: Float64Array, length: number, value: number): number {
  let low = 0
  let high = length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] ?? 0) < value) low = middle + 1
    else high = middle
  }
  return low
}

export function tallyRanks({ ranks, distinct }: RankedScores, outcome: Uint8Array): ScoreTally {
  const won = new Float64Array(distinct)
  const lost = new Float64Array(distinct)
  for (let row = 0; row < ranks.length; row += 1) {
    const at = ranks[row] ?? 0
    const counts = outcome[row] === 1 ? won : lost
    counts[at] = (counts[at] ?? 0) + 1
  }
  return { won, lost }
}

export function tallyScores(scores: ArrayLike<number>, outcome: Uint8Array): ScoreTally {
  return tallyRanks(rankScores(scores), outcome)
}

export function sumOf(counts: Float64Array): number {
  let sum = 0
  for (let at = 0; at < counts.length; at += 1) sum += counts[at] ?? 0
  return sum
}
