import { describe, expect, it } from 'vitest'
import { isFound, spansOf } from './spans.ts'

/** The text, and the part of it that identifies somebody. */
const FOUND: readonly (readonly [string, string])[] = [
  ['serial number SN-48213', 'SN-48213'],
  ['S/N: C02XK1ABJGH5', 'C02XK1ABJGH5'],
  ['IMEI 490154203237518', '490154203237518'],
  ['490154203237518', '490154203237518'],
  ['MAC 00:1B:44:11:3A:B7', '00:1B:44:11:3A:B7'],
  ['00-1B-44-11-3A-B7', '00-1B-44-11-3A-B7'],
  ['(01)00844588003288(17)141120(10)7654321D', '00844588003288'],
  ['IDFA: 6D92078A-8246-4BA4-AE5B-76104861E7DC', '6D92078A-8246-4BA4-AE5B-76104861E7DC'],
  ['_ga=GA1.2.1033501218.1368477899', 'GA1.2.1033501218.1368477899'],
  ['pacemaker serial 4471882', '4471882'],
  ['device id 99f3a1b2c4', '99f3a1b2c4'],
  ['android id 9774d56d682e549c', '9774d56d682e549c'],
  ['gaid 38400000-8cf0-11bd-b23e-10b96e40000d', '38400000-8cf0-11bd-b23e-10b96e40000d'],
  ['CPAP S/N 23120045567', '23120045567'],
  ['hubspotutk=1f2e3d4c5b6a79880a1b2c3d4e5f6071', '1f2e3d4c5b6a79880a1b2c3d4e5f6071'],
  ['insulin pump serial no. NG1234567H', 'NG1234567H'],
  ['número de serie ABC12345', 'ABC12345'],
  ['001b.4411.3ab7', '001b.4411.3ab7'],
]

/** What looks like it and is not. */
const CLEAN: readonly string[] = [
  'serial monogamist',
  'device for 2 people',
  'S/N ratio',
  '10:20:30',
  'cookie policy',
  'model 3 of care',
  'phone number needed',
  'machine learning',
  'a pump of 20 ml',
  'the lot of 1000',
]

describe('devices', () => {
  it.each(FOUND)('finds it in "%s"', (text, part) => {
    const found = isFound('device', text, part)

    expect(found).toBe(true)
  })

  it.each(CLEAN)('finds none in "%s"', (text) => {
    const spans = spansOf('device', text)

    expect(spans).toEqual([])
  })
})
