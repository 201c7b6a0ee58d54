export const DAY_MS = 86_400_000

/** What is left of 1 after `ageMs`: halves every `halfLifeMs`, continuously. Infinity never halves. */
export function decayed(ageMs: number, halfLifeMs: number): number {
  return 2 ** (-ageMs / halfLifeMs)
}
