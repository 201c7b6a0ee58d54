import { describe, expect, it } from 'vitest'
import { isFound, spansOf } from './spans.ts'

/** The text, and the part of it that identifies somebody. */
const FOUND: readonly (readonly [string, string])[] = [
  ['jane.doe+intake@example.co.uk', 'jane.doe+intake@example.co.uk'],
  ['mail JDOE88@EXAMPLE.COM', 'JDOE88@EXAMPLE.COM'],
  ['jane dot doe at gmail dot com', 'jane dot doe at gmail dot com'],
  ['jane (at) example (dot) org', 'jane (at) example (dot) org'],
  ['jane[at]example.com', 'jane[at]example.com'],
  ['jane @ example.com', 'jane @ example.com'],
  ['juana arroba correo punto mx', 'juana arroba correo punto mx'],
  ["mailto:o'neil@example.com", "o'neil@example.com"],
  ['josé@ejemplo.es', 'josé@ejemplo.es'],
  ['<a_b-c@sub.example.org>', 'a_b-c@sub.example.org'],
  ['email=jane%40example.com', 'jane%40example.com'],
  ['write to jdoe at yahoo.com', 'jdoe at yahoo.com'],
  ['jane at example dot com', 'jane at example dot com'],
  ['j***@example.com', 'j***@example.com'],
]

/** What looks like it and is not. */
const CLEAN: readonly string[] = [
  'meet at noon',
  '@everyone please read',
  'looking at options. com is next',
  '5 @ $20',
  'we are at example street',
  'at work dot com bubble',
  'price@',
  'room @ 4pm',
]

describe('e-mail addresses', () => {
  it.each(FOUND)('finds it in "%s"', (text, part) => {
    const found = isFound('email', text, part)

    expect(found).toBe(true)
  })

  it.each(CLEAN)('finds none in "%s"', (text) => {
    const spans = spansOf('email', text)

    expect(spans).toEqual([])
  })
})
