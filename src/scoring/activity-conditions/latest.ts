import { z } from 'zod'
import { faded } from '../decay.ts'
import { lastDaysInWords } from '../document/plain-words.ts'
import { NEVER } from '../tracks.ts'
import { defineActivityOperator, oneOf } from './activity-operator.ts'
import { WithinDays, windowMs } from './within-days.ts'

/** Counts once, decaying from the latest matching activity. */
export const latest = defineActivityOperator(
  z.strictObject({ withinDays: WithinDays.optional() }),
  {
    counts: 'each',
    test: ({ withinDays }, selector, tracks) => {
      const track = tracks.open(selector, 1)
      const window = windowMs(withinDays)
      return {
        worth: ({ newest }, clockMs, rate) => {
          const at = newest[track] ?? NEVER
          return at === NEVER || clockMs - at > window ? 0 : faded(clockMs - at, rate)
        },
        latestAt: ({ newest }) => newest[track] ?? NEVER,
      }
    },
    inWords: ({ withinDays }) =>
      withinDays === undefined ? [] : [` in ${lastDaysInWords(withinDays)}`],
    example: (_args, looked, nowMs) => [oneOf(looked, nowMs)],
    mostTimes: () => 1,
    repeats: () => 1,
    endsAfterDays: ({ withinDays }) => withinDays,
  },
)
