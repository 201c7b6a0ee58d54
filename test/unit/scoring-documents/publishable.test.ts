import { describe, expect, test } from 'vitest'
import { PermanentError } from '#src/errors.ts'
import { modelLintDeps } from '#src/model-sets/model-lint-deps.ts'
import { AUDIT_ONLY } from '#src/privacy/audit-only.ts'
import { assertPublishable } from '#src/scoring/check/assert-publishable.ts'
import { LINT_DEPS, modelWith } from './clean-model.ts'

const FIRST = 'Leads benefits or people'

function refusal(changes: Readonly<Record<string, unknown>>): PermanentError | undefined {
  try {
    assertPublishable(modelWith(changes), LINT_DEPS)
    return undefined
  } catch (error) {
    if (error instanceof PermanentError) return error
    throw error
  }
}

describe('a model to publish', () => {
  test('is given back as it is when no lint has an error against it', () => {
    const model = modelWith()

    expect(assertPublishable(model, LINT_DEPS)).toBe(model)
  })

  test('may have warnings', () => {
    expect(refusal({ 'tiers.sales-ready.fit': 0 })).toBeUndefined()
  })

  test.each([
    ['an English reason that hurries people', { 'fit.groups.0.rules.0.reason': 'Act now' }],
    ['a reason in the wrong language', { 'fit.groups.0.rules.0.reason': 'Última oportunidad' }],
    ['a Spanish text that hurries people', { spanish: { [FIRST]: 'Última oportunidad' } }],
    ['a Spanish text with English words to avoid', { spanish: { [FIRST]: 'Un hot lead' } }],
    ['a Spanish text that tells of health', { spanish: { [FIRST]: 'Tiene depresión' } }],
    ['a text with an identifier', { 'tiers.nurture.theme': 'Call 206-555-0100' }],
    ['a label that promises', { 'tiers.nurture.label': 'Guaranteed to start' }],
    [
      'the reason of an adjustment',
      { 'adjustments.recency.steps.0.reason': 'Was a junk lead this week' },
    ],
  ])('is refused for %s', (_what, changes) => {
    expect(refusal(changes)).toMatchObject({ code: 'model-not-publishable' })
  })

  test.each([...AUDIT_ONLY])('is refused for a rule on %s, by what is registered', (fact) => {
    const rules = { 'fit.groups.0.rules.0.fact': fact }

    expect(() => assertPublishable(modelWith(rules), modelLintDeps())).toThrow(
      `${fact}, which is held for auditing only [audit-fact]`,
    )
  })

  test('is refused with everything that stands against it at once', () => {
    const found = refusal({
      'fit.groups.0.rules.0.reason': 'Is a hot lead',
      'tiers.nurture.theme': 'Living with depression',
    })

    expect(found?.message).toContain('Version 1 of model clean cannot be published:')
    expect(found?.message).toContain('says "hot lead" [words-to-avoid]')
    expect(found?.message).toContain('tells of health: "depression" [clinical-words]')
    expect(found?.hint).toContain('leadwell model check')
  })
})
