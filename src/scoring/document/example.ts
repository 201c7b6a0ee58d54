import type { Facts } from '../../ports.ts'
import { activityOperatorOf } from '../activity-conditions/registry.ts'
import { operatorOf } from '../conditions/registry.ts'
import { DAY_MS } from '../decay.ts'
import type { Model } from '../model.ts'
import type { Subject } from '../score.ts'
import type { RuleEntry } from './rule-entries.ts'

const HOUR_MS = 3_600_000

/** The least that makes a rule count in full at `nowMs`. */
export function exampleOf(
  entry: RuleEntry,
  { lists }: Pick<Model, 'lists'>,
  nowMs: number,
): Subject {
  if (entry.axis === 'engagement') {
    const { operator, args } = activityOperatorOf(entry.rule)
    return { facts: {}, activities: operator.example(args, entry.rule, nowMs) }
  }
  const asked = operatorOf(entry.rule)
  const value = asked?.operator.example(asked.args, { lists, nowMs })
  const facts: Facts = value === undefined ? {} : { [entry.rule.fact]: value }
  return { facts, activities: [] }
}

/** How long ago, as people say it. */
export function agoInWords(at: number, nowMs: number): string {
  const ageMs = nowMs - at
  if (ageMs < HOUR_MS) return 'today'
  const days = Math.round(ageMs / DAY_MS)
  if (days === 0) return 'earlier today'
  return days === 1 ? 'yesterday' : `${days} days ago`
}
