import { z } from 'zod'
import { DAY_MS } from '../decay.ts'
import { daysInWords } from '../document/plain-words.ts'

/** A window of whole or part days, each 24 hours. */
export const WithinDays = z.number().positive().max(3_650)

/** Infinity when there is no window. */
export function windowMs(withinDays: number | undefined): number {
  return withinDays === undefined ? Infinity : withinDays * DAY_MS
}

/** " within 30 days", or nothing where there is no window. */
export function withinInWords(withinDays: number | undefined): string {
  return withinDays === undefined ? '' : ` within ${daysInWords(withinDays)}`
}
