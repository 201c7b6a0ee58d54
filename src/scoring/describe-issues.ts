import { z } from 'zod'
import { meantBy, whyNotHere } from './foreign-keys.ts'
import type { Problem } from './problem.ts'
import { remedy } from './remedy.ts'
import { asking, didYouMean, suggest } from './suggest.ts'

type Issue = z.core.$ZodIssue

/**
 * What a schema found wrong, in words for the person who wrote the file. A mistyped key is told
 * once: not again as the missing key it was meant to be, nor as a rule that lacks a condition.
 */
export function describeIssues(
  issues: readonly Issue[],
  schema: z.ZodType,
  document: unknown,
): readonly Problem[] {
  const mistyped = issues.filter((issue) => issue.code === 'unrecognized_keys')
  const unknown = mistyped.flatMap(({ path, keys }) => {
    const known = keysAt(schema, path)
    return keys.map((key) => ({ path, key, ...unknownKey(key, known) }))
  })
  const told = new Set([
    ...mistyped.map(({ path }) => `custom ${path.join('/')}`),
    ...unknown.map(({ path, meant }) => [...path, meant].join('/')),
  ])
  const others = issues.filter((issue) => {
    const path = issue.path.join('/')
    if (issue.code === 'unrecognized_keys') return false
    if (issue.code === 'custom') return !told.has(`custom ${path}`)
    return valueAt(document, issue.path) !== undefined || !told.has(path)
  })
  return [
    ...others.map((issue) => describeIssue(issue, schema, document)),
    ...unknown.map(({ path, key, what }) => ({ path: [...path, key], what })),
  ]
}

/** What is said of a key nobody knows, and which one was meant if that can be told. */
function unknownKey(
  key: string,
  known: readonly string[],
): { readonly what: string; readonly meant: string | undefined } {
  const reason = whyNotHere(key, known)
  if (reason !== undefined) {
    const [asked] = ['fact', 'activity'].filter((name) => name !== key && known.includes(name))
    return { what: `is not a known key here; ${reason}`, meant: asked }
  }
  const meant = meantBy(key, known) ?? suggest(key, known)
  const hint = meant === undefined ? amongKnown(known) : asking(meant)
  return { what: `is not a known key${hint}`, meant }
}

const amongKnown = (known: readonly string[]): string =>
  known.length === 0 ? '' : `; known here: ${known.join(', ')}`

function describeIssue(issue: Issue, schema: z.ZodType, document: unknown): Problem {
  const value = valueAt(document, issue.path)
  // One code may stand where a list is taken; the schema then speaks of a list that nobody wrote.
  const isWritten =
    issue.path.at(-1) !== 0 || Array.isArray(valueAt(document, issue.path.slice(0, -1)))
  const path = isWritten ? issue.path : issue.path.slice(0, -1)
  const given = isWritten ? value : valueAt(document, path)
  return {
    path,
    what: whatIsWrong(issue, given, keysAt(schema, path)) + remedy(issue, path, given),
  }
}

function whatIsWrong(issue: Issue, value: unknown, keys: readonly string[]): string {
  if (value === undefined && issue.code !== 'custom') return 'is missing'
  if (issue.code === 'invalid_type') {
    const names = keys.length === 0 ? '' : ` (${keys.join(', ')})`
    return `must be ${KINDS[issue.expected] ?? issue.expected}${names}, not ${kindOf(value)}`
  }
  if (issue.code === 'invalid_value') {
    const known = issue.values.map(String)
    // Where only one value is allowed, the schema's own sentence says more than a list of one.
    if (known.length === 1) return issue.message
    const kind = typeof value === 'string' ? '' : `, not ${kindOf(value)}`
    return `must be one of ${known.join(', ')}${kind}${didYouMean(value, known)}`
  }
  if (issue.code === 'too_small') {
    if (issue.origin !== 'number' && issue.origin !== 'int') return 'must not be empty'
    return `must be ${issue.inclusive === true ? 'at least' : 'more than'} ${issue.minimum}`
  }
  if (issue.code === 'too_big') {
    const unit = issue.origin === 'string' ? ' characters' : ''
    return `must be at most ${issue.maximum}${unit}`
  }
  if (issue.code === 'invalid_key') return issue.issues[0]?.message ?? issue.message
  return issue.message
}

const KINDS: Readonly<Record<string, string>> = {
  string: 'text',
  number: 'a number',
  int: 'a whole number',
  boolean: 'true or false',
  array: 'a list',
  object: 'a set of keys',
  record: 'a set of keys',
}

function kindOf(value: unknown): string {
  if (value === null) return 'empty'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'number' && !Number.isInteger(value)) return 'a fraction'
  return KINDS[typeof value] ?? typeof value
}

function valueAt(document: unknown, path: readonly PropertyKey[]): unknown {
  let value = document
  for (const key of path) {
    if (typeof value !== 'object' || value === null) return undefined
    value = Reflect.get(value, key)
  }
  return value
}

/** The keys a schema knows at a path; nothing where it takes any. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): readonly string[] {
  let inner: unknown = schema
  for (const key of path) {
    inner = stepInto(unwrapped(inner), key)
  }
  const target = unwrapped(inner)
  return target instanceof z.ZodObject ? Object.keys(target.shape) : []
}

function stepInto(schema: unknown, key: PropertyKey): unknown {
  if (schema instanceof z.ZodObject) return Reflect.get(schema.shape, key)
  if (schema instanceof z.ZodArray) return schema.element
  if (schema instanceof z.ZodRecord) return schema.valueType
  return undefined
}

function unwrapped(schema: unknown): unknown {
  if (schema instanceof z.ZodOptional || schema instanceof z.ZodDefault) {
    return unwrapped(schema.unwrap())
  }
  // A preprocessed value, such as one code for a list of codes.
  if (schema instanceof z.ZodPipe) return unwrapped(schema.out)
  return schema
}
