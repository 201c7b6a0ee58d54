import type { Tier } from '../ports.ts'
import type { Minima } from './bands.ts'
import { mostOfRule } from './check/attainable.ts'
import { createRater, possibleValues } from './fact-values.ts'
import type { Model } from './model.ts'
import { openFacts } from './path-moves.ts'
import type { Subject } from './score.ts'

interface Target {
  readonly tier: Tier
  readonly minima: Minima
  readonly nowMs: number
}

/** Why the tier is surely out of reach for this subject, whatever it does; nothing where it may not be. */
export function whyOutOfReach(
  model: Model,
  subject: Subject,
  { tier, minima, nowMs }: Target,
): string | undefined {
  const points = mostByGroup(model, subject, nowMs)
  const fit = within(
    model.fit,
    model.fit.groups.reduce((sum, group) => sum + within(group, points.get(group.id) ?? 0), 0),
  )
  const engagement = within(
    model.engagement,
    mostEngagement(model) + (points.get('lifecycle') ?? 0),
  )
  const score = Math.max(0, Math.min(100, fit + engagement))
  const beyond = (what: string, most: number, least: number | undefined): string | undefined =>
    least === undefined || most >= least
      ? undefined
      : `${what} can reach ${most} and ${tier} starts at ${least}`
  return (
    beyond('Fit', fit, minima.fit) ??
    beyond('Engagement', engagement, minima.engagement) ??
    beyond('The score', score, minima.score)
  )
}

/** The most each group could get if every open fact had the best value for that group. */
function mostByGroup(model: Model, subject: Subject, nowMs: number): ReadonlyMap<string, number> {
  const isOpen = openFacts(model, subject)
  const rate = createRater(model, nowMs)
  const most = new Map<string, number>()
  for (const [fact, values] of possibleValues(model, nowMs)) {
    const now = rate(fact, subject.facts[fact])
    const options = isOpen(fact) ? [now, ...values] : [now]
    for (const group of new Set(options.flatMap(({ points }) => [...points.keys()]))) {
      const best = Math.max(...options.map(({ points }) => points.get(group) ?? 0))
      most.set(group, (most.get(group) ?? 0) + best)
    }
  }
  return most
}

function mostEngagement({ engagement, adjustments: { recency } }: Model): number {
  const groups = engagement.groups.map((group) => {
    const points = group.rules.map((rule) => Math.max(0, mostOfRule(rule)))
    return within(
      group,
      points.reduce((sum, most) => sum + most, 0),
    )
  })
  const steps = recency?.steps.map(({ points }) => points) ?? []
  return groups.reduce((sum, most) => sum + most, Math.max(0, ...steps))
}

function within({ cap, floor }: { cap: number; floor: number }, points: number): number {
  return Math.min(cap, Math.max(floor, points))
}
