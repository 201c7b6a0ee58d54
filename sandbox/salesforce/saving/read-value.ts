import { PermanentError } from '#src/errors.ts'
import { normalizeId } from '../ids.ts'
import { type FieldValue, toDateTime } from '../row.ts'
import type { FieldDef } from '../schema/field.ts'
import { type SaveError, saveError } from './save-result.ts'

export type ReadValue = { readonly value: FieldValue } | { readonly error: SaveError }

/**
 * A value from a request body as the field keeps it, or why the record cannot take it. Throws what
 * refuses the whole request: a JSON type the field cannot be read from.
 */
export function readValue(def: FieldDef, raw: unknown): ReadValue {
  if (raw === null || raw === '') return { value: def.type === 'boolean' ? false : null }
  switch (def.type) {
    case 'boolean':
      return { value: readBoolean(raw) }
    case 'double':
    case 'int':
    case 'currency':
    case 'percent':
      return readNumber(def, raw)
    case 'datetime':
      return { value: readDateTime(raw) }
    case 'date':
      return { value: readDate(raw) }
    case 'id':
    case 'reference':
      return readReference(def, raw)
    case 'picklist':
    case 'multipicklist':
      return readChoice(def, raw)
    case 'string':
    case 'textarea':
    case 'email':
    case 'phone':
    case 'url':
      return readText(def, raw)
  }
}

function unreadable(type: string, raw: unknown): PermanentError {
  const kind = typeof raw === 'string' ? 'VALUE_STRING' : 'VALUE_NUMBER_INT'
  return new PermanentError(
    'JSON_PARSER_ERROR',
    `Cannot deserialize instance of ${type} from ${kind} value or request may be missing a required field`,
  )
}

function readBoolean(raw: unknown): boolean {
  if (typeof raw === 'boolean') return raw
  if (raw === 'true' || raw === 'false') return raw === 'true'
  throw unreadable('boolean', raw)
}

function readNumber(def: FieldDef, raw: unknown): ReadValue {
  const value = typeof raw === 'string' || typeof raw === 'number' ? Number(raw) : Number.NaN
  if (Number.isNaN(value)) throw unreadable('double', raw)
  const rounded = Number(value.toFixed(def.scale))
  if (Math.abs(rounded) < 10 ** (def.precision - def.scale)) return { value: rounded }
  const message = `${def.label}: value outside of valid range on numeric field: ${String(raw)}`
  return { error: saveError('NUMBER_OUTSIDE_VALID_RANGE', message, [def.name]) }
}

const DATE_TIME = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})$/

function readDateTime(raw: unknown): string {
  if (typeof raw !== 'string' || !DATE_TIME.test(raw)) throw unreadable('datetime', raw)
  const epochMs = Date.parse(raw.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'))
  if (Number.isNaN(epochMs)) throw unreadable('datetime', raw)
  return toDateTime(epochMs)
}

function readDate(raw: unknown): string {
  if (typeof raw !== 'string' || Number.isNaN(Date.parse(raw.slice(0, 10)))) {
    throw unreadable('date', raw)
  }
  return raw.slice(0, 10)
}

function readReference(def: FieldDef, raw: unknown): ReadValue {
  const id = typeof raw === 'string' ? normalizeId(raw) : undefined
  if (id !== undefined) return { value: id }
  const message = `${def.label}: id value of incorrect type: ${String(raw)}`
  return { error: saveError('MALFORMED_ID', message, [def.name]) }
}

function readChoice(def: FieldDef, raw: unknown): ReadValue {
  const text = readText(def, raw)
  if ('error' in text || !def.restricted) return text
  const chosen = def.type === 'multipicklist' ? String(text.value).split(';') : [text.value]
  const wrong = chosen.find((value) => !def.values.includes(String(value)))
  if (wrong === undefined) return text
  const message = `${def.label}: bad value for restricted picklist field: ${String(wrong)}`
  return { error: saveError('INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST', message, [def.name]) }
}

function readText(def: FieldDef, raw: unknown): ReadValue {
  if (typeof raw !== 'string' && typeof raw !== 'number') throw unreadable('string', raw)
  const value = String(raw)
  if (def.length === 0 || value.length <= def.length || def.type === 'multipicklist') {
    return { value }
  }
  const message = `${def.label}: data value too large: ${value.slice(0, 80)} (max length=${def.length})`
  return { error: saveError('STRING_TOO_LONG', message, [def.name]) }
}
