import type { Inline, Text } from './blocks.ts'
import { code, inlinesOf } from './blocks.ts'

/** `1200` reads `1,200`; whole points and counts of a model never need more. */
export function inNumbers(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 1 })
}

/** `+25`, `−15`, with a true minus sign. */
export function signed(points: number): string {
  return points > 0 ? `+${inNumbers(points)}` : inNumbers(points).replace('-', '−')
}

export function counted(count: number, one: string, more = `${one}s`): string {
  return `${inNumbers(count)} ${count === 1 ? one : more}`
}

/** `a`, `a or b`, `a, b or c`. */
export function either(parts: readonly (readonly Inline[])[], word = 'or'): readonly Inline[] {
  return parts.flatMap((part, index) => {
    if (index === 0) return part
    return [index === parts.length - 1 ? ` ${word} ` : ', ', ...part]
  })
}

/** A fact's value as it reads in a rule: yes, no, a number or a code. */
export function valueInWords(value: string | number | boolean): Inline {
  if (typeof value === 'boolean') return value ? 'yes' : 'no'
  return typeof value === 'number' ? inNumbers(value) : code(value)
}

/** `companySize` and `benefit-roles` read as words. */
export function asWords(name: string): string {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .replaceAll('-', ' ')
    .toLowerCase()
}

/** The first letter in upper case. */
export function asSentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1)
}

/** 30 reads "30 minutes", 240 "4 hours", 4320 "3 days". */
export function minutesInWords(minutes: number): string {
  if (minutes % 1_440 === 0) return counted(minutes / 1_440, 'day')
  if (minutes % 60 === 0) return counted(minutes / 60, 'hour')
  return counted(minutes, 'minute')
}

/** Days of 24 hours, parts of one in hours. */
export function daysInWords(days: number): string {
  return days < 1 ? counted(days * 24, 'hour') : counted(days, 'day')
}

/** "the last 30 days", "the last day". */
export function lastDaysInWords(days: number): string {
  return `the last ${days === 1 ? 'day' : daysInWords(days)}`
}

/** A text without its marks, such as for a diff. */
export function asPlain(text: Text): string {
  return inlinesOf(text)
    .map((inline) => {
      if (typeof inline === 'string') return inline
      return 'code' in inline ? inline.code : inline.strong
    })
    .join('')
}
