import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { calibrateFile } from '#src/analysis/calibrate-file.ts'
import type { CalibrationResult } from '#src/analysis/results.ts'
import type { Dataset } from '#src/calibration/dataset.ts'
import type { Table } from '#src/calibration/table/dataset-builder.ts'
import { syntheticPortal } from '#test/unit/calibration/synthetic-portal.ts'
import { smallCounts } from './count-small.ts'

const tableOf = (data: Dataset, changes: Partial<Table> = {}): Table => ({
  data,
  calendar: [],
  leftOut: [],
  timeColumn: undefined,
  withoutOutcome: 0,
  ...changes,
})
const calibrate = (data: Dataset, changes?: Partial<Table>) =>
  calibrateFile(tableOf(data, changes), { file: 'leads.csv', at: 1_800_000_000_000 })

describe('calibrating from a file', () => {
  let result: CalibrationResult
  beforeAll(() => {
    result = calibrate(syntheticPortal({ rows: 2_000, seed: 21 }).data)
  })

  it('shows a card with what each line was learned from where it is recommended', () => {
    expect(result.verdict.recommend).toBe(true)
    expect(result.cards.full.length).toBeGreaterThan(result.cards.short.length)
    expect(result.cards.short.length).toBeLessThanOrEqual(20)
    expect(result.cards.short.some(({ from }) => from !== undefined)).toBe(true)
    expect(result.splits.map(({ split }) => split)).toEqual(['random', 'time'])
    expect(result.scores.reduce((sum, { won, notWon }) => sum + won + notWon, 0)).toBe(2_000)
    expect(result.changes).toEqual([])
  })

  it('draws curves from nothing to all, as high as the area it states', () => {
    const [random] = result.splits

    const roc = random?.curves[0]?.roc ?? []
    const area = roc.slice(1).reduce((sum, point, at) => {
      const before = roc[at] ?? point
      const width = point.falsePositive - before.falsePositive
      return sum + (width * (point.truePositive + before.truePositive)) / 2
    }, 0)
    expect(roc[0]).toEqual({ falsePositive: 0, truePositive: 0 })
    expect(roc.at(-1)).toEqual({ falsePositive: 1, truePositive: 1 })
    expect(Math.abs(area - (random?.scorers[0]?.auc ?? 0))).toBeLessThan(0.03)
    const promised = random?.curves[0]?.reliability.map((point) => point.promised) ?? []
    expect(promised).toEqual(promised.toSorted((a, b) => a - b))
  })

  it('shows no card where nothing can be learned, and says why', () => {
    const { data } = syntheticPortal({ rows: 800, seed: 4, strength: 0 })

    const { verdict, cards, pool } = calibrate(data)

    expect(verdict.recommend).toBe(false)
    expect(verdict.reasons.join(' ')).toContain('does not beat the constant')
    expect({ cards, pool }).toEqual({ cards: { full: [], short: [] }, pool: [] })
  })

  it('tells how many wins are missing without telling of fewer than eleven', () => {
    const { data } = syntheticPortal({ rows: 400, seed: 5 })
    const outcome = Uint8Array.from(data.outcome, (_won, row) => (row % 80 === 0 ? 1 : 0))

    const { verdict, cases, splits } = calibrate({ ...data, outcome }, { withoutOutcome: 3 })

    expect(verdict.reasons).toEqual([
      'There are fewer than 11 won records. At least 60 more are needed to learn anything. Until then keep the points set by hand.',
    ])
    expect(cases).toMatchObject({ won: 0, records: 395, tooFewToShow: ['won', 'open'] })
    expect(splits).toEqual([])
  })

  it('shows nothing of one to ten records, whatever the file', () => {
    const files = fc.record({
      rows: fc.integer({ min: 20, max: 400 }),
      seed: fc.nat(10_000),
      intercept: fc.constantFrom(-4, -2, 1),
    })
    fc.assert(
      fc.property(files, (file) => {
        expect(smallCounts(calibrate(syntheticPortal(file).data))).toEqual([])
      }),
      { numRuns: 8 },
    )
  })
})
