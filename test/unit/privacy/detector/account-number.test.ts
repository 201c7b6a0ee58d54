import { describe, expect, it } from 'vitest'
import { isFound, spansOf } from './spans.ts'

/** The text, and the part of it that identifies somebody. */
const FOUND: readonly (readonly [string, string])[] = [
  ['4111 1111 1111 1111', '4111 1111 1111 1111'],
  ['4111-1111-1111-1111', '4111-1111-1111-1111'],
  ['378282246310005', '378282246310005'],
  ['IBAN DE89 3704 0044 0532 0130 00', 'DE89 3704 0044 0532 0130 00'],
  ['GB29NWBK60161331926819', 'GB29NWBK60161331926819'],
  ['account number 000123456789', '000123456789'],
  ['acct # 5512-8890', '5512-8890'],
  ['routing number 021000021', '021000021'],
  ['card ending in 4242', '4242'],
  ['checking account 123456789', '123456789'],
  ['guarantor account no. G55120', 'G55120'],
  ['customer number 8812345', '8812345'],
  ['cuenta bancaria 0123456789', '0123456789'],
  ['invoice # 2024-5512', '2024-5512'],
  ['Visa **** 4242', '4242'],
  ['account: 99887766', '99887766'],
  ['patient account number 5512345', '5512345'],
]

/** What looks like it and is not. */
const CLEAN: readonly string[] = [
  'account for 50% of cases',
  'on account of 3 people',
  'create an account',
  'card 3 of 10',
  '4111 1111 1111 1112',
  'checking in 2000 times',
  'the account manager has 1500 leads',
  'credit for 3 sessions',
  'bank on it',
  'visa interview in 2025',
]

describe('account numbers', () => {
  it.each(FOUND)('finds it in "%s"', (text, part) => {
    const found = isFound('account-number', text, part)

    expect(found).toBe(true)
  })

  it.each(CLEAN)('finds none in "%s"', (text) => {
    const spans = spansOf('account-number', text)

    expect(spans).toEqual([])
  })
})
