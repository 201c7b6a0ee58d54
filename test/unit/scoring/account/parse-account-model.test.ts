import { describe, expect, it } from 'vitest'
import { PermanentError } from '#src/errors.ts'
import { parseAccountModel } from '#src/scoring/account/parse-account-model.ts'
import { SHIPPED_TEXT } from './account-cases.ts'

/** The message for the shipped file with one thing changed. */
function complaint(from: string, to: string): string {
  expect(SHIPPED_TEXT).toContain(from)
  try {
    parseAccountModel(SHIPPED_TEXT.replace(from, to), 'accounts.yaml')
  } catch (error) {
    if (error instanceof PermanentError && error.code === 'account-model-invalid') {
      return error.message
    }
    throw error
  }
  throw new Error('nothing was refused')
}

describe('an account model', () => {
  it('can never be told to count people who seek care', () => {
    const message = complaint('[employer, health-plan,', '[individual, health-plan,')

    expect(message).toContain('audiences[0] must be one of employer, health-plan')
  })

  it.each([
    ['a mistyped key', 'halfLifeDays', 'halflifeDay', 'did you mean "halfLifeDays"?'],
    ['a kind of activity nobody knows', '- form-submitted', '- form-submited', 'form-submitted'],
    [
      'a later place worth more',
      'points: 15\n      reason',
      'points: 30\n      reason',
      'at most 25',
    ],
    ['a tier out of reach', 'score: 60', 'score: 101', 'must be at most 100'],
    [
      'nurture above ready',
      'nurture: { score: 25 }',
      'nurture: { score: 70 }',
      'below sales-ready',
    ],
    ['one rule id twice', 'id: signs-budgets', 'id: decides', '"decides" is used twice'],
    ['two conditions in a rule', 'equals: true', 'equals: true\n      missing: true', 'one'],
    ['a condition on the clock', 'equals: true', 'dateWithinDays: 30', 'only recency may'],
    ['a list it does not have', 'equals: true', 'inList: big-ones', 'write the codes with in'],
    ['points of nothing', 'points: 12\n      for', 'points: 0\n      for', 'must not be 0'],
    [
      'a person who lowers the score',
      'points: 12\n      for',
      'points: -12\n      for',
      'never lower',
    ],
  ])('with %s is refused with the line and what to write', (_, from, to, expected) => {
    const message = complaint(from, to)

    expect(message).toMatch(/accounts\.yaml:\d+ /)
    expect(message).toContain(expected)
  })
})
