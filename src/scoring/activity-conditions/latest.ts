import { z } from 'zod'
import { decayed } from '../decay.ts'
import { defineActivityOperator } from './activity-operator.ts'
import { leavesAt, WithinDays, windowMs } from './within-days.ts'

/** Counts once, decaying from the latest matching activity. */
export const latest = defineActivityOperator(
  z.strictObject({ withinDays: WithinDays.optional() }),
  ({ withinDays }, selector, tracks) => {
    const track = tracks.open(selector, 1)
    const window = windowMs(withinDays)
    return {
      worth: (hits, nowMs, halfLifeMs) => {
        const at = hits[track]?.[0]
        return at === undefined || nowMs - at > window ? 0 : decayed(nowMs - at, halfLifeMs)
      },
      latestAt: (hits) => hits[track]?.[0],
      breaksAt: (hits, nowMs) => {
        const at = hits[track]?.[0]
        return at === undefined || nowMs - at > window ? Infinity : leavesAt(at, window)
      },
    }
  },
)
