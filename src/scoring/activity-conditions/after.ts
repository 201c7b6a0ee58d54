import { z } from 'zod'
import { ACTIVITY_CATEGORIES } from '../../ports.ts'
import { DAY_MS, faded } from '../decay.ts'
import { activitiesInWords } from '../document/activity-words.ts'
import { daysInWords } from '../document/plain-words.ts'
import { oneOrMore } from '../one-or-more.ts'
import { SCORABLE_KINDS } from '../scorable-kinds.ts'
import { type Hits, NEVER } from '../tracks.ts'
import { defineActivityOperator, oneOf } from './activity-operator.ts'
import { WithinDays, windowMs } from './within-days.ts'

const After = z.strictObject({
  activity: oneOrMore(z.enum(SCORABLE_KINDS)),
  category: oneOrMore(z.enum(ACTIVITY_CATEGORIES)).optional(),
  withinDays: WithinDays,
})

/**
 * Counts once where the rule's own activity came later than another, by no more than so many days;
 * decays from the latest that did.
 */
export const after = defineActivityOperator(After, {
  counts: 'order',
  test: ({ activity, category, withinDays }, selector, tracks) => {
    const firstTrack = tracks.openAll({ kinds: activity, categories: category })
    const thenTrack = tracks.openAll(selector)
    const window = windowMs(withinDays)
    const latestAt = ({ all }: Hits): number =>
      latestFollower(all[firstTrack] ?? [], all[thenTrack] ?? [], window)
    return {
      worth: (hits, clockMs, rate) => {
        const at = latestAt(hits)
        return at === NEVER ? 0 : faded(clockMs - at, rate)
      },
      latestAt,
    }
  },
  inWords: ({ withinDays, ...first }) => [
    ` within ${daysInWords(withinDays)} after someone `,
    ...activitiesInWords(first),
  ],
  example: ({ withinDays, ...first }, looked, nowMs) => {
    const gapMs = Math.min(DAY_MS, Math.floor((withinDays * DAY_MS) / 2) || 1)
    return [oneOf(first, nowMs - gapMs), oneOf(looked, nowMs)]
  },
  mostTimes: () => 1,
  repeats: () => 1,
  // Its window lies between two activities.
  endsAfterDays: () => undefined,
})

/** The newest of `then` that has one of `first` before it, strictly and within the window. */
function latestFollower(first: readonly number[], then: readonly number[], window: number): number {
  let index = 0
  for (const at of then) {
    while (index < first.length && (first[index] ?? 0) >= at) index += 1
    const before = first[index]
    if (before === undefined) return NEVER
    if (at - before <= window) return at
  }
  return NEVER
}
