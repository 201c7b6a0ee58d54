import { describe, expect, it } from 'vitest'
import { nextOpening, placesOf, quietUntil } from '#src/consent/quiet-hours.ts'
import { STATE_ZONES } from '#src/consent/state-zones.ts'

const at = (iso: string): number => Date.parse(iso)
const until = (state: string | undefined, iso: string): string | undefined => {
  const instant = quietUntil('phone', state, at(iso))
  return instant === undefined ? undefined : new Date(instant).toISOString().slice(0, 16)
}

// 18 November 2026 is a Wednesday on which no state rests; clocks are on standard time.
const DAY = '2026-11-18'

describe('quiet hours', () => {
  it.each([
    // state, last open minute, first quiet minute, opening the next day; UTC
    ['NY', '2026-11-19T01:59Z', '2026-11-19T02:00Z', '2026-11-19T13:00'],
    ['CA', '2026-11-19T04:59Z', '2026-11-19T05:00Z', '2026-11-19T16:00'],
    ['FL', '2026-11-19T00:59Z', '2026-11-19T01:00Z', '2026-11-19T14:00'],
    ['WA', '2026-11-19T03:59Z', '2026-11-19T04:00Z', '2026-11-19T16:00'],
    ['OK', '2026-11-19T01:59Z', '2026-11-19T02:00Z', '2026-11-19T14:00'],
    ['CT', '2026-11-19T00:59Z', '2026-11-19T01:00Z', '2026-11-19T14:00'],
    ['KY', '2026-11-19T01:59Z', '2026-11-19T02:00Z', '2026-11-19T16:00'],
    ['RI', '2026-11-18T22:59Z', '2026-11-18T23:00Z', '2026-11-19T14:00'],
    ['HI', '2026-11-19T06:59Z', '2026-11-19T07:00Z', '2026-11-19T18:00'],
    ['PR', '2026-11-19T00:59Z', '2026-11-19T01:00Z', '2026-11-19T12:00'],
  ])('%s: open until %s, quiet from %s, open again at %s', (state, open, quiet, opening) => {
    expect(until(state, open)).toBeUndefined()
    expect(until(state, quiet)).toBe(opening)
    expect(until(state, `${opening}Z`)).toBeUndefined()
  })

  it('tells texts from calls no more than the law does, and leaves emails alone', () => {
    const night = at(`${DAY}T06:00Z`)

    expect(quietUntil('sms', 'NY', night)).toBe(quietUntil('phone', 'NY', night))
    expect(quietUntil('email', 'NY', night)).toBeUndefined()
    expect(quietUntil('email', undefined, night)).toBeUndefined()
  })

  it('takes a state in either case', () => {
    expect(until('wa', `${DAY}T06:00Z`)).toBe(until('WA', `${DAY}T06:00Z`))
  })

  it('opens where a state has two zones only when both have begun, and rests when one has ended', () => {
    // Indiana, 8 am in Indianapolis is 7 am in Gary.
    expect(until('IN', `${DAY}T13:30Z`)).toBe(`${DAY}T14:00`)
    expect(until('IN', '2026-11-19T02:00Z')).toBe('2026-11-19T14:00')
    // Texas begins at 9 am, El Paso an hour after Dallas.
    expect(until('TX', `${DAY}T15:30Z`)).toBe(`${DAY}T16:00`)
    expect(until('TX', '2026-11-19T03:00Z')).toBe('2026-11-19T16:00')
  })

  it('follows the clocks when they change, and Arizona where they do not', () => {
    // The night of 7 to 8 March 2026.
    expect(until('NY', '2026-03-07T12:30Z')).toBe('2026-03-07T13:00')
    expect(until('NY', '2026-03-08T11:30Z')).toBe('2026-03-08T12:00')
    // The night of 31 October to 1 November 2026.
    expect(until('NY', '2026-10-31T11:30Z')).toBe('2026-10-31T12:00')
    expect(until('NY', '2026-11-01T12:30Z')).toBe('2026-11-01T13:00')
    // In summer the Navajo Nation is an hour ahead of Phoenix: evening ends there first.
    expect(until('AZ', '2026-07-15T03:00Z')).toBe('2026-07-15T15:00')
    expect(until('AZ', '2026-01-14T03:30Z')).toBeUndefined()
  })

  it.each([
    ['AL', '2026-11-22T18:00Z', '2026-11-23T14:00'],
    ['LA', '2026-11-22T18:00Z', '2026-11-23T14:00'],
    ['MS', '2026-11-22T18:00Z', '2026-11-23T14:00'],
    ['RI', '2026-11-22T18:00Z', '2026-11-23T14:00'],
    ['UT', '2026-11-22T18:00Z', '2026-11-23T15:00'],
    ['TX', '2026-11-22T17:00Z', '2026-11-22T19:00'],
    ['NY', '2026-11-22T18:00Z', undefined],
  ])('%s keeps its Sunday', (state, sunday, opening) => {
    expect(until(state, sunday)).toBe(opening)
  })

  it('keeps the shorter Saturday of Rhode Island', () => {
    expect(until('RI', '2026-11-21T14:30Z')).toBe('2026-11-21T15:00')
    expect(until('RI', '2026-11-21T22:00Z')).toBe('2026-11-23T14:00')
  })

  it.each([
    ['Thanksgiving', 'UT', '2026-11-26T20:00Z', '2026-11-27T15:00'],
    ['the day after, in Louisiana', 'LA', '2026-11-26T20:00Z', '2026-11-28T14:00'],
    ['Independence Day on the Friday before', 'AL', '2026-07-03T18:00Z', '2026-07-06T13:00'],
    ['a New Year that is kept in December', 'UT', '2027-12-31T18:00Z', '2028-01-03T15:00'],
    ['Pioneer Day', 'UT', '2026-07-24T18:00Z', '2026-07-25T14:00'],
    ['Mardi Gras', 'LA', '2026-02-17T18:00Z', '2026-02-18T14:00'],
    ['Good Friday', 'PA', '2026-04-03T18:00Z', '2026-04-04T12:00'],
    ['Victory Day', 'RI', '2026-08-10T18:00Z', '2026-08-11T13:00'],
    ['Election Day', 'RI', '2026-11-03T18:00Z', '2026-11-04T14:00'],
    ['Jefferson Davis Day', 'AL', '2026-06-01T18:00Z', '2026-06-02T13:00'],
    ['a Christmas that ends in a Sunday', 'AL', '2026-12-25T18:00Z', '2026-12-26T14:00'],
  ])('%s is a day of rest where the state says so', (_name, state, day, opening) => {
    expect(until(state, day)).toBe(opening)
    expect(until('NY', day)).toBeUndefined()
  })

  it('is quiet for an unknown state whenever it is quiet in any', () => {
    for (let hour = at('2026-11-16T00:30Z'); hour < at('2026-11-30T00:00Z'); hour += 3_600_000) {
      const opening = nextOpening(undefined, hour)
      for (const state of STATE_ZONES.keys()) {
        expect(nextOpening(state, opening)).toBe(opening)
        expect(opening).toBeGreaterThanOrEqual(nextOpening(state, hour))
      }
    }
  })

  it('leaves an unknown state some hours of every working day', () => {
    expect(until(undefined, `${DAY}T20:00Z`)).toBeUndefined()
    expect(until('other', '2026-07-15T20:00Z')).toBeUndefined()
  })

  it('knows the fifty states and the capital', () => {
    expect(STATE_ZONES.size).toBe(51)
    expect(placesOf('AS')).toMatchObject([{ zone: 'samoa' }])
    expect(placesOf('ZZ').length).toBeGreaterThan(51)
  })

  it('gives a time at which one may indeed call', () => {
    for (let hour = 0; hour < 24 * 14; hour += 1) {
      const opening = nextOpening('RI', at('2026-12-20T00:10Z') + hour * 3_600_000)

      expect(quietUntil('phone', 'RI', opening)).toBeUndefined()
    }
  })
})
