import { describe, expect, it } from 'vitest'
import { isFound, spansOf } from './spans.ts'

/** The text, and the part of it that identifies somebody. */
const FOUND: readonly (readonly [string, string])[] = [
  ['from 203.0.113.7', '203.0.113.7'],
  ['192.0.2.1:443', '192.0.2.1'],
  ['2001:db8::1', '2001:db8::1'],
  ['fe80::1ff:fe23:4567:890a%eth0', 'fe80::1ff:fe23:4567:890a'],
  ['2001:0db8:85a3:0000:0000:8a2e:0370:7334', '2001:0db8:85a3:0000:0000:8a2e:0370:7334'],
  ['ip=198.51.100.4,', '198.51.100.4'],
  ['10.0.0.0/8', '10.0.0.0'],
  ['::ffff:192.0.2.128', '::ffff:192.0.2.128'],
  ['X-Forwarded-For: 203.0.113.195', '203.0.113.195'],
  ['http://203.0.113.9/', '203.0.113.9'],
]

/** What looks like it and is not. */
const CLEAN: readonly string[] = [
  'version 1.2.3.4',
  'v10.0.19.41',
  'section 4.3.2.1',
  '256.300.1.2',
  '1.2.3',
  '10:30:45',
  'std::vector',
  'Chrome/120.0.0.0',
  '12:30 to 1:45',
  'a::b',
  'release 2.0.1.0',
  'at 10:20',
]

describe('network addresses', () => {
  it.each(FOUND)('finds it in "%s"', (text, part) => {
    const found = isFound('ip-address', text, part)

    expect(found).toBe(true)
  })

  it.each(CLEAN)('finds none in "%s"', (text) => {
    const spans = spansOf('ip-address', text)

    expect(spans).toEqual([])
  })
})
