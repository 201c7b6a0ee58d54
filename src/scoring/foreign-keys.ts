import { ACTIVITY_OPERATOR_NAMES } from './activity-conditions/registry.ts'
import { OPERATOR_NAMES } from './conditions/registry.ts'

/**
 * What people write who know other tools, and what it is called here. Only names too far from ours to
 * be found as slips of the finger; letters are compared without case, hyphens and underscores.
 */
const MEANT: Readonly<Record<string, string>> = {
  field: 'fact',
  feild: 'fact',
  property: 'fact',
  attribute: 'fact',
  score: 'points',
  weight: 'points',
  value: 'equals',
  is: 'equals',
  eq: 'equals',
  anyof: 'in',
  oneof: 'in',
  list: 'inList',
  contains: 'containsWord',
  includes: 'containsWord',
  matches: 'containsWord',
  between: 'range',
  greaterthan: 'range',
  lessthan: 'range',
  morethan: 'range',
  gt: 'range',
  gte: 'range',
  lt: 'range',
  lte: 'range',
  from: 'min',
  minimum: 'min',
  atleast: 'min',
  to: 'max',
  maximum: 'max',
  upto: 'max',
  exists: 'present',
  known: 'present',
  isempty: 'missing',
  empty: 'missing',
  unknown: 'missing',
  sequence: 'after',
  follows: 'after',
  count: 'atLeast',
  days: 'withinDays',
  within: 'withinDays',
  event: 'activity',
  type: 'activity',
  page: 'category',
  why: 'because',
  text: 'reason',
  title: 'label',
  action: 'nextAction',
  topic: 'theme',
  decay: 'halfLifeDays',
  hot: 'sales-ready',
  warm: 'nurture',
  cold: 'unqualified',
  decided: 'ready',
  stage: 'lifecycle',
}

const FACT_KEYS: readonly string[] = ['fact', ...OPERATOR_NAMES]
const ACTIVITY_KEYS: readonly string[] = [
  'activity',
  'category',
  'decays',
  ...ACTIVITY_OPERATOR_NAMES,
]

/** Our name for a key of another tool, where it is one of those known here. */
export function meantBy(key: string, known: readonly string[]): string | undefined {
  const ours = MEANT[key.toLowerCase().replaceAll(/[-_\s]/g, '')]
  return ours !== undefined && known.includes(ours) ? ours : undefined
}

/** Why a key is not taken where it stands, if it would be somewhere else or never is. */
export function whyNotHere(key: string, known: readonly string[]): string | undefined {
  if (FACT_KEYS.includes(key) && known.includes('activity')) {
    return 'facts are asked about in fit'
  }
  if (ACTIVITY_KEYS.includes(key) && known.includes('fact')) {
    return 'activities are asked about in engagement'
  }
  if (key === 'halfLifeDays' || key === 'percentPerQuarter') {
    return 'only engagement fades'
  }
  if (/^(not|isnot|none)/i.test(key) && known.includes('equals')) {
    return 'no question asks for the opposite: ask for what does count, or take points off'
  }
  return undefined
}
