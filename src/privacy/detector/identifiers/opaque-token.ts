import type { Candidate } from './candidate.ts'
import type { Scan } from './scan.ts'

const PART = /[\w+/=-]/
const SHORTEST = 16
/** A token this far into a run belongs to a run that was looked at from its first token. */
const FURTHEST_BACK = 64

/** A word with a number behind ("covid19", "plan-2026") is readable. */
const READABLE = /^[A-Za-z_-]+[-_]?\d{1,4}$/

/**
 * Changes between letters and digits as in session ids, keys and hashes, and one part long enough
 * not to be a word.
 */
function isOpaque(run: string): boolean {
  if (READABLE.test(run)) return false
  const compact = run.replace(/[^A-Za-z0-9]/g, '')
  const longest = Math.max(...run.split(/[-_/+=]+/, 40).map(({ length }) => length))
  if (compact.length < SHORTEST || longest < SHORTEST / 2) return false
  const changes = compact.match(/[A-Za-z]\d|\d[A-Za-z]/g)?.length ?? 0
  return changes >= 3
}

function startOfRun(text: string, at: number): number {
  let start = at
  while (start > 0 && at - start < FURTHEST_BACK && PART.test(text.charAt(start - 1))) start -= 1
  return start
}

function endOfRun(text: string, at: number): number {
  let end = at
  while (end < text.length && PART.test(text.charAt(end))) end += 1
  return end
}

/** Long runs of letters and digits that mean nothing to a reader. */
export function findOpaqueTokens({ text, tokens }: Scan): Candidate[] {
  const found: Candidate[] = []
  let seen = 0
  for (const { shape, start, end } of tokens) {
    if (start < seen || (shape !== 'mixed' && shape !== 'number')) continue
    seen = endOfRun(text, end)
    const from = startOfRun(text, start)
    if (seen - from < SHORTEST || !isOpaque(text.slice(from, seen))) continue
    found.push({ kind: 'unique-code', certainty: 'plain', start: from, end: seen })
  }
  return found
}
