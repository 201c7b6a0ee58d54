import { z } from 'zod'
import { decayed } from '../decay.ts'
import { defineActivityOperator } from './activity-operator.ts'
import { leavesAt, WithinDays, windowMs } from './within-days.ts'

const Repeated = z.strictObject({
  maxTimes: z.int().min(1).max(100),
  withinDays: WithinDays.optional(),
})

/** Counts for each of the latest `maxTimes` matching activities, each decaying from its own time. */
export const repeated = defineActivityOperator(
  Repeated,
  ({ maxTimes, withinDays }, selector, tracks) => {
    const track = tracks.open(selector, maxTimes)
    const window = windowMs(withinDays)
    const counted = (times: readonly number[] | undefined, nowMs: number): readonly number[] =>
      times?.slice(0, maxTimes).filter((at) => nowMs - at <= window) ?? []
    return {
      worth: (hits, nowMs, halfLifeMs) => {
        const times = hits[track]
        if (times === undefined) return 0
        let worth = 0
        for (let index = 0; index < maxTimes; index += 1) {
          const at = times[index]
          if (at === undefined || nowMs - at > window) break
          worth += decayed(nowMs - at, halfLifeMs)
        }
        return worth
      },
      latestAt: (hits) => hits[track]?.[0],
      breaksAt: (hits, nowMs) => {
        const oldest = counted(hits[track], nowMs).at(-1)
        return oldest === undefined ? Infinity : leavesAt(oldest, window)
      },
    }
  },
)
