import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addCounts,
  countRows,
  NO_COUNTS,
  type PreviewCounts,
} from '#src/model-sets/preview-report.ts'
import type { PreviewRow } from '#src/model-sets/preview-row.ts'
import { HOLDS } from '#src/ports.ts'

const NOW = Date.UTC(2026, 0, 15)
const DAY_MS = 86_400_000

const result = fc.record({
  score: fc.option(fc.integer({ min: 0, max: 100 })),
  fit: fc.constant(0),
  engagement: fc.constant(0),
  grade: fc.constant(null),
  tier: fc.constantFrom('sales-ready', 'nurture', 'unqualified', null),
  hold: fc.option(fc.constantFrom(...HOLDS)),
  audience: fc.option(fc.constantFrom('individual', 'employer')),
})
const rows: fc.Arbitrary<PreviewRow[]> = fc.array(
  fc.record({
    ref: fc.record({ object: fc.constantFrom('contact', 'lead'), id: fc.string() }),
    before: fc.option(result, { nil: undefined }),
    after: result,
    writes: fc.boolean(),
    reachable: fc.boolean(),
    lastActivityAt: fc.option(fc.integer({ min: NOW - 60 * DAY_MS, max: NOW }), { nil: undefined }),
  }),
)

const row = (changes: Partial<PreviewRow>): PreviewRow => ({
  ref: { object: 'contact', id: '1' },
  before: undefined,
  after: {
    score: null,
    fit: null,
    engagement: null,
    grade: null,
    tier: null,
    hold: null,
    audience: null,
  },
  writes: false,
  reachable: true,
  lastActivityAt: NOW,
  ...changes,
})
const scored = { ...row({}).after, score: 80, tier: 'sales-ready' } as const
const sum = (counts: readonly (number | undefined)[]): number =>
  counts.reduce<number>((total, count) => total + (count ?? 0), 0)

describe('the counts of a preview', () => {
  it('are the same in one piece and in several', () => {
    fc.assert(
      fc.property(rows, rows, (some, others) => {
        const together = countRows([...some, ...others], NOW)

        expect(addCounts(countRows(some, NOW), countRows(others, NOW))).toEqual(together)
      }),
    )
  })

  it('place everybody once: in the matrix, and in the tiers before and after', () => {
    fc.assert(
      fc.property(rows, (all) => {
        const { records, matrix, tiers, histogram }: PreviewCounts = countRows(all, NOW)

        expect(records).toBe(all.length)
        expect(sum(Object.values(matrix))).toBe(all.length)
        expect(sum(Object.values(tiers).map((pair) => pair?.before))).toBe(all.length)
        expect(sum(Object.values(tiers).map((pair) => pair?.after))).toBe(all.length)
        expect(sum(histogram.after)).toBe(all.filter(({ after }) => after.score !== null).length)
      }),
    )
  })

  it('leave the empty counts empty', () => {
    countRows([row({ after: scored })], NOW)

    expect(NO_COUNTS.histogram.after).toEqual(Array(10).fill(0))
    expect(NO_COUNTS.records).toBe(0)
  })

  it('put a score of 100 with those from 90', () => {
    const { histogram } = countRows([row({ after: { ...scored, score: 100 } })], NOW)

    expect(histogram.after.at(-1)).toBe(1)
  })

  it('call nobody ready who may not be reached, and nobody fresh who was last seen long ago', () => {
    const all = [
      row({ after: scored }),
      row({ after: scored, reachable: false }),
      row({ after: scored, lastActivityAt: NOW - 29 * DAY_MS }),
      row({ after: scored, lastActivityAt: undefined }),
    ]

    const { ready, fresh } = countRows(all, NOW)

    expect(ready).toEqual({ before: 0, after: 3 })
    expect(fresh).toEqual({ before: 0, after: 1 })
  })
})
