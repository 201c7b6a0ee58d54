import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import {
  ACTIVITY_CATEGORIES,
  ACTIVITY_KINDS,
  type Activity,
  type Facts,
  HOLDS,
} from '#src/ports.ts'
import type { AccountModel } from '#src/scoring/account/account-model.ts'
import type { AccountPerson } from '#src/scoring/account/account-score.ts'
import { compileAccountModel } from '#src/scoring/account/compile-account-model.ts'
import { parseAccountModel } from '#src/scoring/account/parse-account-model.ts'

export const NOW = Date.parse('2026-11-20T12:00:00Z')
export const DAY = 86_400_000

export const SHIPPED_TEXT = readFileSync('models/accounts.yaml', 'utf8')
export const SHIPPED: AccountModel = parseAccountModel(SHIPPED_TEXT, 'models/accounts.yaml')
export const shipped = compileAccountModel(SHIPPED)

export function acted(daysAgo: number, kind: Activity['kind'] = 'page-viewed'): Activity {
  return { kind, category: 'pricing', at: NOW - daysAgo * DAY }
}

/** Somebody who counts, unless told otherwise. */
export function buyer(changes: Partial<AccountPerson> = {}): AccountPerson {
  return {
    audience: 'employer',
    hold: null,
    fit: 40,
    engagement: 40,
    role: undefined,
    activities: [],
    ...changes,
  }
}

const activities = fc.array(
  fc.record({
    kind: fc.constantFrom(...ACTIVITY_KINDS),
    category: fc.constantFrom(...ACTIVITY_CATEGORIES),
    at: fc.integer({ min: NOW - 200 * DAY, max: NOW + 20 * DAY }),
  }),
  { maxLength: 6 },
)

export const anyPerson: fc.Arbitrary<AccountPerson> = fc.record({
  audience: fc.constantFrom(
    'individual' as const,
    'employer' as const,
    'health-plan' as const,
    'referral-partner' as const,
    'provider-org' as const,
    null,
  ),
  hold: fc.option(fc.constantFrom(...HOLDS), { freq: 4 }),
  fit: fc.option(fc.integer({ min: -100, max: 100 }), { freq: 9 }),
  engagement: fc.option(fc.integer({ min: 0, max: 100 }), { freq: 9 }),
  role: fc.constantFrom(undefined, 'benefits-leader', 'finance-leader', 'student', 'other'),
  activities,
})

/** The same without what keeps a person out. */
export const anyBuyer: fc.Arbitrary<AccountPerson> = anyPerson.map((person) => ({
  ...person,
  audience: 'employer',
  hold: null,
  fit: Math.abs(person.fit ?? 10) + 5,
  engagement: Math.max(person.engagement ?? 0, 12),
  role: person.role === 'student' ? undefined : person.role,
}))

export const anyFacts: fc.Arbitrary<Facts> = fc
  .record({ companySize: fc.integer({ min: 1, max: 5_000 }), selfInsured: fc.boolean() })
  .map((facts): Facts => facts)

const why = { reason: 'Because of this', because: 'So.' }

/** Models of all shapes, tight caps and short half-lives among them. */
export const anyModel: fc.Arbitrary<AccountModel> = fc
  .record({
    caps: fc.tuple(...Array.from({ length: 3 }, () => fc.integer({ min: 0, max: 100 }))),
    places: fc.array(fc.integer({ min: 1, max: 60 }), { minLength: 1, maxLength: 5 }),
    full: fc.integer({ min: 1, max: 80 }),
    recency: fc.integer({ min: 1, max: 100 }),
    halfLifeDays: fc.double({ min: 0.01, max: 90, noNaN: true }),
    rule: fc.integer({ min: -40, max: 40 }).map((points) => points || 1),
    ready: fc.integer({ min: 30, max: 90 }),
    people: fc.integer({ min: 1, max: 3 }),
  })
  .map(({ caps, places, full, recency, halfLifeDays, rule, ready, people }) => ({
    ...SHIPPED,
    people: {
      cap: caps[0] ?? 0,
      fullEngagement: full,
      places: places.toSorted((a, b) => b - a).map((points) => ({ points, ...why })),
    },
    roles: { ...SHIPPED.roles, cap: caps[1] ?? 0 },
    recency: { ...SHIPPED.recency, points: recency, halfLifeDays },
    organisation: {
      cap: caps[2] ?? 0,
      floor: -20,
      rules: [{ id: 'rule', points: rule, fact: 'selfInsured', equals: true, ...why }],
    },
    tiers: { 'sales-ready': { score: ready, people }, nurture: { score: 25 } },
  }))
