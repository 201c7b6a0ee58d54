/** The known name a mistyped one most likely meant, or nothing when none is near. */
export function suggest(wrong: string, known: readonly string[]): string | undefined {
  const typed = plain(wrong)
  let best: string | undefined
  let bestDistance = Math.max(1, Math.floor(typed.length / 3)) + 1
  for (const name of known) {
    const distance = editDistance(typed, plain(name))
    // A name of which no letter is right is another name.
    if (distance < bestDistance && (distance < typed.length || distance === 0)) {
      best = name
      bestDistance = distance
    }
  }
  return best
}

/** `; did you mean "x"?`, or nothing. */
export function didYouMean(wrong: unknown, known: readonly string[]): string {
  return asking(typeof wrong === 'string' ? suggest(wrong, known) : undefined)
}

/** The same for a name already found. */
export function asking(name: string | undefined): string {
  return name === undefined ? '' : `; did you mean "${name}"?`
}

/** `half_life_days` and `half-life-days` are as near to `halfLifeDays` as can be. */
function plain(name: string): string {
  return name.toLowerCase().replaceAll(/[-_\s]/g, '')
}

/** Letters to add, drop, change or swap. */
function editDistance(from: string, to: string): number {
  let beforeLast: number[] = []
  let last = Array.from({ length: to.length + 1 }, (_, index) => index)
  for (let row = 1; row <= from.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= to.length; column += 1) {
      const same = from[row - 1] === to[column - 1] ? 0 : 1
      const swapped = from[row - 1] === to[column - 2] && from[row - 2] === to[column - 1]
      current[column] = Math.min(
        (last[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (last[column - 1] ?? 0) + same,
        swapped ? (beforeLast[column - 2] ?? Infinity) + 1 : Infinity,
      )
    }
    beforeLast = last
    last = current
  }
  return last[to.length] ?? 0
}
