/** Keeps a certain and wrong answer from costing infinitely much. */
const LEAST = 1e-15

/** Mean of −ln of the chance given to what happened; lower is better. */
export function logLoss(chances: ArrayLike<number>, outcome: Uint8Array): number {
  let sum = 0
  for (let row = 0; row < outcome.length; row += 1) {
    const chance = chances[row] ?? 0
    sum -= Math.log(Math.max(LEAST, outcome[row] === 1 ? chance : 1 - chance))
  }
  return sum / outcome.length
}
