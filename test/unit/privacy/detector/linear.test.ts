import { describe, expect, it } from 'vitest'
import { findIdentifiers } from '#src/privacy/detector/find-identifiers.ts'

const SIZE = 120_000
const filled = (piece: string): string => piece.repeat(Math.ceil(SIZE / piece.length))

/** Each was a way to make some pattern try again and again. A quadratic one does not come back. */
const HOSTILE: readonly string[] = [
  'a',
  'A',
  '1',
  '1 ',
  '1-',
  '1.',
  '.',
  '@',
  'a@',
  'a.',
  'a@a.',
  ':',
  'a:',
  '::',
  '/',
  '(',
  '"',
  '=',
  '%40',
  ' at ',
  'dot at ',
  'number is ',
  'member id is the ',
  'my ',
  'my my son is ',
  'Mr. ',
  'Maria ',
  'de la ',
  'A. ',
  'May ',
  'May 1',
  'the 1st of ',
  'one ',
  'Street ',
  '1 a a a ',
  'TX ',
  'San ',
  'St. ',
  'x',
  'xxxx-',
  '4111 ',
  'photo of ',
  'recording of ',
  'http://',
  'www.',
  '-a',
  'a1',
  'é',
  '\n',
  '\t \n',
  'Thanks\n',
  'name: ',
  'fax ',
  '512 ',
  '00:',
  "O'",
]

describe('the time of detection', () => {
  it.each(HOSTILE)('grows with the text only, for "%s" without end', (piece) => {
    const text = `${filled(piece)}\nSSN 123-45-6789`

    const found = findIdentifiers(text)

    expect(found.at(-1)).toEqual({ kind: 'ssn', start: text.length - 11, end: text.length })
  })
})
