import { z } from 'zod'
import { faded } from '../decay.ts'
import { NEVER } from '../tracks.ts'
import { defineActivityOperator } from './activity-operator.ts'
import { WithinDays, windowMs } from './within-days.ts'

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
    return {
      worth: ({ newest }, clockMs, rate) => {
        let worth = 0
        for (let index = track; index < track + maxTimes; index += 1) {
          const at = newest[index] ?? NEVER
          if (at === NEVER || clockMs - at > window) break
          worth += faded(clockMs - at, rate)
        }
        return worth
      },
      latestAt: ({ newest }) => newest[track] ?? NEVER,
    }
  },
)
