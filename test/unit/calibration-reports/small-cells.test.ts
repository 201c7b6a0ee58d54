import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  type Cells,
  isSafeCount,
  mergeSmallCells,
  mergeSmallGroups,
  nameOf,
} from '#src/calibration/small-cells.ts'

const orders = fc.constantFrom('ordered' as const, 'unordered' as const)
const tables = fc
  .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 3 }))
  .chain(([groups, width]) =>
    fc.array(fc.array(fc.oneof(fc.nat(14), fc.nat(60)), { minLength: width, maxLength: width }), {
      minLength: groups,
      maxLength: groups,
    }),
  )
  .map((rows) => rows.map((counts, at) => ({ groups: [`g${at}`], counts })))

describe('small groups', () => {
  it('become other groups, with the smallest other one where they are too few themselves', () => {
    const cells = cellsOf({ search: 200, event: 5, partner: 40, podcast: 3 })

    const merged = mergeSmallGroups(cells, 'unordered')

    expect(merged.map((cell) => [nameOf(cell, 'unordered'), cell.counts])).toEqual([
      ['search', [200]],
      ['other groups', [48]],
    ])
  })

  it('of an order join their neighbours', () => {
    const cells = cellsOf({ may: 30, june: 4, july: 12, august: 9, september: 50 })

    const merged = mergeSmallGroups(cells, 'ordered')

    expect(merged.map((cell) => nameOf(cell, 'ordered'))).toEqual([
      'may',
      'june to august',
      'september',
    ])
  })

  it('are not shown at all where all together are too few', () => {
    expect(mergeSmallGroups(cellsOf({ a: 5, b: 5 }), 'unordered')).toEqual([])
    expect(mergeSmallGroups([], 'ordered')).toEqual([])
  })

  it('never add up to as many records as groups, which would say that each is one', () => {
    const eleven = Object.fromEntries(Array.from({ length: 11 }, (_, at) => [`s${at}`, 1]))

    const merged = mergeSmallGroups(cellsOf({ ...eleven, search: 90 }), 'unordered')

    expect(merged.map(({ counts }) => counts)).toEqual([[101]])
  })
})

describe('merged cells', () => {
  it('leave no count from one to ten, and lose or double nobody', () => {
    fc.assert(
      fc.property(tables, orders, (cells, order) => {
        const merged = mergeSmallCells(cells, order)

        expect(merged.flatMap(({ counts }) => counts).every(isSafeCount)).toBe(true)
        expect(columnSums(merged)).toEqual(merged.length > 0 ? columnSums(cells) : [])
      }),
    )
  })

  it('withhold everything only where the totals themselves are too small to show', () => {
    fc.assert(
      fc.property(tables, orders, (cells, order) => {
        if (mergeSmallCells(cells, order).length > 0) return
        const sums = columnSums(cells)
        const total = sums.reduce((sum, count) => sum + count, 0)
        const pinned = total === cells.length || total === cells.length * 10
        expect(pinned || !sums.every(isSafeCount)).toBe(true)
      }),
    )
  })

  it('leave every small cell with more than one value it could have, given all that is shown', () => {
    fc.assert(
      fc.property(tables, orders, (cells, order) => {
        // Rows are shown with their totals, further merged blocks with every category.
        const rows = mergeSmallGroups(cells, order)
        const blocks = mergeSmallCells(rows, order)
        for (const row of rows) {
          const block = blocks.find(({ groups }) => groups.includes(row.groups[0] ?? ''))
          row.counts.forEach((count, at) => {
            if (isSafeCount(count) || block === undefined) return
            const [low, high] = bounds(row, block, at)
            expect(high).toBeGreaterThan(low)
          })
        }
      }),
    )
  })

  it('only merge further what was merged before, so that two tables cannot be subtracted', () => {
    fc.assert(
      fc.property(tables, orders, (cells, order) => {
        const rows = mergeSmallGroups(cells, order)
        for (const { groups } of rows) {
          const homes = mergeSmallCells(rows, order).filter((block) =>
            groups.some((group) => block.groups.includes(group)),
          )
          for (const home of homes) expect(home.groups).toEqual(expect.arrayContaining([...groups]))
        }
      }),
    )
  })
})

/** Sharp for a table of which all row and column totals are known (Fréchet). */
function bounds(row: Cells, block: Cells, at: number): readonly [number, number] {
  const [own, all] = [total(row), total(block)]
  const column = block.counts[at] ?? 0
  return [Math.max(0, own + column - all), Math.min(own, column)]
}

function total({ counts }: Cells): number {
  return counts.reduce((sum, count) => sum + count, 0)
}

function columnSums(cells: readonly Cells[]): readonly number[] {
  const width = cells[0]?.counts.length ?? 0
  return Array.from({ length: width }, (_, at) =>
    cells.reduce((sum, { counts }) => sum + (counts[at] ?? 0), 0),
  )
}

function cellsOf(counts: Readonly<Record<string, number>>): readonly Cells[] {
  return Object.entries(counts).map(([group, count]) => ({ groups: [group], counts: [count] }))
}
