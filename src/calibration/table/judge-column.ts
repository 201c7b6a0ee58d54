import type { Column } from '../dataset.ts'
import type { RawColumn } from './column-builder.ts'
import { isCalendarLevel, namesCalendar, namesIdentifier, namesNumbering } from './column-names.ts'
import type { ProtectedWhy } from './protected-columns.ts'

/** Why a column is not learned from unless a person asks for it. */
export type LeftOutWhy =
  | 'constant'
  | 'identifier'
  | 'free-text'
  | 'date'
  | 'calendar'
  | 'excluded'
  | 'leak'
  | ProtectedWhy

export type Judged =
  | { readonly column: Column; readonly why?: 'calendar' }
  | { readonly why: Exclude<LeftOutWhy, 'calendar' | 'excluded' | 'leak' | ProtectedWhy> }

/** A column is of a kind when so large a share of its values are. */
const MOSTLY = 0.95
/** Different values per row from which a text names its row. */
const UNIQUE_SHARE = 0.5
const UNIQUE_NUMBERS = 0.999
/** Numbers given out one by one leave few gaps. */
const MOST_GAPS = 3
/** Among fewer rows that all differ may be chance; among fewer texts hardly. */
const LEAST_UNIQUE_NUMBERS = 50
const LEAST_UNIQUE_TEXTS = 10

/** What a column is: numbers, codes, or something that nothing general can be learned from. */
export function judgeColumn(raw: RawColumn): Judged {
  if (raw.levels.length <= 1 && raw.present === raw.rows) return { why: 'constant' }
  if (raw.levels.length === 0) return { why: 'constant' }
  if (raw.dateCount >= MOSTLY * raw.present) return { why: 'date' }
  if (raw.numberCount >= MOSTLY * raw.present) return judgeNumbers(raw)
  return judgeTexts(raw)
}

function judgeNumbers(raw: RawColumn): Judged {
  const { name, numbers: values, decimals } = raw
  if (decimals === 0 && isNumbering(raw)) return { why: 'identifier' }
  const column: Column = { kind: 'number', name, values, decimals }
  return namesCalendar(name) ? { column, why: 'calendar' } : { column }
}

/** Whole numbers of which each row has its own: a row number, an account number, a phone number. */
function isNumbering({ numbers, present, name }: RawColumn): boolean {
  const given = numbers.filter((value) => !Number.isNaN(value))
  const sorted = given.toSorted()
  let distinct = 0
  for (let at = 0; at < sorted.length; at += 1) {
    if (at === 0 || sorted[at] !== sorted[at - 1]) distinct += 1
  }
  const share = distinct / sorted.length
  if (namesIdentifier(name)) return share >= UNIQUE_SHARE
  if (share < UNIQUE_NUMBERS || present < LEAST_UNIQUE_NUMBERS) return false
  // Amounts may all differ too, but neither in a row nor one after the other.
  return namesNumbering(name) || isDense(sorted) || isInOrder(given)
}

function isDense(sorted: Float64Array): boolean {
  const range = (sorted.at(-1) ?? 0) - (sorted[0] ?? 0)
  return range < MOST_GAPS * sorted.length
}

function isInOrder(values: Float64Array): boolean {
  const rises = values.every((value, at) => at === 0 || value >= (values[at - 1] ?? 0))
  return rises || values.every((value, at) => at === 0 || value <= (values[at - 1] ?? 0))
}

function judgeTexts(raw: RawColumn): Judged {
  const { name, levels, codes, present } = raw
  const words = levels.reduce((sum, level) => sum + level.split(/\s+/).length, 0) / levels.length
  const distinctShare = levels.length / present
  const isUnique = present >= LEAST_UNIQUE_TEXTS && distinctShare >= UNIQUE_SHARE
  const isMany = raw.hasTooManyLevels || isUnique
  if (isMany || (distinctShare >= 0.1 && words >= 4)) {
    return { why: words >= 4 ? 'free-text' : 'identifier' }
  }
  if (namesIdentifier(name) && levels.length > 20 && distinctShare >= 0.2) {
    return { why: 'identifier' }
  }
  const column: Column = { kind: 'code', name, codes: Int16Array.from(codes), levels }
  const isCalendar =
    levels.filter(isCalendarLevel).length >= MOSTLY * levels.length || namesCalendar(name)
  return isCalendar ? { column, why: 'calendar' } : { column }
}
