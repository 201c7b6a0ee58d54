import fc from 'fast-check'
import { expect, it } from 'vitest'
import { noteDate, withinWords } from '#src/handoff/note-date.ts'

it.each([
  ['2026-11-12T12:00:00Z', '12 Nov 2026'],
  ['2026-01-01T00:00:00Z', '1 Jan 2026'],
  ['2026-12-31T23:59:59Z', '31 Dec 2026'],
])('writes %s as the absolute date %s', (at, expected) => {
  expect(noteDate(Date.parse(at))).toBe(expected)
})

it.each([
  [1, 'within 1 minute'],
  [30, 'within 30 minutes'],
  [90, 'within 90 minutes'],
  [60, 'within 1 hour'],
  [240, 'within 4 hours'],
  [1_440, 'within 1 day'],
  [2_880, 'within 2 days'],
])('says %i minutes as %s', (minutes, expected) => {
  expect(withinWords(minutes)).toBe(expected)
})

it.each([
  ['2026-11-12T12:00:00Z', '12 nov 2026'],
  ['2026-01-01T00:00:00Z', '1 ene 2026'],
  ['2026-09-30T23:59:59Z', '30 sept 2026'],
])('writes %s in Spanish as %s', (at, expected) => {
  expect(noteDate(Date.parse(at), 'es')).toBe(expected)
})

it.each([
  [1, 'en un plazo de 1 minuto'],
  [60, 'en un plazo de 1 hora'],
  [240, 'en un plazo de 4 horas'],
  [2_880, 'en un plazo de 2 días'],
])('says %i minutes in Spanish as %s', (minutes, expected) => {
  expect(withinWords(minutes, 'es')).toBe(expected)
})

it('groups the digits of long numbers', () => {
  expect(withinWords(1_441)).toBe('within 1,441 minutes')
})

it.each([
  ['2026-11-13T01:00:00Z', 'America/New_York', '12 Nov 2026'],
  ['2026-11-13T05:00:00Z', 'America/New_York', '13 Nov 2026'],
  ['2026-11-01T04:30:00Z', 'America/New_York', '1 Nov 2026'],
  ['2026-11-02T04:30:00Z', 'America/New_York', '1 Nov 2026'],
  ['2026-07-13T03:59:59Z', 'US/Eastern', '12 Jul 2026'],
  ['2026-07-13T04:00:00Z', 'US/Eastern', '13 Jul 2026'],
  ['2026-12-31T18:30:00Z', 'Asia/Kolkata', '1 Jan 2027'],
  ['2026-11-13T01:00:00Z', 'Somewhere/Unknown', '13 Nov 2026'],
])('is the day of %s in %s: %s', (at, zone, expected) => {
  expect(noteDate(Date.parse(at), 'en', zone)).toBe(expected)
})

it('leaves a day without time, which is read as its noon, the day it is anywhere', () => {
  const day = Date.parse('2026-11-12T12:00:00Z')

  for (const zone of ['Pacific/Pago_Pago', 'America/New_York', 'Pacific/Auckland']) {
    expect(noteDate(day, 'en', zone)).toBe('12 Nov 2026')
  }
})

it('is what a calendar of the zone says, before and after its clocks change', () => {
  const zones = ['America/New_York', 'America/Phoenix', 'Australia/Lord_Howe', 'Africa/Casablanca']
  const calendars = new Map(
    zones.map((timeZone) => [
      timeZone,
      new Intl.DateTimeFormat('en-GB', {
        timeZone,
        day: 'numeric',
        month: 'numeric',
        year: 'numeric',
      }),
    ]),
  )
  const months = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ')
  const at = fc.integer({ min: Date.UTC(2000, 0, 1), max: Date.UTC(2037, 0, 1) })

  fc.assert(
    fc.property(at, fc.constantFrom(...zones), (instant, zone) => {
      fc.pre(instant % 86_400_000 !== 43_200_000)
      const [day, month = '', year] = calendars.get(zone)?.format(instant).split('/') ?? []

      expect(noteDate(instant, 'en', zone)).toBe(
        `${Number(day)} ${months[Number(month) - 1]} ${year}`,
      )
    }),
    { numRuns: 2_000 },
  )
})
