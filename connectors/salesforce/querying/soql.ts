import { PermanentError } from '#src/errors.ts'
import { toLongId } from '../schema/record-id.ts'

const NAME = /^[A-Za-z]\w*(?:\.[A-Za-z]\w*)*$/
const SPECIAL = /[\\'\n\r\t\f]/g
const ESCAPES: Readonly<Record<string, string>> = {
  '\\': '\\\\',
  "'": "\\'",
  '\n': '\\n',
  '\r': '\\r',
  '\t': '\\t',
  '\f': '\\f',
}

export interface Select {
  readonly fields: readonly string[]
  readonly from: string
  /** Joined by AND. */
  readonly where?: readonly string[]
  readonly orderBy?: readonly string[]
  readonly limit?: number
}

/** A query from checked names; conditions come from the builders below. */
export function select({ fields, from, where = [], orderBy = [], limit }: Select): string {
  const parts = [`SELECT ${fields.map(nameOf).join(', ')} FROM ${nameOf(from)}`]
  if (where.length > 0) parts.push(`WHERE ${where.join(' AND ')}`)
  if (orderBy.length > 0) parts.push(`ORDER BY ${orderBy.map(nameOf).join(', ')}`)
  if (limit !== undefined) parts.push(`LIMIT ${Math.trunc(limit)}`)
  return parts.join(' ')
}

/** A string literal (SOQL and SOSL Reference, "Quoted String Escape Sequences"). */
export function literal(text: string): string {
  return `'${text.replaceAll(SPECIAL, (character) => ESCAPES[character] ?? character)}'`
}

/** `field = literal`, `field > literal` and so on. */
export function compare(field: string, operator: '=' | '>' | '>=' | '<=', text: string): string {
  return `${nameOf(field)} ${operator} ${literal(text)}`
}

export function isFlag(field: string, flag: boolean): string {
  return `${nameOf(field)} = ${flag}`
}

/** Whole seconds, rounded down: an inclusive bound that never leaves out a row. */
export function since(field: string, ms: number): string {
  const seconds = new Date(Math.floor(ms / 1000) * 1000).toISOString().replace('.000Z', 'Z')
  return `${nameOf(field)} >= ${seconds}`
}

/** `field IN (ids)`; what is no id never becomes part of a query. */
export function idIn(field: string, ids: readonly string[]): string {
  return `${nameOf(field)} IN (${ids.map((id) => `'${idOf(id, field)}'`).join(',')})`
}

function idOf(id: string, field: string): string {
  const longId = toLongId(id)
  if (longId !== undefined) return longId
  throw new PermanentError('salesforce-bad-id', `Not a Salesforce id in a list for ${field}.`)
}

/** `field IN (literals)`. */
export function oneOf(field: string, texts: readonly string[]): string {
  return `${nameOf(field)} IN (${texts.map(literal).join(',')})`
}

/** A semi-join; SOQL takes it only beside AND, never inside OR. */
export function inSelect(field: string, query: string): string {
  return `${nameOf(field)} IN (${query})`
}

/** The opposite of `inSelect`; of both SOQL takes two in a query. */
export function notInSelect(field: string, query: string): string {
  return `${nameOf(field)} NOT IN (${query})`
}

/** Every id from the first to the last, both with them. */
export function idSpan(field: string, first: string, last: string): string {
  return [compare(field, '>=', idOf(first, field)), compare(field, '<=', idOf(last, field))].join(
    ' AND ',
  )
}

/** `from <= field <= until`, to whole seconds outwards. */
export function between(field: string, fromMs: number, untilMs: number): string {
  const until = new Date(Math.ceil(untilMs / 1000) * 1000).toISOString().replace('.000Z', 'Z')
  return `(${since(field, fromMs)} AND ${nameOf(field)} <= ${until})`
}

export function anyOf(conditions: readonly string[]): string {
  return conditions.length === 1 ? (conditions[0] ?? '') : `(${conditions.join(' OR ')})`
}

function nameOf(name: string): string {
  if (!NAME.test(name)) {
    throw new PermanentError('salesforce-bad-name', 'Not a Salesforce object or field name.')
  }
  return name
}
