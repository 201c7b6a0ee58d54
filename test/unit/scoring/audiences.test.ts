import { describe, expect, test } from 'vitest'
import { PermanentError } from '#src/errors.ts'
import { compileAudiences, parseAudiences } from '#src/scoring/audiences.ts'

const rules = `
default: individual
lists:
  buyers: [benefits-leader]
rules:
  - audience: individual
    because: They ask for themselves.
    fact: inquiryType
    equals: self
  - audience: employer
    because: They buy benefits.
    fact: role
    inList: buyers
`

describe('the audience of a record', () => {
  const audienceOf = compileAudiences(parseAudiences(rules, 'audiences.yaml'))

  test('is that of the first rule that matches', () => {
    expect(audienceOf({ role: 'benefits-leader' })).toBe('employer')
    expect(audienceOf({ role: 'benefits-leader', inquiryType: 'self' })).toBe('individual')
  })

  test('is the default where no rule matches', () => {
    expect(audienceOf({})).toBe('individual')
  })

  test('must not depend on the day, nor on a list that is not there', () => {
    const wrong = rules
      .replace('equals: self', 'dateWithinDays: 5')
      .replace('inList: buyers', 'inList: buyer')

    expect(() => parseAudiences(wrong, 'audiences.yaml')).toThrow(
      new PermanentError(
        'audiences-invalid',
        `2 problems in audiences.yaml:
audiences.yaml:9 rules[0].dateWithinDays changes with time, but an audience must not
audiences.yaml:13 rules[1].inList "buyer" is not a list of this file; did you mean "buyers"?`,
      ),
    )
  })
})
