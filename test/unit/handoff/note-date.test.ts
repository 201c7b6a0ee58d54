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
