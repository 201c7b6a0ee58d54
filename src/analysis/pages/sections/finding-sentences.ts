import type { Finding } from '#src/calibration/figures.ts'

/** What was found, and what to do about it. */
export function findingSentences(findings: readonly Finding[]): readonly string[] {
  return findings.map(({ what, todo }) => (todo === undefined ? what : `${what} ${todo}`))
}
