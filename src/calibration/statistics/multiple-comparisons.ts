/**
 * Holm's step-down adjustment (Scandinavian Journal of Statistics 6, 1979): rejecting what comes out
 * below α keeps the chance of even one false finding below α.
 */
export function holm(p: readonly number[]): readonly number[] {
  let largest = 0
  return adjusted(p, 'smallest first', (value, rank) => {
    largest = Math.max(largest, Math.min(1, value * (p.length - rank + 1)))
    return largest
  })
}

/**
 * Benjamini and Hochberg's step-up adjustment (JRSS B 57, 1995): rejecting what comes out below α
 * keeps the expected share of false findings below α.
 */
export function benjaminiHochberg(p: readonly number[]): readonly number[] {
  let smallest = 1
  return adjusted(p, 'largest first', (value, rank) => {
    smallest = Math.min(smallest, (value * p.length) / rank)
    return smallest
  })
}

/** `rank` counts from 1 for the smallest value, whichever comes first. */
function adjusted(
  p: readonly number[],
  order: 'smallest first' | 'largest first',
  adjust: (value: number, rank: number) => number,
): readonly number[] {
  const ranked = p.map((value, at) => ({ value, at })).sort((a, b) => a.value - b.value)
  const steps = ranked.map(({ value, at }, index) => ({ value, at, rank: index + 1 }))
  const result = p.map(() => 1)
  for (const step of order === 'smallest first' ? steps : steps.reverse()) {
    result[step.at] = adjust(step.value, step.rank)
  }
  return result
}
