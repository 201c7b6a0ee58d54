import { describe, expect, it } from 'vitest'
import { isFound, spansOf } from './spans.ts'

/** The text, and the part of it that identifies somebody. */
const FOUND: readonly (readonly [string, string])[] = [
  ['Fax: 512-555-0143', '512-555-0143'],
  ['fax it to (512) 555-0143', '(512) 555-0143'],
  ['512-555-0143 (fax)', '512-555-0143'],
  ['F: 512.555.0143', '512.555.0143'],
  ['Phone 512-555-0142, fax 512-555-0143', '512-555-0143'],
  ['facsimile +1 512 555 0143', '+1 512 555 0143'],
  ['Fax # is 5125550143', '5125550143'],
  ['by fax at 512 555 0143', '512 555 0143'],
  ['faxed to 512-555-0143 today', '512-555-0143'],
  ['eFax 512-555-0143', '512-555-0143'],
  ['número de fax: 55 1234 5678', '55 1234 5678'],
  ['Send via fax number 512-555-0143', '512-555-0143'],
]

/** What looks like it and is not. */
const CLEAN: readonly string[] = [
  'Phone: 512-555-0142',
  'call 512-555-0142 Fax: none',
  'fax the form please',
  'we have no fax',
  'Fax cover sheet, 3 pages',
  'cell 512-555-0142',
  '512-555-0142 (cell)',
]

describe('fax numbers', () => {
  it.each(FOUND)('finds it in "%s"', (text, part) => {
    const found = isFound('fax', text, part)

    expect(found).toBe(true)
  })

  it.each(CLEAN)('finds none in "%s"', (text) => {
    const spans = spansOf('fax', text)

    expect(spans).toEqual([])
  })
})
