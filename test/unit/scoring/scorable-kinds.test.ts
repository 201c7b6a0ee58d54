import { expect, test } from 'vitest'
import { ACTIVITY_KINDS } from '#src/ports.ts'
import { SIGNS_OF_LIFE } from '#src/scoring/adjustments.ts'
import { EngagementRule } from '#src/scoring/model-rules.ts'

const rule = (activity: string) => ({
  id: 'outcome',
  points: 10,
  reason: 'Asked us something',
  because: 'Shows that the rule is fine but for its kind.',
  activity,
})

test.each(['deal-opened', 'deal-won', 'deal-lost'])(
  'gives no points for %s, by which scores are measured',
  (kind) => {
    expect(ACTIVITY_KINDS).toContain(kind)
    expect(EngagementRule.safeParse(rule(kind)).success).toBe(false)
    expect(SIGNS_OF_LIFE).not.toContain(kind)
  },
)

test('gives points for what people do', () => {
  expect(EngagementRule.safeParse(rule('form-submitted')).error).toBeUndefined()
})
