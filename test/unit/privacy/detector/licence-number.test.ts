import { describe, expect, it } from 'vitest'
import { isFound, spansOf } from './spans.ts'

/** The text, and the part of it that identifies somebody. */
const FOUND: readonly (readonly [string, string])[] = [
  ["driver's license D1234567", 'D1234567'],
  ['DL# 12345678', '12345678'],
  ['DEA AB1234563', 'AB1234563'],
  ['NPI 1234567893', '1234567893'],
  ['LCSW #12345', '12345'],
  ['license no. PSY12345', 'PSY12345'],
  ['passport A12345678', 'A12345678'],
  ['passport number: X4RTBPFW4', 'X4RTBPFW4'],
  ['A-number A123456789', 'A123456789'],
  ['RN license 123456', '123456'],
  ['state ID 55512345', '55512345'],
  ['licencia de conducir B7654321', 'B7654321'],
  ['CADC certification number 99120', '99120'],
  ['birth certificate no. 112-884410', '112-884410'],
  ['driving licence MORGA657054SM9IJ', 'MORGA657054SM9IJ'],
  ['"driverLicense":"S530-1234-5678"', 'S530-1234-5678'],
  ['bar number 24012345', '24012345'],
  ['green card # SRC1234567890', 'SRC1234567890'],
]

/** What looks like it and is not. */
const CLEAN: readonly string[] = [
  'licensed in 50 states',
  'license renewed in 2024',
  'a licensed therapist with 15 years',
  'passport photo tips',
  'certified since 2010',
  'state id required',
  'driver needed for 30 miles',
  'LCSW or LMFT preferred',
  'permit 10 visitors',
  'NPI is required',
]

describe('licence numbers', () => {
  it.each(FOUND)('finds it in "%s"', (text, part) => {
    const found = isFound('licence-number', text, part)

    expect(found).toBe(true)
  })

  it.each(CLEAN)('finds none in "%s"', (text) => {
    const spans = spansOf('licence-number', text)

    expect(spans).toEqual([])
  })
})
