import { describe, expect, it } from 'vitest'
import { contactHours } from '#src/consent/contact-hours.ts'
import { nextOpening } from '#src/consent/quiet-hours.ts'
import { STATE_ZONES } from '#src/consent/state-zones.ts'

describe('contact hours as a note tells them', () => {
  it('are the federal ones where no state is stricter', () => {
    const allDay = { from: '08:00', to: '21:00' }

    expect(contactHours('NY')).toEqual({
      ...allDay,
      zone: 'eastern',
      saturday: allDay,
      sunday: allDay,
      restsOnHolidays: false,
    })
  })

  it('tell days of rest', () => {
    expect(contactHours('RI')).toEqual({
      from: '09:00',
      to: '18:00',
      zone: 'eastern',
      saturday: { from: '10:00', to: '17:00' },
      sunday: undefined,
      restsOnHolidays: true,
    })
    expect(contactHours('TX').sunday).toEqual({ from: '13:00', to: '21:00' })
  })

  it('are told by the clock of most people where a state has two', () => {
    expect(contactHours('IN')).toMatchObject({ from: '09:00', to: '21:00', zone: 'eastern' })
    expect(contactHours('TN')).toMatchObject({ from: '08:00', to: '20:00', zone: 'central' })
    expect(contactHours('AZ')).toMatchObject({ from: '08:00', to: '20:00', zone: 'arizona' })
  })

  it('without a state are those open everywhere', () => {
    expect(contactHours(undefined)).toEqual({
      from: '14:00',
      to: '18:00',
      zone: 'eastern',
      saturday: { from: '14:00', to: '17:00' },
      sunday: undefined,
      restsOnHolidays: true,
    })
    expect(contactHours('other')).toBe(contactHours(undefined))
  })

  it('lie within the hours in which one may call, in every state, winter and summer', () => {
    const wednesdays = [Date.UTC(2026, 10, 18), Date.UTC(2026, 6, 15)]
    for (const state of STATE_ZONES.keys()) {
      const { from, to } = contactHours(state)
      const toldHours = Number(to.slice(0, 2)) - Number(from.slice(0, 2))
      for (const day of wednesdays) {
        const opening = nextOpening(state, nextOpening(state, day + 8 * 3_600_000))
        const open = Array.from({ length: 24 }, (_, hour) => opening + hour * 3_600_000)
        const inARow = open.findIndex((hour) => nextOpening(state, hour) !== hour)

        expect(toldHours).toBeGreaterThan(0)
        expect(toldHours).toBeLessThanOrEqual(inARow)
      }
    }
  })
})
