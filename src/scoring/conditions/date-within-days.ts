import { z } from 'zod'
import { DAY_MS } from '../decay.ts'
import { lastDaysInWords } from '../document/plain-words.ts'
import { defineTimedOperator } from './operator.ts'

/** The date is past, and by no more than so many days of 24 hours. */
export const dateWithinDays = defineTimedOperator(z.number().positive().max(36_500), {
  test: (days) => {
    const withinMs = days * DAY_MS
    return {
      test: (value, nowMs) => {
        if (typeof value !== 'number') return undefined
        return value <= nowMs && nowMs - value <= withinMs
      },
      changesAt: (value) => (typeof value === 'number' ? [value, value + withinMs + 1] : []),
    }
  },
  inWords: (days) => [`is within ${lastDaysInWords(days)}`],
  values: (days, { nowMs }) => {
    const from = nowMs - days * DAY_MS
    return [nowMs, Math.ceil(from), Math.floor(from) - 1]
  },
  example: (days, { nowMs }) => nowMs - Math.floor((days * DAY_MS) / 2),
  reads: () => 'date',
})
