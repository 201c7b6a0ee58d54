import { endsByItself } from '../../scoring/activity-conditions/registry.ts'
import type { RuleEntry } from '../../scoring/document/rule-entries.ts'
import { MOST_POINTS } from '../learn/points-fit.ts'
import { logOddsRatio } from '../statistics/odds-ratio.ts'
import type { ModelChange } from './model-change.ts'
import type { RuleWeight } from './rule-weights.ts'
import { sidesInWords } from './sides.ts'

export interface PointsScale {
  /** Model points per point of the card. */
  readonly scale: number
  /** Log odds of one model point. */
  readonly unit: number
}

/** What becomes of a rule the history can tell about. */
export function changeRule(entry: RuleEntry, rule: RuleWeight, scale: PointsScale): ModelChange {
  const counts = sidesInWords(rule.sides)
  const wanted = Math.round(rule.weight * scale.scale)
  const after = within(wanted, limitsOf(entry))
  if (after === rule.present) return keepRule(entry, `${counts}: the points it has.`)
  if (cannotTell(rule, wanted, scale)) {
    return keepRule(entry, `${counts}: not enough to speak for or against it.`)
  }
  if (after !== 0) {
    const limited = after === wanted ? '' : '; more than its group has room for'
    return { ...changeOf(entry, 'change'), after, because: `${counts}${limited}.` }
  }
  if (wanted !== 0) {
    const because = `${counts}; its group has no room for what they say.`
    return { ...changeOf(entry, 'remove'), because }
  }
  return {
    ...changeOf(entry, 'remove'),
    because: `${counts}; beside the other rules it tells nothing.`,
  }
}

export function keepRule(entry: RuleEntry, because: string): ModelChange {
  return { ...changeOf(entry, 'keep'), after: entry.rule.points, because }
}

function changeOf({ axis, group, rule }: RuleEntry, action: ModelChange['action']) {
  const { points: before, reason: what } = rule
  return { group: group.id, rule: rule.id, axis, action, what, before, after: undefined }
}

interface Limits {
  readonly least: number
  readonly most: number
}

function limitsOf({ axis, group, rule }: RuleEntry): Limits {
  const lastsForever = axis === 'engagement' && !rule.decays && !endsByItself(rule)
  return {
    least: Math.max(-MOST_POINTS, group.floor),
    // The model language lets points be taken off for ever, but not given.
    most: lastsForever ? 0 : Math.min(MOST_POINTS, group.cap),
  }
}

function within(points: number, { least, most }: Limits): number {
  // Adding 0 makes a plain 0 of a negative one.
  return Math.max(least, Math.min(most, points)) + 0
}

/**
 * What is rare now may be common next year: a rule goes when records speak against it, not for being
 * rare. Alone it may go with no other share of wins at all, and beside the other rules, of which as much is
 * known, with as many points as it has.
 */
function cannotTell(
  { sides, present }: RuleWeight,
  wanted: number,
  { unit }: PointsScale,
): boolean {
  const { low, high } = logOddsRatio(sides.like, sides.others)
  return low <= 0 && high >= 0 && Math.abs(present - wanted) * unit <= (high - low) / 2
}
