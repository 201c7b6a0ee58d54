import { describe, expect, it } from 'vitest'
import { isFound, spansOf } from './spans.ts'

/** The text, and the part of it that identifies somebody. */
const FOUND: readonly (readonly [string, string])[] = [
  ['member ID: W123456789', 'W123456789'],
  ['W204418276', 'W204418276'],
  ['XYZ812345678', 'XYZ812345678'],
  ['Medicare 1EG4-TE5-MK73', '1EG4-TE5-MK73'],
  ['1EG4TE5MK73', '1EG4TE5MK73'],
  ['Subscriber # 998877665', '998877665'],
  ['policy number ABC-998877', 'ABC-998877'],
  ['group # 0071823', '0071823'],
  ['Medicaid ID 12345678A', '12345678A'],
  ['My Aetna ID is W1234 56789', 'W1234 56789'],
  ['BCBS #R58812345', 'R58812345'],
  ['insurance id 5512345', '5512345'],
  ['número de póliza 4455667', '4455667'],
  ['Medi-Cal 91234567A', '91234567A'],
  ['Rx BIN 610014', '610014'],
  ['Cigna U1234567801', 'U1234567801'],
  ['beneficiary number 445566778', '445566778'],
  ['ID on my card is ZGP123456789', 'ZGP123456789'],
  ['member no. 00-4471-882', '00-4471-882'],
  ['"member_id":"H55092817"', 'H55092817'],
  ['123-45-6789A', '123-45-6789A'],
  ['plan id 88213344', '88213344'],
]

/** What looks like it and is not. */
const CLEAN: readonly string[] = [
  'member since 2019',
  'group of 12 people',
  'group 3 meets on Monday',
  'a 5000 deductible policy',
  'Medicare covers 80 percent',
  'Aetna has 3000 providers',
  'plan B for 2026',
  'policy change in 2025',
  'our group therapy costs 150',
  'subscriber count: many',
  'insured 100%',
]

describe('health plan numbers', () => {
  it.each(FOUND)('finds it in "%s"', (text, part) => {
    const found = isFound('health-plan-number', text, part)

    expect(found).toBe(true)
  })

  it.each(CLEAN)('finds none in "%s"', (text) => {
    const spans = spansOf('health-plan-number', text)

    expect(spans).toEqual([])
  })
})
