import type { FactValue } from '../ports.ts'
import type { Coder } from './allowed-field.ts'
import { codeDate } from './code-date.ts'
import type { VocabularyName } from './vocabularies.ts'
import { VOCABULARIES } from './vocabulary-tables.ts'

const PLAIN_NUMBER = /^[+-]?\d+(?:\.\d+)?(?:e[+-]?\d{1,2})?$/i
const YES = new Set(['true', 'yes', 'y', '1', 'on', 't'])
const NO = new Set(['false', 'no', 'n', '0', 'off', 'f'])

/** `undefined` for an empty or unreadable value: a missing fact, never a guess. */
export function codeValue(coder: Coder, raw: unknown): FactValue | undefined {
  switch (coder.as) {
    case 'number':
      return codeNumber(raw, coder.max)
    case 'boolean':
      return codeBoolean(raw)
    case 'date':
      return codeDate(raw)
    case 'vocabulary':
      return codeWord(coder.name, raw)
  }
}

/** Thousands separators, units and hexadecimal are unreadable: `1,000` is one or a thousand by locale. */
function codeNumber(raw: unknown, max = Number.MAX_VALUE): number | undefined {
  const value = typeof raw === 'string' && PLAIN_NUMBER.test(raw.trim()) ? Number(raw) : raw
  if (typeof value !== 'number' || !Number.isFinite(value)) return undefined
  return Math.abs(value) <= max ? value + 0 : undefined
}

function codeBoolean(raw: unknown): boolean | undefined {
  const word = scalarText(raw)?.toLowerCase()
  if (word === undefined) return undefined
  if (YES.has(word)) return true
  return NO.has(word) ? false : undefined
}

function codeWord(name: VocabularyName, raw: unknown): string | undefined {
  const text = scalarText(raw)
  if (text === undefined) return undefined
  const { codes, code } = VOCABULARIES[name]
  // A value already coded, as in an export of ours, stays what it is.
  return codes.find((known) => known === text) ?? code(text)
}

/** Trimmed text of a scalar; `undefined` when there is nothing in it. */
function scalarText(raw: unknown): string | undefined {
  if (typeof raw !== 'string' && typeof raw !== 'number' && typeof raw !== 'boolean')
    return undefined
  const text = String(raw).trim()
  return text === '' ? undefined : text
}
