import type { Activity, ActivityCategory, ActivityKind, Facts, FactValue } from '../../ports.ts'
import { DAY_MS } from '../decay.ts'
import type { Lists } from '../lists.ts'
import type { Model } from '../model.ts'
import type { EngagementRule, FitRule } from '../model-rules.ts'
import type { Subject } from '../score.ts'
import { boundsOf } from './condition-words.ts'
import type { RuleEntry } from './rule-entries.ts'

const HOUR_MS = 3_600_000

/** The least that makes a rule count in full at `nowMs`. */
export function exampleOf(
  entry: RuleEntry,
  { lists }: Pick<Model, 'lists'>,
  nowMs: number,
): Subject {
  if (entry.axis === 'engagement') {
    return { facts: {}, activities: exampleActivities(entry.rule, nowMs) }
  }
  const value = exampleValue(entry.rule, lists, nowMs)
  const facts: Facts = value === undefined ? {} : { [entry.rule.fact]: value }
  return { facts, activities: [] }
}

/** A value of the fact that the rule matches; `undefined` where it asks for nothing to be known. */
function exampleValue(rule: FitRule, lists: Lists, nowMs: number): FactValue | undefined {
  if (rule.equals !== undefined) return rule.equals as FactValue
  if (Array.isArray(rule.in)) return rule.in[0] as FactValue
  if (rule.range !== undefined) return exampleInRange(rule.range)
  if (typeof rule.inList === 'string') {
    const list = lists[rule.inList]
    return list?.codes[0] ?? list?.words[0]
  }
  if (rule.containsWord !== undefined) return [rule.containsWord].flat()[0] as string
  if (rule.dateWithinDays !== undefined) {
    return nowMs - Math.floor((Number(rule.dateWithinDays) * DAY_MS) / 2)
  }
  return rule.missing === true ? undefined : true
}

/** A number people would say: not the very edge where there is room. */
function exampleInRange(range: unknown): number {
  const { min, max } = boundsOf(range)
  if (max === Infinity) return min
  if (min === -Infinity) return max
  const middle = Math.round((min + max) / 2)
  return middle >= min && middle <= max ? middle : min
}

interface Counting {
  readonly times?: number
  readonly maxTimes?: number
  readonly days?: number
}

/** Activities that make the rule count in full: all just now, but where days or an order are asked for. */
function exampleActivities(rule: EngagementRule, nowMs: number): readonly Activity[] {
  const { atLeast, repeated, distinctDays, after } = rule
  const { times, maxTimes, days } = (atLeast ?? repeated ?? distinctDays ?? {}) as Counting
  if (days !== undefined) {
    return Array.from({ length: days }, (_, back) => act(rule, nowMs - back * DAY_MS))
  }
  if (after !== undefined) {
    const first = after as Pick<EngagementRule, 'activity' | 'category'> & { withinDays: number }
    const gapMs = Math.min(DAY_MS, Math.floor((first.withinDays * DAY_MS) / 2) || 1)
    return [act(first, nowMs - gapMs), act(rule, nowMs)]
  }
  return Array.from({ length: times ?? maxTimes ?? 1 }, () => act(rule, nowMs))
}

function act(
  { activity, category }: Pick<EngagementRule, 'activity' | 'category'>,
  at: number,
): Activity {
  const kind: ActivityKind = activity[0] ?? 'form-submitted'
  const about: ActivityCategory = category?.[0] ?? 'other'
  return { kind, category: about, at }
}

/** How long ago, as people say it. */
export function agoInWords(at: number, nowMs: number): string {
  const ageMs = nowMs - at
  if (ageMs < HOUR_MS) return 'today'
  const days = Math.round(ageMs / DAY_MS)
  if (days === 0) return 'earlier today'
  return days === 1 ? 'yesterday' : `${days} days ago`
}
