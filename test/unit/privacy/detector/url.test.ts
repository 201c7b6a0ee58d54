import { describe, expect, it } from 'vitest'
import { isFound, spansOf } from './spans.ts'

/** The text, and the part of it that identifies somebody. */
const FOUND: readonly (readonly [string, string])[] = [
  ['https://example.com/intake?x=1', 'https://example.com/intake?x=1'],
  ['see www.example.org', 'www.example.org'],
  ['example.com/depression', 'example.com/depression'],
  ['on betterdays.org', 'betterdays.org'],
  ['http://192.0.2.1:8080/a', 'http://192.0.2.1:8080/a'],
  ['ftp://files.example.net/x.txt', 'ftp://files.example.net/x.txt'],
  ['bit.ly/3abcXYZ', 'bit.ly/3abcXYZ'],
  ['linkedin.com/in/jane-doe-123', 'linkedin.com/in/jane-doe-123'],
  ['https%3A%2F%2Fexample.com%2Fa', 'https%3A%2F%2Fexample.com%2Fa'],
  ['page /intake/step?email=1', '/intake/step?email=1'],
  ['visit clinic.example.co.uk today', 'clinic.example.co.uk'],
  ['facebook.com/jane.doe', 'facebook.com/jane.doe'],
]

/** What looks like it and is not. */
const CLEAN: readonly string[] = [
  'e.g. this',
  'Node.js',
  'I need help.Please call',
  'a.m. or p.m.',
  'file.ts',
  'and/or',
  '24/7',
  'Dr.Smith',
  'v1.2.3',
  'etc.and so on',
  'help.me please',
  '24.5mg',
]

describe('addresses of pages', () => {
  it.each(FOUND)('finds it in "%s"', (text, part) => {
    const found = isFound('url', text, part)

    expect(found).toBe(true)
  })

  it.each(CLEAN)('finds none in "%s"', (text) => {
    const spans = spansOf('url', text)

    expect(spans).toEqual([])
  })
})
