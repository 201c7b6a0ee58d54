import type { ActivityCategory, ActivityKind } from '../../ports.ts'
import type { EngagementRule, FitRule } from '../model-rules.ts'
import { ABOUT_WORDS, KIND_WORDS } from './activity-words.ts'
import { code, type Inline } from './blocks.ts'
import { asWords, counted, daysInWords, either, inNumbers, lastDaysInWords } from './plain-words.ts'

type FactAsked = Omit<FitRule, 'id' | 'points' | 'reason' | 'because'>
type ActivityAsked = Pick<EngagementRule, 'activity' | 'category'>

/** What a rule asks of a fact, such as "company size is from 200 to 999". */
export function factInWords(rule: FactAsked): readonly Inline[] {
  return [asWords(rule.fact), ' ', ...askedOfFact(rule)]
}

function askedOfFact(rule: FactAsked): readonly Inline[] {
  if (rule.equals !== undefined) return ['is ', ...value(rule.equals)]
  if (Array.isArray(rule.in)) return ['is ', ...either(rule.in.map(value))]
  if (rule.range !== undefined) return [rangeInWords(rule.range)]
  if (typeof rule.inList === 'string') return ['is on the list ', code(rule.inList)]
  if (rule.containsWord !== undefined) {
    return ['contains ', ...either([rule.containsWord].flat().map(value))]
  }
  if (rule.dateWithinDays !== undefined) {
    return [`is within ${lastDaysInWords(Number(rule.dateWithinDays))}`]
  }
  return [rule.missing === true ? 'is not known' : 'is known']
}

function value(one: unknown): readonly Inline[] {
  if (one === true) return ['yes']
  if (one === false) return ['no']
  return [typeof one === 'number' ? inNumbers(one) : code(String(one))]
}

/** The bounds of a range rule; an open end is infinite. */
export function boundsOf(range: unknown): { readonly min: number; readonly max: number } {
  const { min = -Infinity, max = Infinity } = range as { min?: number; max?: number }
  return { min, max }
}

/** "from 200 to 999", "1,000 or more", "49 or fewer". */
function rangeInWords(range: unknown): string {
  const { min, max } = boundsOf(range)
  if (min === max) return `is exactly ${inNumbers(min)}`
  if (max === Infinity) return `is ${inNumbers(min)} or more`
  if (min === -Infinity) return `is ${inNumbers(max)} or less`
  return `is from ${inNumbers(min)} to ${inNumbers(max)}`
}

/** What a rule asks of activities, such as "opens an email, at least 3 times within 30 days". */
export function activityInWords(rule: EngagementRule): readonly Inline[] {
  return [...selectorInWords(rule), ...countingInWords(rule)]
}

function selectorInWords({ activity, category }: ActivityAsked): readonly Inline[] {
  return [...kindsInWords(activity), ...aboutInWords(category)]
}

function kindsInWords(kinds: readonly ActivityKind[]): readonly Inline[] {
  return either(kinds.map((kind) => [KIND_WORDS[kind].does]))
}

function aboutInWords(categories: readonly ActivityCategory[] | undefined): readonly Inline[] {
  if (categories === undefined) return []
  return [' about ', ...either(categories.map((category) => [ABOUT_WORDS[category]]))]
}

interface Counting {
  readonly withinDays?: number
  readonly times?: number
  readonly maxTimes?: number
  readonly days?: number
}

function countingInWords(rule: EngagementRule): readonly Inline[] {
  const { latest, atLeast, repeated, distinctDays, after } = rule
  if (after !== undefined) {
    const first = after as ActivityAsked & { readonly withinDays: number }
    return [` within ${daysInWords(first.withinDays)} after someone `, ...selectorInWords(first)]
  }
  const counting = (atLeast ?? repeated ?? distinctDays ?? latest ?? {}) as Counting
  const { withinDays, times, maxTimes, days } = counting
  const window = withinDays === undefined ? '' : ` within ${daysInWords(withinDays)}`
  if (times !== undefined) return [`, at least ${counted(times, 'time')}${window}`]
  if (days !== undefined) return [`, on ${counted(days, 'different day')}${window}`]
  if (maxTimes !== undefined && maxTimes > 1) {
    return [
      `; each of the latest ${maxTimes} times counts${withinDays === undefined ? '' : `,${window}`}`,
    ]
  }
  return withinDays === undefined ? [] : [` in ${lastDaysInWords(withinDays)}`]
}
