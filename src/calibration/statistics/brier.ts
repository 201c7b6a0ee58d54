/** Mean squared distance of the chances from what happened (Brier 1950, one class); lower is better. */
export function brier(chances: ArrayLike<number>, outcome: Uint8Array): number {
  let sum = 0
  for (let row = 0; row < outcome.length; row += 1) {
    const miss = (chances[row] ?? 0) - (outcome[row] ?? 0)
    sum += miss * miss
  }
  return sum / outcome.length
}
