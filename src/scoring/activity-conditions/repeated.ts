import { z } from 'zod'
import { faded } from '../decay.ts'
import { lastDaysInWords } from '../document/plain-words.ts'
import { NEVER } from '../tracks.ts'
import { defineActivityOperator, oneOf } from './activity-operator.ts'
import { WithinDays, windowMs, withinInWords } from './within-days.ts'

const Repeated = z.strictObject({
  maxTimes: z.int().min(1).max(100),
  withinDays: WithinDays.optional(),
})

/** Counts for each of the latest `maxTimes` matching activities, each decaying from its own time. */
export const repeated = defineActivityOperator(Repeated, {
  counts: 'each',
  test: ({ maxTimes, withinDays }, selector, tracks) => {
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
  inWords: ({ maxTimes, withinDays }) => {
    if (maxTimes === 1)
      return withinDays === undefined ? [] : [` in ${lastDaysInWords(withinDays)}`]
    const window = withinDays === undefined ? '' : `,${withinInWords(withinDays)}`
    return [`; each of the latest ${maxTimes} times counts${window}`]
  },
  example: ({ maxTimes }, looked, nowMs) =>
    Array.from({ length: maxTimes }, () => oneOf(looked, nowMs)),
  mostTimes: ({ maxTimes }) => maxTimes,
  repeats: ({ maxTimes }) => maxTimes,
  endsAfterDays: ({ withinDays }) => withinDays,
})
