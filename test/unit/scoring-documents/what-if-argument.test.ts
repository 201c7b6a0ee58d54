import { expect, test } from 'vitest'
import { readSupposition } from '#src/what-if-argument.ts'
import { modelWith } from './clean-model.ts'

const read = (text: string) => readSupposition(text, modelWith())

test('an activity is about what its rules ask for, unless they take anything', () => {
  expect(read('demo-attended')).toMatchObject({
    activity: { kind: 'demo-attended', category: 'other' },
  })
  expect(read('page-viewed')).toMatchObject({
    activity: { kind: 'page-viewed', category: 'pricing' },
  })
  expect(read('page-viewed:careers')).toMatchObject({
    activity: { kind: 'page-viewed', category: 'careers' },
  })
})

test('a fact is a number, yes or no, or a code', () => {
  const values = [
    'companySize=1200',
    'selfInsured=yes',
    'selfInsured=false',
    'role=benefits-leader',
  ]

  expect(values.map((text) => Reflect.get(read(text), 'value'))).toEqual([
    1200,
    true,
    false,
    'benefits-leader',
  ])
})

test.each([
  ['page-viewed:pricng', '"pricng" is no category; did you mean "pricing"?'],
  ['demo', '"demo" is no kind of activity'],
  ['', '"" is no kind of activity'],
])('%s is refused', (text, message) => {
  expect(() => read(text)).toThrow(message)
})
