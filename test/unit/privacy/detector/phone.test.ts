import { describe, expect, it } from 'vitest'
import { isFound, spansOf } from './spans.ts'

/** The text, and the part of it that identifies somebody. */
const FOUND: readonly (readonly [string, string])[] = [
  ['(512) 555-0142', '(512) 555-0142'],
  ['512-555-0142', '512-555-0142'],
  ['512.555.0142', '512.555.0142'],
  ['512 555 0142', '512 555 0142'],
  ['5125550142', '5125550142'],
  ['+1 512 555 0142', '+1 512 555 0142'],
  ['1-512-555-0142 ext. 44', '1-512-555-0142 ext. 44'],
  ['call 555-0142', '555-0142'],
  ['+44 20 7946 0958', '+44 20 7946 0958'],
  ['+52 55 1234 5678', '+52 55 1234 5678'],
  ['mi celular es 55 1234 5678', '55 1234 5678'],
  ['tel: 020 7946 0958', '020 7946 0958'],
  ['cell 512/555-0142', '512/555-0142'],
  ['Phone (512)555-0142', '(512)555-0142'],
  ['text me at 512–555–0142', '512–555–0142'],
  ['{"phone":"+15125550142"}', '+15125550142'],
  ['five one two five five five oh one four two', 'five one two five five five oh one four two'],
  ['011 44 20 7946 0958', '011 44 20 7946 0958'],
  ['my phone ending in 0142', '0142'],
  ['512 - 555 - 0142', '512 - 555 - 0142'],
  ['+49 (0)30 901820', '+49 (0)30 901820'],
  ['whatsapp 1 512 555 0142', '1 512 555 0142'],
]

/** What looks like it and is not. */
const CLEAN: readonly string[] = [
  'call 988',
  'call 911 at once',
  'text HOME to 741741',
  'the 1-800-273-8255 lifeline',
  '2024-2025',
  '$512,555',
  'rooms 200-2500',
  'NPI 1234567893',
  'ratio 512:555',
  '12,500,000 covered lives',
  'ICD F33.1',
  'section 3.2.1',
  '123-45-6789',
  '4111 1111 1111 1111',
  'we have 5125 members',
  'ISO 27001-2022',
  '10:30-11:45',
  'score 100-2000',
]

describe('telephone numbers', () => {
  it.each(FOUND)('finds it in "%s"', (text, part) => {
    const found = isFound('phone', text, part)

    expect(found).toBe(true)
  })

  it.each(CLEAN)('finds none in "%s"', (text) => {
    const spans = spansOf('phone', text)

    expect(spans).toEqual([])
  })
})
