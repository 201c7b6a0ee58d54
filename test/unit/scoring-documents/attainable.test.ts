import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Facts } from '#src/ports.ts'
import { mostEngagement, mostFit } from '#src/scoring/check/attainable.ts'
import type { LintContext } from '#src/scoring/check/lint.ts'
import { compileModel } from '#src/scoring/compile-model.ts'
import { LINT_DEPS, modelWith, rule } from './clean-model.ts'

const NOW = Date.UTC(2026, 0, 15, 12)
const CODES = ['benefits-leader', 'people-leader', 'student', 'other']
const SIZES = [0, 49, 50, 51, 199, 200, 201]

function contextOf(changes: Readonly<Record<string, unknown>>): LintContext {
  const model = modelWith(changes)
  return { ...LINT_DEPS, model, compiled: compileModel(model), nowMs: NOW }
}

const asked = fc.oneof(
  fc.constantFrom(...CODES).map((equals) => ({ fact: 'role', equals })),
  fc.subarray(CODES, { minLength: 1 }).map((codes) => ({ fact: 'role', in: codes })),
  fc.constant({ fact: 'role', missing: true }),
  fc.constantFrom(50, 200).map((min) => ({ fact: 'companySize', range: { min } })),
  fc.constantFrom(50, 200).map((max) => ({ fact: 'companySize', range: { max } })),
  fc.boolean().map((equals) => ({ fact: 'selfInsured', equals })),
)
const points = fc.integer({ min: -30, max: 30 }).filter((worth) => worth !== 0)
const fitGroups = fc
  .array(
    fc.tuple(
      fc.integer({ min: 0, max: 40 }),
      fc.integer({ min: -40, max: 0 }),
      fc.array(fc.tuple(points, asked), { minLength: 1, maxLength: 4 }),
    ),
    { minLength: 1, maxLength: 3 },
  )
  .map((groups) =>
    groups.map(([cap, floor, rules], group) => ({
      id: `g${group}`,
      cap,
      floor,
      rules: rules.map(([worth, condition], index) =>
        rule(`g${group}-r${index}`, worth, 'Something', condition),
      ),
    })),
  )

function everyRecord(): readonly Facts[] {
  const roles = [undefined, ...CODES]
  const sizes = [undefined, ...SIZES]
  const insured = [undefined, true, false]
  return roles.flatMap((role) =>
    sizes.flatMap((companySize) =>
      insured.map(
        (selfInsured) =>
          Object.fromEntries(
            Object.entries({ role, companySize, selfInsured }).filter(
              ([, value]) => value !== undefined,
            ),
          ) as Facts,
      ),
    ),
  )
}

test('the most fit there can be is what the best of all records has', () => {
  const records = everyRecord()

  fc.assert(
    fc.property(fitGroups, fc.integer({ min: 1, max: 80 }), (groups, cap) => {
      const context = contextOf({
        'fit.groups': groups,
        'fit.cap': cap,
        'tiers.sales-ready.score': 1,
        'tiers.sales-ready.fit': 0,
        'tiers.nurture.score': 0,
        lists: {},
      })
      const fits = records.map(
        (facts) => context.compiled.evaluate({ facts, activities: [] }, NOW).fit,
      )

      expect(mostFit(context)).toBe(Math.max(...fits))
    }),
    { numRuns: 150 },
  )
})

test('the most engagement counts every good signal once, repetitions and adjustments included', () => {
  expect(mostEngagement(contextOf({}))).toBe(40)
  expect(mostEngagement(contextOf({ 'engagement.cap': 100 }))).toBe(33 + 15 + 3 + 4)
})
