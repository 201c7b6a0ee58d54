import type { Profile } from './k-modes.ts'
import type { OutcomeRecord } from './outcome-record.ts'

export interface Feature {
  readonly kind: 'fact' | 'rule'
  readonly name: string
}

/** How records become coded values. */
interface Profiler {
  readonly features: readonly Feature[]
  readonly profileOf: (record: OutcomeRecord) => Profile
}

/** A value this rare cannot shape a segment that can be shown. */
const RARE_SHARE = 0.01
const RARE = 'something else'
const UNKNOWN = 'not known'
const COUNTED = 'counted'
export const DID_NOT = 'did not count'

/**
 * Facts as coded, numbers as thirds of those seen, rare values together; rules as whether they
 * counted. What is the same for all says nothing and is left out.
 */
export function createProfiler(
  records: readonly OutcomeRecord[],
  facts: readonly string[],
): Profiler {
  const rules = new Set<string>()
  for (const { points } of records) for (const rule of Object.keys(points)) rules.add(rule)
  const all: readonly Coded[] = [
    ...facts.map((name) => factCoder(name, records)),
    ...[...rules].sort().map(ruleCoder),
  ]
  const telling = all.filter(({ code }) => new Set(records.map(code)).size > 1)
  return {
    features: telling.map(({ feature }) => feature),
    profileOf: (record) => telling.map(({ code }) => code(record)),
  }
}

interface Coded {
  readonly feature: Feature
  readonly code: (record: OutcomeRecord) => string
}

function ruleCoder(name: string): Coded {
  const feature = { kind: 'rule', name } as const
  return { feature, code: ({ points }) => ((points[name] ?? 0) === 0 ? DID_NOT : COUNTED) }
}

function factCoder(name: string, records: readonly OutcomeRecord[]): Coded {
  const third = thirdOf(name, records)
  const raw = ({ facts }: OutcomeRecord): string => {
    const value = facts[name]
    if (value === undefined) return UNKNOWN
    return typeof value === 'number' ? third(value) : String(value)
  }
  const counts = new Map<string, number>()
  for (const record of records) counts.set(raw(record), (counts.get(raw(record)) ?? 0) + 1)
  const common = new Set(
    [...counts].filter(([, count]) => count >= RARE_SHARE * records.length).map(([value]) => value),
  )
  const code = (record: OutcomeRecord) => {
    const value = raw(record)
    return common.has(value) ? value : RARE
  }
  return { feature: { kind: 'fact', name }, code }
}

/** The bounds themselves are somebody's values and are not told. */
function thirdOf(name: string, records: readonly OutcomeRecord[]): (value: number) => string {
  const values = records
    .map(({ facts }) => facts[name])
    .filter((value) => typeof value === 'number')
    .sort((a, b) => a - b)
  const low = values[Math.floor(values.length / 3)] ?? 0
  const high = values[Math.floor((2 * values.length) / 3)] ?? 0
  return (value) => {
    if (value < low) return 'low'
    return value < high ? 'middling' : 'high'
  }
}
