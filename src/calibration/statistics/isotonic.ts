/** What happened at a value of x, counted. */
export interface Step {
  readonly x: number
  readonly rows: number
  readonly wins: number
}

/**
 * Pool adjacent violators (Ayer and others, Annals of Mathematical Statistics 26, 1955): the rising steps
 * nearest to the rates, each from the x it begins at. Given and returned from the lowest x to the highest.
 */
export function poolAdjacentViolators(counts: readonly Step[]): readonly Step[] {
  const steps: Step[] = []
  for (const count of counts) {
    let step = count
    for (let last = steps.at(-1); last !== undefined; last = steps.at(-1)) {
      if (last.wins / last.rows < step.wins / step.rows) break
      steps.pop()
      step = { x: last.x, rows: last.rows + step.rows, wins: last.wins + step.wins }
    }
    steps.push(step)
  }
  return steps
}
