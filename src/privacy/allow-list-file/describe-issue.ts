import type { z } from 'zod'
import type { Problem } from '#src/scoring/problem.ts'
import { didYouMean } from '#src/scoring/suggest.ts'
import { keysAt } from './allow-list-schema.ts'

const KINDS: Readonly<Record<string, string>> = {
  string: 'text; put numbers and true or false in quotes where they are meant as words',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a set of keys',
  record: 'a set of keys',
}

/** What a schema found wrong, in words. Keys are named; what was written as a value never is. */
export function describeIssue(issue: z.core.$ZodIssue): readonly Problem[] {
  const { path } = issue
  if (issue.code === 'unrecognized_keys') {
    const known = keysAt(path)
    return issue.keys.map((key) => ({
      path: [...path, key],
      what: `is not a known key here${didYouMean(key, known) || `; known: ${known.join(', ')}`}`,
    }))
  }
  return [{ path, what: whatIsWrong(issue) }]
}

function whatIsWrong(issue: z.core.$ZodIssue): string {
  if (issue.code === 'invalid_type') return `must be ${KINDS[issue.expected] ?? issue.expected}`
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.map(String).join(', ')}`
  if (issue.code === 'too_small') {
    return issue.origin === 'number' || issue.origin === 'int'
      ? `must be at least ${issue.minimum}`
      : 'must not be empty'
  }
  if (issue.code === 'too_big') {
    const unit = issue.origin === 'string' ? ' characters' : ''
    return `must be at most ${issue.maximum}${unit}`
  }
  return 'is not what belongs here'
}
