import type { Activity, ActivityCategory, ActivityKind, Facts, FactValue } from '#src/ports.ts'
import { DAY_MS, NOW } from './sample-model.ts'

type Keys = Readonly<Record<string, unknown>>

const advice = { label: 'Tier', nextAction: 'none' }
const DEFAULTS: Keys = {
  id: 'example',
  version: 1,
  audience: 'employer',
  description: 'An example.',
  grades: { fit: { A: 40, B: 20 }, engagement: { 1: 30, 2: 12 } },
  tiers: {
    'sales-ready': { score: 60, fit: 20, engagement: 20, ...advice },
    nurture: { score: 25, ...advice },
    unqualified: advice,
  },
}

/** A whole model from the parts an example writes down. */
export function modelOf(example: Keys): Keys {
  const fit = groupsOf(example, 'fit', {})
  const engagement = groupsOf(example, 'engagement', { halfLifeDays: 10 })
  const anything = [{ id: 'anything', points: 1, fact: 'neverGiven', equals: 'x', ...said }]
  const groups = fit.length > 0 ? fit : [{ id: 'nothing', rules: anything }]
  const written = merged(DEFAULTS, { fit: { groups }, engagement: { groups: engagement } })
  return withSaid(merged(merged(written, keysIn(example, 'model')), keysIn(example, 'otherwise')))
}

const said = { reason: 'Counts here', because: 'For the example.' }

function groupsOf(example: Keys, axis: string, group: Keys): Keys[] {
  const rules = example[axis]
  const groups = (example[`${axis}Groups`] ??
    (rules === undefined ? [] : [{ ...group, rules }])) as Keys[]
  return groups.map((one, index) => ({
    id: `${axis}-group-${index}`,
    ...one,
    rules: (one['rules'] as Keys[]).map((rule, at) => ({
      id: `${axis}-${index}-${at}`,
      points: 10,
      ...said,
      ...rule,
    })),
  }))
}

/** Adjustments say their reasons too; the examples leave them out. */
function withSaid(model: Keys): Keys {
  const adjustments = keysIn(model, 'adjustments')
  const recency = keysIn(adjustments, 'recency')
  const lifecycle = keysIn(adjustments, 'lifecycle')
  const stages = Object.entries(keysIn(lifecycle, 'stages'))
  const steps = (recency['steps'] ?? []) as Keys[]
  const otherwise = recency['otherwise'] as Keys | undefined
  return {
    ...model,
    adjustments: {
      ...('recency' in adjustments && {
        recency: {
          ...recency,
          steps: steps.map((step) => ({ ...said, ...step })),
          ...(otherwise && { otherwise: { ...said, ...otherwise } }),
        },
      }),
      ...('lifecycle' in adjustments && {
        lifecycle: {
          ...lifecycle,
          stages: Object.fromEntries(
            stages.map(([stage, rule]) => [stage, { ...said, ...(rule as Keys) }]),
          ),
        },
      }),
    },
  }
}

export function keysIn(owner: Keys, key: string): Keys {
  return (owner[key] ?? {}) as Keys
}

function merged(one: Keys, other: Keys): Keys {
  const both = Object.entries(other).map(([key, value]) => {
    const known = one[key]
    return [key, isKeys(known) && isKeys(value) ? merged(known, value) : value]
  })
  return { ...one, ...Object.fromEntries(both) }
}

function isKeys(value: unknown): value is Keys {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Facts as written; `29 days ago` is a date. */
export function factsIn(example: Keys): Facts {
  const facts = Object.entries(keysIn(example, 'facts'))
  return Object.fromEntries(facts.map(([name, value]) => [name, dated(value) as FactValue]))
}

/** `page-viewed pricing 10 days ago`; without a category it is `other`. */
export function activitiesIn(example: Keys): readonly Activity[] {
  return ((example['did'] ?? []) as string[]).map((text): Activity => {
    const [kind, second, ...rest] = text.split(' ')
    const plain = /^(today|in|\d.*)$/.test(second ?? '')
    const when = plain ? [second, ...rest] : rest
    return {
      kind: kind as ActivityKind,
      category: (plain ? 'other' : second) as ActivityCategory,
      at: dated(when.join(' ')) as number,
    }
  })
}

const UNITS: Readonly<Record<string, number>> = {
  seconds: 1_000,
  hours: DAY_MS / 24,
  days: DAY_MS,
}

/** Epoch ms of `today`, `3 days ago`, `in 3 days` or an ISO date; anything else as it is. */
export function dated(value: unknown): unknown {
  if (typeof value !== 'string') return value
  if (value === 'today') return NOW
  if (/^\d{4}-\d\d-\d\dT/.test(value)) return Date.parse(value)
  const found = /^(?:in )?([\d.]+) (seconds|hours|days)( ago)?$/.exec(value)
  if (found === null) return value
  const ms = Number(found[1]) * (UNITS[found[2] ?? ''] ?? Number.NaN)
  return found[3] === undefined ? NOW + ms : NOW - ms
}
