import { describe, expect, test } from 'vitest'
import { decideConsent } from '#src/consent/decide-consent.ts'
import type { Channel, Facts } from '#src/ports.ts'
import { USUAL_POLICY } from './combinations.ts'
import { TEXTING_ELEMENTS } from './written-rules.ts'

const HOUR = 3_600_000
const MINUTE = 60_000

// tz database, the zones in which people of a state live; the first is where most of them do.
const ZONES: Readonly<Record<string, readonly string[]>> = {
  AK: ['America/Anchorage', 'America/Adak'],
  AZ: ['America/Phoenix', 'America/Denver'],
  CA: ['America/Los_Angeles'],
  CO: ['America/Denver'],
  DC: ['America/New_York'],
  FL: ['America/New_York', 'America/Chicago'],
  GA: ['America/New_York'],
  HI: ['Pacific/Honolulu'],
  ID: ['America/Boise', 'America/Los_Angeles'],
  IL: ['America/Chicago'],
  IN: ['America/Indiana/Indianapolis', 'America/Chicago'],
  KS: ['America/Chicago', 'America/Denver'],
  KY: ['America/New_York', 'America/Chicago'],
  MI: ['America/Detroit', 'America/Menominee'],
  MN: ['America/Chicago'],
  ND: ['America/Chicago', 'America/Denver'],
  NE: ['America/Chicago', 'America/Denver'],
  NY: ['America/New_York'],
  OH: ['America/New_York'],
  OR: ['America/Los_Angeles', 'America/Boise'],
  SD: ['America/Chicago', 'America/Denver'],
  TN: ['America/Chicago', 'America/New_York'],
  TX: ['America/Chicago', 'America/Denver'],
  VA: ['America/New_York'],
  WA: ['America/Los_Angeles'],
  WI: ['America/Chicago'],
}

/**
 * Stricter than the federal 8 am to 9 pm, local hours of an ordinary weekday: Fla. Stat.
 * 501.616(6)(a); 15 Okl. St. 775C.4; RCW 80.36.390; Md. Com. Law 14-4504; Conn. Gen. Stat. 42-288a.
 */
const STRICTER: readonly (readonly [string, string, number, number])[] = [
  ['FL', 'America/New_York', 8, 20],
  ['OK', 'America/Chicago', 8, 20],
  ['WA', 'America/Los_Angeles', 8, 20],
  ['MD', 'America/New_York', 8, 20],
  ['CT', 'America/New_York', 9, 20],
]

const reachable: Facts = {
  requestedContact: 'call',
  smsConsent: true,
  smsElements: TEXTING_ELEMENTS,
}

function restingAt(at: number, state: string | undefined): Partial<Record<Channel, number>> {
  const facts = state === undefined ? reachable : { ...reachable, state }
  return decideConsent(facts, { at, policy: USUAL_POLICY }).restingUntil
}

// Making a formatter costs far more than asking it, and these are asked thousands of times.
const clocks = new Map<string, Intl.DateTimeFormat>()

function localHour(at: number, timeZone: string): number {
  const clock =
    clocks.get(timeZone) ??
    new Intl.DateTimeFormat('en-US', { timeZone, hour: 'numeric', hourCycle: 'h23' })
  clocks.set(timeZone, clock)
  return Number(clock.format(at))
}

const everyHalfHour = (from: number, days: number) =>
  Array.from({ length: days * 48 }, (_, step) => from + step * (HOUR / 2))

// Every day of the week, on both sides of each change of the clocks in 2026 and with no change.
const DAYS = 9
const WEEKS = [
  ['the clocks going forward', Date.UTC(2026, 2, 4)],
  ['summer', Date.UTC(2026, 5, 1)],
  ['the clocks going back', Date.UTC(2026, 9, 28)],
] as const

describe('quiet hours', () => {
  describe.each(WEEKS)('around %s', (_, from) => {
    test.each(Object.entries(ZONES))(
      'rest phone and text in %s before 8 and from 9 pm, in each of its zones',
      (state, zones) => {
        const forbidden = everyHalfHour(from, DAYS).filter((at) =>
          zones.some((zone) => localHour(at, zone) < 8 || localHour(at, zone) >= 21),
        )

        const disturbed = forbidden.filter((at) => {
          const resting = restingAt(at, state)
          return resting.phone === undefined || resting.sms === undefined
        })

        expect(disturbed.map((at) => new Date(at).toISOString())).toEqual([])
      },
    )

    test.each(STRICTER)(
      'keep to the narrower hours of %s (%s, %i to %i)',
      (state, zone, ...open) => {
        const forbidden = everyHalfHour(from, DAYS).filter((at) => {
          const hour = localHour(at, zone)
          return hour < open[0] || hour >= open[1]
        })

        const disturbed = forbidden.filter((at) => restingAt(at, state).phone === undefined)

        expect(disturbed.map((at) => new Date(at).toISOString())).toEqual([])
      },
    )

    test.each([undefined, 'other'])('keep to every zone when the state is %s', (state) => {
      const zones = ['America/New_York', 'America/Chicago', 'America/Denver']
      zones.push('America/Los_Angeles', 'America/Anchorage', 'Pacific/Honolulu')
      const forbidden = everyHalfHour(from, DAYS).filter((at) =>
        zones.some((zone) => localHour(at, zone) < 8 || localHour(at, zone) >= 21),
      )

      const disturbed = forbidden.filter((at) => restingAt(at, state).phone === undefined)

      expect(disturbed.map((at) => new Date(at).toISOString())).toEqual([])
    })
  })

  test.each(Object.entries(ZONES))(
    'leave the afternoon of a Wednesday free in %s',
    (state, zones) => {
      const afternoon = everyHalfHour(Date.UTC(2026, 5, 10, 12), 1).filter((at) =>
        zones.every((zone) => localHour(at, zone) >= 13 && localHour(at, zone) < 16),
      )

      expect(afternoon.length).toBeGreaterThan(0)
      expect(afternoon.filter((at) => restingAt(at, state).phone !== undefined)).toEqual([])
    },
  )

  test.each([...Object.keys(ZONES), 'other'])(
    'end in %s at the first moment that is free',
    (state) => {
      const wrong = everyHalfHour(Date.UTC(2026, 9, 28), DAYS).filter((at) => {
        const until = restingAt(at, state).phone
        if (until === undefined) return false
        const free = restingAt(until, state).phone === undefined
        const notBefore = restingAt(until - MINUTE, state).phone === until
        return !(until > at && free && notBefore)
      })

      expect(wrong.map((at) => new Date(at).toISOString())).toEqual([])
    },
  )

  test('never rest email, nor a channel that is closed, and close nothing themselves', () => {
    const night = Date.UTC(2026, 5, 10, 7)
    const policy = USUAL_POLICY

    const decision = decideConsent({ ...reachable, state: 'NY' }, { at: night, policy })
    const refused = decideConsent({ doNotCall: true, state: 'NY' }, { at: night, policy })

    expect(decision.channels).toEqual(['phone', 'email', 'sms'])
    expect(Object.keys(decision.restingUntil).toSorted()).toEqual(['phone', 'sms'])
    expect(refused.restingUntil).toEqual({})
  })

  test('end at 8 am in New York, whatever the clocks did overnight', () => {
    const eveningBefore = Date.UTC(2026, 2, 8, 3)

    expect(restingAt(eveningBefore, 'NY').phone).toBe(Date.UTC(2026, 2, 8, 12))
  })
})
