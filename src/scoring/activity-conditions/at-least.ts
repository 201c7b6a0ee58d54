import { z } from 'zod'
import { faded } from '../decay.ts'
import { NEVER } from '../tracks.ts'
import { defineActivityOperator } from './activity-operator.ts'
import { WithinDays, windowMs } from './within-days.ts'

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
      worth: ({ newest }, clockMs, rate) => {
        const nth = newest[track + times - 1] ?? NEVER
        if (nth === NEVER || clockMs - nth > window) return 0
        return faded(clockMs - (newest[track] ?? nth), rate)
      },
      latestAt: ({ newest }) => newest[track] ?? NEVER,
    }
  },
)
