/** A failure that may come for ever is no fault of the record: it does not bring it nearer to being parked. */
export function countedTries(maxTries: number): 0 | 1 {
  return maxTries === Infinity ? 0 : 1
}
