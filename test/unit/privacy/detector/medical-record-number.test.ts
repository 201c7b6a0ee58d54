import { describe, expect, it } from 'vitest'
import { isFound, spansOf } from './spans.ts'

/** The text, and the part of it that identifies somebody. */
const FOUND: readonly (readonly [string, string])[] = [
  ['MRN 00482913', '00482913'],
  ['MRN: A-48213', 'A-48213'],
  ['medical record number is 482913', '482913'],
  ['chart # 88213', '88213'],
  ['Patient ID: P0048213', 'P0048213'],
  ['pt id 482131', '482131'],
  ['encounter number 5520931', '5520931'],
  ['med rec no. 55-20-93', '55-20-93'],
  ['MR# 4821377', '4821377'],
  ['"mrn":"E1234567"', 'E1234567'],
  ['hospital number 99120', '99120'],
  ['historia clínica 48213', '48213'],
  ['número de expediente 482134', '482134'],
  ['visit # 2210934', '2210934'],
  ['accession number S24-11873', 'S24-11873'],
  ['FIN 123456789012', '123456789012'],
  ['The MRN on the label is 7718203', '7718203'],
  ['patient number 48213-01', '48213-01'],
]

/** What looks like it and is not. */
const CLEAN: readonly string[] = [
  'patient for 3 years',
  'medical records were faxed',
  'chart your progress over 12 weeks',
  'record high of 10000',
  'Mr. 500 Days',
  'patient number one',
  'visit 3 of 12',
  'EMR go-live in 2025',
  'epic 2000 pages',
  'encounter on 03/14/2026',
]

describe('medical record numbers', () => {
  it.each(FOUND)('finds it in "%s"', (text, part) => {
    const found = isFound('medical-record-number', text, part)

    expect(found).toBe(true)
  })

  it.each(CLEAN)('finds none in "%s"', (text) => {
    const spans = spansOf('medical-record-number', text)

    expect(spans).toEqual([])
  })
})
