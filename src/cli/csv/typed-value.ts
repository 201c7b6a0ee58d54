import type { FactValue } from '#src/ports.ts'

const NUMBER = /^[+-]?(\d+(\.\d*)?|\.\d+)(e[+-]?\d+)?$/i
const DATE = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:?\d{2})?)?$/i
const YES = new Set(['true', 'yes', 'y', 't', '1'])
const NO = new Set(['false', 'no', 'n', 'f', '0'])

export type ValueType = 'number' | 'boolean' | 'date' | 'text'

/** What each type is called when a value is not one. */
export const TYPE_IN_WORDS: Readonly<Record<ValueType, string>> = {
  number: 'a number',
  boolean: 'yes or no',
  date: 'a date such as 2026-01-31',
  text: 'text',
}

/** `undefined` when the text is not of the type; empty text is the caller's to handle. */
export function parseTyped(type: ValueType, text: string): FactValue | undefined {
  switch (type) {
    case 'number':
      return parseNumber(text)
    case 'boolean':
      return parseBoolean(text)
    case 'date':
      return parseDate(text)
    case 'text':
      return text
  }
}

export function parseNumber(text: string): number | undefined {
  return NUMBER.test(text) ? Number(text) : undefined
}

function parseBoolean(text: string): boolean | undefined {
  const word = text.toLowerCase()
  if (YES.has(word)) return true
  return NO.has(word) ? false : undefined
}

/** Epoch ms of an ISO date or date-time; without a zone it is read as UTC. */
export function parseDate(text: string): number | undefined {
  if (!DATE.test(text)) return undefined
  const iso = text.replace(' ', 'T')
  const hasZone = iso.length <= 10 || /(Z|[+-]\d{2}:?\d{2})$/i.test(iso.slice(10))
  const at = Date.parse(hasZone ? iso : `${iso}Z`)
  // Date.parse rolls 31 February over into March; a day that does not exist is no date.
  if (
    Number.isNaN(at) ||
    new Date(`${iso.slice(0, 10)}T00:00Z`).getUTCDate() !== Number(iso.slice(8, 10))
  )
    return undefined
  return at
}
