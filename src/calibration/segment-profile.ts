import type { Audience, FactValue, SegmentFeature } from '../ports.ts'
import type { Profile } from './k-modes.ts'
import type { OutcomeRecord } from './outcome-record.ts'

/** What of a person, new or of the history, a segment may ask for. */
export interface SegmentSubject {
  readonly audience: Audience
  /** Own coded facts over those of the organisation. */
  readonly facts: Readonly<Record<string, FactValue | undefined>>
  /** By rule; a rule that is missing gave none. */
  readonly points: Readonly<Record<string, number>>
}

/** A value this rare cannot shape a segment that can be shown. */
const RARE_SHARE = 0.01
const RARE = 'something else'
const UNKNOWN = 'not known'
const COUNTED = 'counted'
export const DID_NOT = 'did not count'

/**
 * Who they are to us, facts as coded, numbers as thirds of those seen, rare values together; rules as
 * whether they counted. What is the same for all says nothing and is left out.
 */
export function learnFeatures(
  records: readonly OutcomeRecord[],
  facts: readonly string[],
): readonly SegmentFeature[] {
  const rules = new Set<string>()
  for (const { points } of records) for (const rule of Object.keys(points)) rules.add(rule)
  const all: readonly SegmentFeature[] = [
    { kind: 'audience', name: 'audience' },
    ...facts.map((name) => learnFact(name, records)),
    ...[...rules].sort().map((name) => ({ kind: 'rule', name }) as const),
  ]
  return all.filter((feature) => new Set(records.map((one) => codeOf(feature, one))).size > 1)
}

export function profileOf(features: readonly SegmentFeature[], subject: SegmentSubject): Profile {
  return features.map((feature) => codeOf(feature, subject))
}

function codeOf(feature: SegmentFeature, { audience, facts, points }: SegmentSubject): string {
  switch (feature.kind) {
    case 'audience':
      return audience
    case 'rule':
      return (points[feature.name] ?? 0) === 0 ? DID_NOT : COUNTED
    case 'fact': {
      const value = rawCode(facts[feature.name], feature.thirds)
      return feature.values.includes(value) ? value : RARE
    }
  }
}

function learnFact(name: string, records: readonly OutcomeRecord[]): SegmentFeature {
  const thirds = thirdsOf(name, records)
  const counts = new Map<string, number>()
  for (const { facts } of records) {
    const value = rawCode(facts[name], thirds)
    counts.set(value, (counts.get(value) ?? 0) + 1)
  }
  const common = [...counts].filter(([, count]) => count >= RARE_SHARE * records.length)
  return { kind: 'fact', name, values: common.map(([value]) => value).sort(), thirds }
}

/** Several values at once are no kind of person: outcomes are learned without them as well. */
function rawCode(value: FactValue | undefined, thirds: Thirds | null): string {
  if (value === undefined || typeof value === 'object') return UNKNOWN
  return typeof value === 'number' && thirds !== null ? thirdOf(value, thirds) : String(value)
}

type Thirds = readonly [low: number, high: number]

/** The bounds themselves are somebody's values: they are kept to place others by, and not told. */
function thirdsOf(name: string, records: readonly OutcomeRecord[]): Thirds | null {
  const values = records
    .map(({ facts }) => facts[name])
    .filter((value) => typeof value === 'number')
    .sort((a, b) => a - b)
  const low = values[Math.floor(values.length / 3)]
  const high = values[Math.floor((2 * values.length) / 3)]
  return low === undefined || high === undefined ? null : [low, high]
}

function thirdOf(value: number, [low, high]: Thirds): string {
  if (value < low) return 'low'
  return value < high ? 'middling' : 'high'
}
