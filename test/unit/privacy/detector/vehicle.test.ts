import { describe, expect, it } from 'vitest'
import { isFound, spansOf } from './spans.ts'

/** The text, and the part of it that identifies somebody. */
const FOUND: readonly (readonly [string, string])[] = [
  ['1HGCM82633A004352', '1HGCM82633A004352'],
  ['VIN: 1M8GDM9AXKP042788', '1M8GDM9AXKP042788'],
  ['license plate 7ABC123', '7ABC123'],
  ['plate # ABC-1234', 'ABC-1234'],
  ['my plate is KLM 4471', 'KLM 4471'],
  ['tag number RZX 118', 'RZX 118'],
  ['placas XYZ-12-34', 'XYZ-12-34'],
  ['vehicle registration number AB12CDE', 'AB12CDE'],
  ['last 6 of the VIN 004352', '004352'],
  ["car's license plate: 8XYZ999", '8XYZ999'],
  ['Plates: TXR4410', 'TXR4410'],
  ['matrícula 1234 BCD', '1234 BCD'],
]

/** What looks like it and is not. */
const CLEAN: readonly string[] = [
  '1HGCM82633A004353',
  'a plate of food for 12',
  'tag 3 people',
  'license to drive',
  'home plate',
  'full plate in 2025',
  'boilerplate text 1234',
  'vehicle needed',
  'plate tectonics 101',
  'the car was 12 years old',
]

describe('vehicles', () => {
  it.each(FOUND)('finds it in "%s"', (text, part) => {
    const found = isFound('vehicle', text, part)

    expect(found).toBe(true)
  })

  it.each(CLEAN)('finds none in "%s"', (text) => {
    const spans = spansOf('vehicle', text)

    expect(spans).toEqual([])
  })
})
