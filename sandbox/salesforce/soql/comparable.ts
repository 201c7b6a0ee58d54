import { PermanentError } from '#src/errors.ts'
import { normalizeId } from '../ids.ts'
import { type FieldValue, toDate, toDateTime } from '../row.ts'
import type { FieldDef, FieldType } from '../schema/field.ts'
import type { Literal } from './ast.ts'
import { dateRange } from './date-range.ts'

/** Values in a form that orders and equals the way SOQL does: text without case, ids to 18 characters. */
export type Comparable = string | number | boolean | null

const NUMERIC = new Set<FieldType>(['double', 'int', 'currency', 'percent'])

/** What a field holds, in the form literals are compared with. */
export function comparableValue(field: FieldDef, value: FieldValue): Comparable {
  if (typeof value !== 'string') return value
  return isCaseSensitive(field) ? value : value.toLowerCase()
}

const isCaseSensitive = (field: FieldDef): boolean =>
  field.type === 'id' ||
  field.type === 'reference' ||
  field.type === 'date' ||
  field.type === 'datetime'

/** A literal the field can be compared with; dates stay a range. Throws INVALID_FIELD for a wrong type. */
export function comparableLiteral(
  field: FieldDef,
  literal: Literal,
  now: number,
): Comparable | { readonly from: string; readonly until: string } {
  if (literal.kind === 'null') return null
  if (field.type === 'date' || field.type === 'datetime') return dateLiteral(field, literal, now)
  if (NUMERIC.has(field.type)) {
    if (literal.kind === 'number') return literal.value
  } else if (field.type === 'boolean') {
    if (literal.kind === 'boolean') return literal.value
  } else if (literal.kind === 'string') {
    return textLiteral(field, literal.value)
  }
  throw wrongType(field)
}

function textLiteral(field: FieldDef, value: string): string {
  if (field.type !== 'id' && field.type !== 'reference') return value.toLowerCase()
  const id = normalizeId(value)
  if (id === undefined) {
    throw new PermanentError('INVALID_QUERY_FILTER_OPERATOR', `invalid ID field: ${value}`)
  }
  return id
}

function dateLiteral(
  field: FieldDef,
  literal: Literal,
  now: number,
): Comparable | { readonly from: string; readonly until: string } {
  const write = field.type === 'date' ? toDate : toDateTime
  if (literal.kind === 'range') {
    const { from, until } = dateRange(literal.name, literal.count, now)
    return { from: write(from), until: write(until) }
  }
  if (field.type === 'date' && literal.kind === 'date') return literal.value
  if (field.type === 'datetime' && literal.kind === 'datetime') return toDateTime(literal.epochMs)
  throw wrongType(field)
}

function wrongType(field: FieldDef): PermanentError {
  const type = field.type === 'datetime' ? 'dateTime' : field.type
  const quotes = [
    'string',
    'picklist',
    'email',
    'phone',
    'url',
    'id',
    'reference',
    'multipicklist',
  ].includes(field.type)
  return new PermanentError(
    'INVALID_FIELD',
    `value of filter criterion for field '${field.name}' must be of type ${type} and should ${quotes ? '' : 'not '}be enclosed in quotes`,
  )
}
