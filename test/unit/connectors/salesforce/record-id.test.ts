import { expect, test } from 'vitest'
import { refOf, toLongId } from '#connectors/salesforce/schema/record-id.ts'

test('gives a 15-character id the checksum Salesforce gives it', () => {
  expect(toLongId('00D5g000004Crkh')).toBe('00D5g000004CrkhEAC')
  expect(toLongId('0015000000Gv7qJ')).toBe('0015000000Gv7qJAAR')
})

test('leaves an 18-character id as the organisation wrote it', () => {
  expect(toLongId('0015000000Gv7qJAAR')).toBe('0015000000Gv7qJAAR')
  expect(toLongId('00Q000000000001AAA')).toBe('00Q000000000001AAA')
})

test.each(['', '00Q', "00Q5g000001AAA' OR", 42, null, undefined, '00Q5g000001AAAAEA42'])(
  'takes %s for no id',
  (id) => {
    expect(toLongId(id)).toBeUndefined()
  },
)

test('knows leads, contacts and accounts by their prefix and nothing else', () => {
  expect(refOf('00Q5g000001AAAA')?.object).toBe('lead')
  expect(refOf('0035g000001AAAA')?.object).toBe('contact')
  expect(refOf('0015g000001AAAA')?.object).toBe('company')
  expect(refOf('00T5g000001AAAA')).toBeUndefined()
})
