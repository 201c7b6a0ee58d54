import type { Activity } from '#src/ports.ts'
import type { ActivityQuestion, EngagementGroup, Said, Selection } from './written-model.ts'

export const DAY_MS = 86_400_000

const NO_SIGNS_OF_LIFE = [
  'email-bounced',
  'meeting-missed',
  'call-no-answer',
  'unsubscribed',
  'feedback-given',
  'deal-opened',
  'deal-won',
  'deal-lost',
]

/** "Only activities of one of the kinds and one of the categories count." */
export function selected(
  activities: readonly Activity[],
  { activity, category }: Selection,
): readonly Activity[] {
  return activities.filter(
    (one) =>
      (activity === undefined || [activity].flat().includes(one.kind)) &&
      (category === undefined || [category].flat().includes(one.category)),
  )
}

/** When the person last did something; -Infinity where they never did. */
export function latestSignOfLife(activities: readonly Activity[]): number {
  return latestOf(activities.filter(({ kind }) => !NO_SIGNS_OF_LIFE.includes(kind)))
}

/** -Infinity where there is none. */
export function latestOf(activities: readonly Activity[]): number {
  return Math.max(...activities.map(({ at }) => at))
}

/**
 * The activities whose points a rule gives, out of those seen up to now. `untilMs` is what windows and
 * fading are measured from: now, or the latest sign of life for a rule that takes points off.
 */
function activitiesThatCount(
  question: ActivityQuestion,
  seen: readonly Activity[],
  untilMs: number,
): readonly Activity[] {
  const own = selected(seen, question)
  const within = (days: number | undefined): readonly Activity[] =>
    own.filter(({ at }) => days === undefined || untilMs - at <= days * DAY_MS)
  const { atLeast, repeated, distinctDays, after, latest } = question
  if (atLeast !== undefined) {
    const close = within(atLeast.withinDays)
    return close.length >= atLeast.times ? newest(close, 1) : []
  }
  if (repeated !== undefined) return newest(within(repeated.withinDays), repeated.maxTimes)
  if (distinctDays !== undefined) {
    const close = within(distinctDays.withinDays)
    const days = new Set(close.map(({ at }) => new Date(at).toISOString().slice(0, 10)))
    return days.size >= distinctDays.days ? newest(close, 1) : []
  }
  if (after !== undefined) {
    const earlier = selected(seen, after)
    const followed = own.filter((then) =>
      earlier.some(({ at }) => at < then.at && then.at - at <= after.withinDays * DAY_MS),
    )
    return newest(followed, 1)
  }
  return newest(within(latest?.withinDays), 1)
}

function newest(activities: readonly Activity[], most: number): readonly Activity[] {
  return activities.toSorted((a, b) => b.at - a.at).slice(0, most)
}

/** What a rule gives at an instant, and when the latest activity behind it was. */
export function earned(
  rule: Said & ActivityQuestion,
  group: EngagementGroup,
  { seen, nowMs }: { seen: readonly Activity[]; nowMs: number },
): { readonly points: number; readonly at: number | undefined } {
  const untilMs = rule.points < 0 ? latestSignOfLife(seen) : nowMs
  const counting = activitiesThatCount(rule, seen, untilMs)
  if (counting.length === 0) return { points: 0, at: undefined }
  const left = counting.map(({ at }) => {
    // "An activity after the latest sign of life takes off its points in full."
    const ageDays = Math.max(0, untilMs - at) / DAY_MS
    return rule.decays === false ? 1 : leftOf(ageDays, group)
  })
  const points = left.reduce((sum, part) => sum + rule.points * part, 0)
  return { points, at: latestOf(counting) }
}

function leftOf(ageDays: number, { halfLifeDays, percentPerQuarter = 0 }: EngagementGroup): number {
  if (halfLifeDays !== undefined) return 2 ** (-ageDays / halfLifeDays)
  return (1 - percentPerQuarter / 100) ** (ageDays / 91)
}
