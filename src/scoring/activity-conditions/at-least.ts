import { z } from 'zod'
import { decayed } from '../decay.ts'
import { defineActivityOperator } from './activity-operator.ts'
import { leavesAt, WithinDays, windowMs } from './within-days.ts'

const AtLeast = z.strictObject({
  times: z.int().min(1).max(100),
  withinDays: WithinDays.optional(),
})

/** Counts once while so many matching activities lie in the window, decaying from the latest. */
export const atLeast = defineActivityOperator(
  AtLeast,
  ({ times, withinDays }, selector, tracks) => {
    const track = tracks.open(selector, times)
    const window = windowMs(withinDays)
    return {
      worth: (hits, nowMs, halfLifeMs) => {
        const found = hits[track]
        const last = found?.[0]
        const nth = found?.[times - 1]
        if (last === undefined || nth === undefined || nowMs - nth > window) return 0
        return decayed(nowMs - last, halfLifeMs)
      },
      latestAt: (hits) => hits[track]?.[0],
      breaksAt: (hits, nowMs) => {
        const nth = hits[track]?.[times - 1]
        return nth === undefined || nowMs - nth > window ? Infinity : leavesAt(nth, window)
      },
    }
  },
)
