import { describe, expect, it } from 'vitest'
import { isFound, spansOf } from './spans.ts'

/** The text, and the part of it that identifies somebody. */
const FOUND: readonly (readonly [string, string])[] = [
  ['SSN 123-45-6789', '123-45-6789'],
  ['123 45 6789', '123 45 6789'],
  ['social security number is 123456789', '123456789'],
  ['last four of my social: 6789', '6789'],
  ['ssn last 4 is 6789', '6789'],
  ['ITIN 912-70-1234', '912-70-1234'],
  ['xxx-xx-6789', '6789'],
  ['***-**-6789', '6789'],
  ['my social is 123.45.6789', '123.45.6789'],
  ['SS# 123456789', '123456789'],
  ['seguro social 123-45-6789', '123-45-6789'],
  ['"ssn":"123456789"', '123456789'],
  ['social ends in 6789', '6789'],
  ['123–45–6789', '123–45–6789'],
]

/** What looks like it and is not. */
const CLEAN: readonly string[] = [
  'social anxiety',
  'social worker 1234',
  '512-555-0142',
  '000-12-3456 is a sample',
  '123456789 visitors',
  'ext 6789',
  'order 123-456-789',
  '12-3456789-1',
  '1234-56-789',
  'a social group of 2000',
]

describe('social security numbers', () => {
  it.each(FOUND)('finds it in "%s"', (text, part) => {
    const found = isFound('ssn', text, part)

    expect(found).toBe(true)
  })

  it.each(CLEAN)('finds none in "%s"', (text) => {
    const spans = spansOf('ssn', text)

    expect(spans).toEqual([])
  })
})
