import { PermanentError } from '#src/errors.ts'
import type { Org } from '../org.ts'
import type { Row } from '../row.ts'
import type { ObjectDef } from '../schema/object.ts'
import type { Comparison, Condition, FieldPath, Literal, Query } from './ast.ts'
import { type Comparable, comparableLiteral, comparableValue } from './comparable.ts'
import { type ResolvedPath, resolvePath } from './resolve-path.ts'

export type Predicate = (row: Row) => boolean

export interface CompileContext {
  readonly org: Org
  readonly userId: string
  readonly object: ObjectDef
  /** The values a semi-join subquery selects. */
  readonly select: (query: Query) => readonly Comparable[]
}

/** Turns a condition into one test of a row. Throws INVALID_FIELD. */
export function compileCondition(context: CompileContext, condition: Condition): Predicate {
  switch (condition.kind) {
    case 'and': {
      const parts = condition.parts.map((part) => compileCondition(context, part))
      return (row) => parts.every((test) => test(row))
    }
    case 'or': {
      const parts = condition.parts.map((part) => compileCondition(context, part))
      return (row) => parts.some((test) => test(row))
    }
    case 'not': {
      const part = compileCondition(context, condition.part)
      return (row) => !part(row)
    }
    case 'compare':
      return compileComparison(context, condition)
    case 'in':
      return compileIn(context, condition)
    case 'includes':
      return compileIncludes(context, condition)
  }
}

function filterable(context: CompileContext, path: FieldPath): ResolvedPath {
  const resolved = resolvePath(context.org, context.userId, context.object, path)
  if (resolved.field.filterable) return resolved
  throw new PermanentError(
    'INVALID_FIELD',
    `field '${resolved.field.name}' can not be filtered in a query call`,
  )
}

function compileComparison(
  context: CompileContext,
  { path, operator, value }: { path: FieldPath; operator: Comparison; value: Literal },
): Predicate {
  const resolved = filterable(context, path)
  if (operator === 'LIKE') return compileLike(resolved, value)
  const wanted = comparableLiteral(resolved.field, value, context.org.now())
  const test =
    wanted !== null && typeof wanted === 'object'
      ? rangeTest(operator, wanted)
      : valueTest(operator, wanted)
  return (row) => test(comparableValue(resolved.field, resolved.read(row)))
}

type Test = (actual: Comparable) => boolean

/** Null is equal only to null, and no other comparison holds for it. */
function valueTest(operator: Comparison, wanted: Comparable): Test {
  if (operator === '=') return (actual) => actual === wanted
  if (operator === '!=') return (actual) => actual !== wanted
  return (actual) => {
    if (actual === null || wanted === null) return false
    if (operator === '<') return actual < wanted
    if (operator === '<=') return actual <= wanted
    return operator === '>' ? actual > wanted : actual >= wanted
  }
}

function rangeTest(operator: Comparison, { from, until }: { from: string; until: string }): Test {
  return (actual) => {
    if (typeof actual !== 'string') return operator === '!='
    const inside = actual >= from && actual < until
    if (operator === '=') return inside
    if (operator === '!=') return !inside
    if (operator === '<') return actual < from
    if (operator === '<=') return actual < until
    return operator === '>' ? actual >= until : actual >= from
  }
}

function compileLike({ field, read }: ResolvedPath, value: Literal): Predicate {
  if (value.kind !== 'string') {
    throw new PermanentError('INVALID_FIELD', `invalid operator on field '${field.name}'`)
  }
  const pattern = value.value.replace(/\\[%_]|[%_]|[\s\S]/g, (part) => {
    if (part === '%') return '[\\s\\S]*'
    if (part === '_') return '[\\s\\S]'
    return part.at(-1)?.replace(/[.*+?^${}()|[\]\\]/g, '\\$&') ?? ''
  })
  const expression = new RegExp(`^${pattern}$`, 'i')
  return (row) => {
    const actual = read(row)
    return typeof actual === 'string' && expression.test(actual)
  }
}

function compileIn(
  context: CompileContext,
  condition: Extract<Condition, { kind: 'in' }>,
): Predicate {
  const { field, read } = filterable(context, condition.path)
  const values =
    'from' in condition.values
      ? context.select(condition.values)
      : condition.values.map((literal) => comparableLiteral(field, literal, context.org.now()))
  const wanted = new Set<unknown>(values)
  return (row) => wanted.has(comparableValue(field, read(row))) !== condition.negated
}

function compileIncludes(
  context: CompileContext,
  condition: Extract<Condition, { kind: 'includes' }>,
): Predicate {
  const { read } = filterable(context, condition.path)
  const wanted = condition.values.flatMap((literal) =>
    literal.kind === 'string' ? [literal.value.toLowerCase().split(';')] : [],
  )
  return (row) => {
    const held = String(read(row) ?? '')
      .toLowerCase()
      .split(';')
    return (
      wanted.some((group) => group.every((value) => held.includes(value))) !== condition.negated
    )
  }
}
