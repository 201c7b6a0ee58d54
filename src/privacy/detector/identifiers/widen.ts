import type { Candidate } from './candidate.ts'
import { STATE_PATTERN } from './places/postcode.ts'
import type { Scan } from './scan.ts'

const LOOK = 40

const TIME =
  /^(?:,? (?:at )?|T)(?:\d{1,2}:\d{2}(?::\d{2}(?:\.\d{1,6})?)?(?: ?[ap]\.?m\b\.?)?|\d{1,2} ?[ap]\.?m\b\.?)(?: ?(?:Z\b|[+-]\d{2}:?\d{2}|[ECMP][SD]?T\b|UTC|GMT))?/i
const WEEKDAY =
  /\b(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\.?,? (?:the )?|(?:lunes|martes|mi[eé]rcoles|jueves|viernes|s[aá]bado|domingo),? |the |el )$/i
const NUMBER_START = /(?:\+1?[-. ]?\(?|\+\d{1,3}[-. ]?\(?|\b1[-. ]?\(|\()$/
const DIRECTION =
  /\b(?:North|South|East|West|Northeast|Northwest|Southeast|Southwest|Downtown|Greater|Upper|Lower|Old|New|Port|Lake|Mount|St\.|Ft\.|Mt\.|Fort|San|Santa|Los|Las|El|La|Central|Uptown|Midtown) $/
const PART_OF_TOWN =
  /^ (?:Valley|Heights|Beach|Park|Springs|Hills|Village|Falls|Grove|City|Shores|Lakes|Gardens|Bluffs|Township|Borough)\b/
const STATE = new RegExp(
  `^,? {1,2}${STATE_PATTERN}(?![A-Za-z])\\.?(?:,? {1,2}\\d{5}(?:-\\d{4})?(?!\\d))?|^,? \\d{5}(?:-\\d{4})?(?!\\d)`,
)
const STATE_IN_WORDS = new RegExp(`^, ${STATE_PATTERN}(?![A-Za-z])`, 'i')

const before = (text: string, start: number): string => text.slice(Math.max(0, start - LOOK), start)
const after = (text: string, end: number): string => text.slice(end, end + LOOK)
const lengthOf = (found: RegExpExecArray | null): number => found?.[0].length ?? 0

function widenDate(one: Candidate, text: string): Candidate {
  const start = one.start - lengthOf(WEEKDAY.exec(before(text, one.start)))
  return { ...one, start, end: one.end + lengthOf(TIME.exec(after(text, one.end))) }
}

function widenPlace(one: Candidate, text: string): Candidate {
  const start = one.start - lengthOf(DIRECTION.exec(before(text, one.start)))
  const town = one.end + lengthOf(PART_OF_TOWN.exec(after(text, one.end)))
  const rest = after(text, town)
  return {
    ...one,
    start,
    end: town + (lengthOf(STATE.exec(rest)) || lengthOf(STATE_IN_WORDS.exec(rest))),
  }
}

/**
 * Takes in what belongs to a finding and identifies nobody without it: the weekday and the hour of a
 * date, the "+1 (" of a number, the state of a town.
 */
export function widen(one: Candidate, { text }: Scan): Candidate {
  if (one.kind === 'date') return widenDate(one, text)
  if (one.kind === 'geography') return widenPlace(one, text)
  if (one.kind !== 'phone' && one.kind !== 'fax') return one
  return { ...one, start: one.start - lengthOf(NUMBER_START.exec(before(text, one.start))) }
}
