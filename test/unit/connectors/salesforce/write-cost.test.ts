import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  BULK_CHEAPER_FROM,
  callsToWrite,
  cheapestWrite,
  type WriteWay,
} from '#connectors/salesforce/writing/write-cost.ts'

const WAYS: readonly WriteWay[] = ['collection', 'composite', 'bulk']

describe('the cheapest way to write', () => {
  test.each([
    [1, 'collection', 1],
    [137, 'collection', 1],
    [200, 'collection', 1],
    [201, 'composite', 1],
    [2_000, 'composite', 2],
    [10_000, 'composite', 10],
    [11_000, 'composite', 11],
    [11_001, 'bulk', 11],
    [100_000, 'bulk', 19],
  ] as const)('of %d records is %s, for %d calls', (records, way, calls) => {
    expect([cheapestWrite(records), callsToWrite(way, records)]).toEqual([way, calls])
  })

  test('is never one that costs more than another that is open', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3_000_000 }), (records) => {
        const open = WAYS.filter((way) => way !== 'bulk' || records >= 2_000)

        const cost = callsToWrite(cheapestWrite(records), records)

        expect(cost).toBe(Math.min(...open.map((way) => callsToWrite(way, records))))
      }),
    )
  })

  test('is a bulk job from one size on and not below it', () => {
    expect(cheapestWrite(BULK_CHEAPER_FROM - 1)).not.toBe('bulk')
    fc.assert(
      fc.property(fc.integer({ min: BULK_CHEAPER_FROM, max: 3_000_000 }), (records) => {
        expect(cheapestWrite(records)).toBe('bulk')
      }),
    )
  })
})
