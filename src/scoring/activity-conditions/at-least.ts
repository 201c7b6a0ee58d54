import { z } from 'zod'
import { faded } from '../decay.ts'
import { counted } from '../document/plain-words.ts'
import { NEVER } from '../tracks.ts'
import { defineActivityOperator, oneOf } from './activity-operator.ts'
import { WithinDays, windowMs, withinInWords } from './within-days.ts'

const AtLeast = z.strictObject({
  times: z.int().min(1).max(100),
  withinDays: WithinDays.optional(),
})

/** Counts once while so many matching activities lie in the window, decaying from the latest. */
export const atLeast = defineActivityOperator(AtLeast, {
  counts: 'together',
  test: ({ times, withinDays }, selector, tracks) => {
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
  inWords: ({ times, withinDays }) => [
    `, at least ${counted(times, 'time')}${withinInWords(withinDays)}`,
  ],
  example: ({ times }, looked, nowMs) => Array.from({ length: times }, () => oneOf(looked, nowMs)),
  mostTimes: () => 1,
  repeats: ({ times }) => times,
  endsAfterDays: ({ withinDays }) => withinDays,
})
