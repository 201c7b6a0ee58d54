import { describe, expect, it } from 'vitest'
import { DEFAULT_POLICY } from '#src/consent/default-policy.ts'
import { createDecider } from '#src/decision/decide-intent.ts'
import { previewRow } from '#src/model-sets/preview-row.ts'
import { reasonsOf } from '#src/model-sets/reasons-of.ts'
import type { Facts } from '#src/ports.ts'
import { restoreSafeRecord } from '#src/privacy/safe-record.ts'
import { compileModel } from '#src/scoring/compile-model.ts'
import { modelWith, rule } from '#test/unit/scoring-documents/clean-model.ts'

const now = Date.parse('2026-11-20T20:00:00Z')
const policy = DEFAULT_POLICY
const [unruled, ruled] = [
  modelWith(),
  // As no portal could publish it.
  modelWith({
    'fit.groups.1.rules.2': rule('women', 9, 'Is a woman', {
      fact: 'auditGender',
      equals: 'woman',
    }),
  }),
].map((model) => new Map([['individual' as const, compileModel(model)]]))
const audienceOf = () => 'individual' as const

function personWith(facts: Facts) {
  const ref = { object: 'contact', id: '1', companyId: undefined } as const
  return restoreSafeRecord({ ...ref, facts, activities: [], fingerprint: '' })
}

describe('a model that asks for what is held for auditing only, though none can be published', () => {
  const record = personWith({ role: 'student', auditGender: 'woman' })
  if (unruled === undefined || ruled === undefined) throw new Error('two models are made above')

  it('gives nobody a point or a reason for it', () => {
    const input = { record, companyFacts: undefined, previous: undefined, policy, now }

    const was = createDecider({ models: unruled, audienceOf }).explain(input)
    const is = createDecider({ models: ruled, audienceOf }).explain(input)

    expect(is).toEqual(was)
    expect(is.decision.values.score).not.toBeNull()
  })

  it('is previewed as it would decide', () => {
    const reasons = reasonsOf({ models: ruled, audienceOf, now }, record, undefined)
    const context = { draft: ruled, inForce: unruled, audienceOf, policy, now }
    const row = (facts: Facts) =>
      previewRow(context, { record: personWith(facts), shown: undefined }, undefined)

    expect(reasons.map(({ rule: id }) => id)).not.toContain('women')
    expect(row(record.facts)).toEqual(row({ role: 'student' }))
  })
})
