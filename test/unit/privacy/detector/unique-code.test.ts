import { describe, expect, it } from 'vitest'
import { isFound, spansOf } from './spans.ts'

/** The text, and the part of it that identifies somebody. */
const FOUND: readonly (readonly [string, string])[] = [
  ['gclid=Cj0KCQiA1rSsBhDHARIsANB4EJZ', 'Cj0KCQiA1rSsBhDHARIsANB4EJZ'],
  ['fbclid: IwAR2abc', 'IwAR2abc'],
  ['550e8400-e29b-41d4-a716-446655440000', '550e8400-e29b-41d4-a716-446655440000'],
  ['0035f00000AbCdE', '0035f00000AbCdE'],
  ['case #48213', '48213'],
  ['claim number CLM-99120', 'CLM-99120'],
  ['prior auth 77120934', '77120934'],
  ['reference no. R-48213', 'R-48213'],
  ['confirmation code X7K2P9', 'X7K2P9'],
  ['contact id 7719203', '7719203'],
  ['eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiIxIn0.abc', 'eyJhbGciOiJIUzI1NiJ9'],
  ['order #10023', '10023'],
  ['inmate number 88213', '88213'],
  ['employee ID E-10442', 'E-10442'],
  ['instagram @jane_doe88', '@jane_doe88'],
  ['submission id 9f8e7d6c5b', '9f8e7d6c5b'],
  ['9f86d081884c7d659a2feaa0c55ad015', '9f86d081884c7d659a2feaa0c55ad015'],
  ['msclkid=4f5e6d7c8b9a', '4f5e6d7c8b9a'],
  ['username: jdoe88', 'jdoe88'],
  ['Rx # 6612345', '6612345'],
  ['docket no. 24-CV-01187', '24-CV-01187'],
  ['EIN 12-3456789', '12-3456789'],
  ['student id S20449182', 'S20449182'],
  ['pat-na1-1a2b3c4d-5e6f-7a8b-9c0d-112233445566', 'pat-na1-1a2b3c4d-5e6f-7a8b-9c0d-112233445566'],
  ['ticket 7712033', '7712033'],
  ['número de caso 48213', '48213'],
]

/** What looks like it and is not. */
const CLEAN: readonly string[] = [
  'case study 2',
  'in case of 3 people',
  'claim 50% back',
  'reference 3 times',
  'lead score 72',
  'hs_lead_status',
  'order of the day',
  'step 12345 miles',
  'covid19vaccination',
  'hold-no-consent',
  'a case in 2025',
  'ticket price $120',
  'ISO 27001',
  'session 12 of 20',
  'code red',
  'key points',
  'F33.1',
  'user 1 of 3',
  'request 30 minutes',
  'auth required',
]

describe('other codes', () => {
  it.each(FOUND)('finds it in "%s"', (text, part) => {
    const found = isFound('unique-code', text, part)

    expect(found).toBe(true)
  })

  it.each(CLEAN)('finds none in "%s"', (text) => {
    const spans = spansOf('unique-code', text)

    expect(spans).toEqual([])
  })
})
