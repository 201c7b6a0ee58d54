import { z } from 'zod'
import { DAY_MS, faded } from '../decay.ts'
import { counted } from '../document/plain-words.ts'
import { NEVER } from '../tracks.ts'
import { defineActivityOperator, oneOf } from './activity-operator.ts'
import { WithinDays, windowMs, withinInWords } from './within-days.ts'

const DistinctDays = z.strictObject({
  days: z.int().min(2).max(100),
  withinDays: WithinDays.optional(),
})

/**
 * Counts once while matching activities lie on so many different days in the window, decaying from
 * the latest. Days are UTC days: what day it is somewhere must not decide on points.
 */
export const distinctDays = defineActivityOperator(DistinctDays, {
  counts: 'days',
  test: ({ days, withinDays }, selector, tracks) => {
    const track = tracks.openAll(selector)
    const window = windowMs(withinDays)
    return {
      worth: ({ all }, clockMs, rate) => {
        const times = all[track] ?? []
        const nth = latestOfNthDay(times, days)
        if (nth === undefined || clockMs - nth > window) return 0
        return faded(clockMs - (times[0] ?? nth), rate)
      },
      latestAt: ({ all }) => all[track]?.[0] ?? NEVER,
    }
  },
  inWords: ({ days, withinDays }) => [
    `, on ${counted(days, 'different day')}${withinInWords(withinDays)}`,
  ],
  example: ({ days }, looked, nowMs) =>
    Array.from({ length: days }, (_, back) => oneOf(looked, nowMs - back * DAY_MS)),
  mostTimes: () => 1,
  repeats: () => 1,
  endsAfterDays: ({ withinDays }) => withinDays,
})

/** The latest time on the nth day, counted back from the newest; times stand newest first. */
function latestOfNthDay(times: readonly number[], nth: number): number | undefined {
  let days = 0
  let last = Number.NaN
  for (const at of times) {
    const day = Math.floor(at / DAY_MS)
    if (day === last) continue
    days += 1
    last = day
    if (days === nth) return at
  }
  return undefined
}
