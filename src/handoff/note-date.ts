import type { NoteLanguage } from '../ports.ts'
import { zoneOffset } from './zone-offset.ts'

/** Short names as the Unicode CLDR has them. */
const MONTHS: Readonly<Record<NoteLanguage, readonly string[]>> = {
  en: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
  es: 'ene feb mar abr may jun jul ago sept oct nov dic'.split(' '),
}

const DAY_MS = 86_400_000
/** A day without time is read as its noon in UTC, and is the same day in every zone. */
const DAY_ALONE_MS = DAY_MS / 2

/**
 * `12 Nov 2026`, the day in this zone: absolute, so that a note stays the same until something happens,
 * and the day the CRM shows beside it.
 */
export function noteDate(at: number, language: NoteLanguage = 'en', zone = 'UTC'): string {
  const date = new Date(at % DAY_MS === DAY_ALONE_MS ? at : at + zoneOffset(zone, at))
  const month = MONTHS[language][date.getUTCMonth()]
  return `${date.getUTCDate()} ${month} ${date.getUTCFullYear()}`
}

const WITHIN: Readonly<Record<NoteLanguage, string>> = { en: 'within', es: 'en un plazo de' }
const UNITS: Readonly<Record<NoteLanguage, readonly (readonly [one: string, more: string])[]>> = {
  en: [
    ['minute', 'minutes'],
    ['hour', 'hours'],
    ['day', 'days'],
  ],
  es: [
    ['minuto', 'minutos'],
    ['hora', 'horas'],
    ['día', 'días'],
  ],
}
// Made once: making one takes longer than writing the rest of a note.
const NUMBERS: Readonly<Record<NoteLanguage, Intl.NumberFormat>> = {
  en: new Intl.NumberFormat('en-US'),
  es: new Intl.NumberFormat('es-US'),
}

/** `within 30 minutes`, `within 4 hours`, `within 2 days`; the largest unit that divides the time. */
export function withinWords(minutes: number, language: NoteLanguage = 'en'): string {
  const [unit, amount] = largestUnit(minutes)
  const [one, more] = UNITS[language][unit] ?? ['', '']
  return `${WITHIN[language]} ${noteNumber(amount, language)} ${amount === 1 ? one : more}`
}

export function noteNumber(value: number, language: NoteLanguage): string {
  if (value < 1_000) return String(value)
  return NUMBERS[language].format(value)
}

function largestUnit(minutes: number): readonly [unit: number, amount: number] {
  if (minutes % 1_440 === 0) return [2, minutes / 1_440]
  if (minutes % 60 === 0) return [1, minutes / 60]
  return [0, minutes]
}
