import type { z } from 'zod'
import { PermanentError } from '#src/errors.ts'

type Issue = z.core.$ZodIssue

/** Names of fields as we have them; anything else somebody sent may be a value in the wrong place. */
const NAME = /^[A-Za-z][A-Za-z0-9_-]{0,39}$/
const MOST_TOLD = 10

/** What is wrong with what was sent, by place and never by value. */
export function inputProblem(
  where: 'path' | 'query' | 'body',
  issues: readonly Issue[],
): PermanentError {
  if (where === 'query' && issues.some(({ path }) => path[0] === 'cursor')) return badCursor()
  const told = issues.slice(0, MOST_TOLD).map((issue) => `${placeOf(issue)} ${whatOf(issue)}`)
  return new PermanentError(
    'input-invalid',
    `The ${where} is not as it should be: ${told.join('; ')}.`,
    'docs/guides/api.md tells what each route takes.',
  )
}

function badCursor(): PermanentError {
  return new PermanentError(
    'cursor-invalid',
    'The cursor does not come from this list.',
    'Hand back what stood in "next" unchanged, or leave the cursor out to begin anew.',
  )
}

function placeOf({ path }: Issue): string {
  const names = path.map(String).filter((name) => NAME.test(name) || /^\d{1,4}$/.test(name))
  return names.length === 0 ? 'it' : names.join('.')
}

function whatOf(issue: Issue): string {
  if (issue.code === 'unrecognized_keys') {
    const known = issue.keys.filter((key) => NAME.test(key)).slice(0, MOST_TOLD)
    return known.length === 0 ? 'has unknown fields' : `has unknown fields (${known.join(', ')})`
  }
  if (issue.code === 'invalid_type') return `must be of the type ${issue.expected}`
  if (issue.code === 'too_big') return `must be at most ${issue.maximum}`
  if (issue.code === 'too_small') return `must be at least ${issue.minimum}`
  if (issue.code === 'invalid_value') return `must be one of ${issue.values.join(', ')}`
  return 'is not of the right form'
}
