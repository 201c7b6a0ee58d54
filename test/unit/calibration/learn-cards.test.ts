import { describe, expect, it } from 'vitest'
import { learnCards, recentRows } from '#src/calibration/backtest/learn-cards.ts'
import { type Column, type Dataset, outcomesOf, rowRange } from '#src/calibration/dataset.ts'
import { learnBinnings } from '#src/calibration/learn/binning.ts'
import { calibrate, chanceOfPoints, chancesOf } from '#src/calibration/learn/calibration.ts'
import { type Card, scoreCard } from '#src/calibration/learn/card.ts'
import { cardPool } from '#src/calibration/learn/card-pool.ts'
import { cardToRules } from '#src/calibration/learn/card-to-rules.ts'
import { chooseHold } from '#src/calibration/learn/choose-hold.ts'
import { evidenceOf } from '#src/calibration/learn/evidence.ts'
import { createFitTable } from '#src/calibration/learn/fit-table.ts'
import { mergeBins } from '#src/calibration/learn/merge-bins.ts'
import { MOST_POINTS } from '#src/calibration/learn/points-fit.ts'
import { auc } from '#src/calibration/statistics/auc.ts'
import { brier } from '#src/calibration/statistics/brier.ts'
import { createRandom } from '#src/calibration/statistics/random.ts'
import type { FactValue } from '#src/ports.ts'
import { NOW, sampleModel } from '../scoring/sample-model.ts'
import { syntheticPortal } from './synthetic-portal.ts'

const summary = (card: Card): unknown =>
  card.rules.map(({ column, conditions, points }) => ({ column, conditions, points }))

/** A portal of `rows` to learn from, and others of the same kind to be judged on. */
function learnedPortal(rows: number, seed: number, strength = 1) {
  const judged = 15_000
  const portal = syntheticPortal({ rows: rows + judged, seed, strength })
  const learned = learnCards(portal.data, rowRange(0, rows))
  const test = rowRange(rows, rows + judged)
  const outcome = outcomesOf(portal.data, test)
  return { ...portal, learned, test, outcome, truthAuc: auc(portal.truth.subarray(rows), outcome) }
}

describe('a card learned where the true weights are known', () => {
  it.each([
    { rows: 10_000, seed: 1 },
    { rows: 10_000, seed: 2 },
    { rows: 20_000, seed: 3 },
  ])('ranks new records as the truth does, within .01 AUC ($rows rows, seed $seed)', (size) => {
    const { data, learned, test, outcome, truthAuc } = learnedPortal(size.rows, size.seed)

    const full = auc(scoreCard(learned.full.card, data, test), outcome)
    const short = auc(scoreCard(learned.short.card, data, test), outcome)

    expect(truthAuc).toBeGreaterThan(0.75)
    expect(truthAuc - full).toBeLessThan(0.01)
    expect(truthAuc - short).toBeLessThan(0.015)
  })

  it('loses little more with few wins', () => {
    const { data, learned, test, outcome, truthAuc } = learnedPortal(2_000, 5)

    const full = auc(scoreCard(learned.full.card, data, test), outcome)

    expect(truthAuc - full).toBeLessThan(0.025)
  })

  it('says chances that come true', () => {
    const { data, truth, learned, test, outcome } = learnedPortal(10_000, 6)

    const { card, calibration } = learned.full
    const chances = chancesOf(calibration, scoreCard(card, data, test))

    const best = brier(
      truth.subarray(10_000).map((odds) => 1 / (1 + Math.exp(-odds))),
      outcome,
    )
    expect(brier(chances, outcome) - best).toBeLessThan(0.003)
  })

  it('has whole points of at most 20 and, when short, at most 20 rules', () => {
    const { learned } = learnedPortal(5_000, 7)

    for (const { card } of [learned.full, learned.short]) {
      for (const { points } of card.rules) {
        expect(Number.isInteger(points)).toBe(true)
        expect(points).not.toBe(0)
        expect(Math.abs(points)).toBeLessThanOrEqual(MOST_POINTS)
      }
    }
    expect(learned.short.card.rules.length).toBeLessThanOrEqual(20)
  })

  it('is the same every time', () => {
    const { data } = syntheticPortal({ rows: 4_000, seed: 8 })

    const [first, again] = [1, 2].map(() => learnCards(data, rowRange(0, 4_000)))

    expect(summary(first?.full.card ?? never())).toEqual(summary(again?.full.card ?? never()))
    expect(summary(first?.short.card ?? never())).toEqual(summary(again?.short.card ?? never()))
  })

  it('hardly believes a column of noise', () => {
    const { data } = syntheticPortal({ rows: 6_000, seed: 9 })

    const { full } = learnCards(data, rowRange(0, 6_000))

    const mostFor = (name: string): number =>
      Math.max(
        ...full.card.rules
          .filter(({ column }) => column === name)
          .map(({ points }) => Math.abs(points)),
        0,
      )
    expect(mostFor('noise')).toBeLessThanOrEqual(2)
    expect(mostFor('height')).toBeLessThanOrEqual(2)
    expect(mostFor('source')).toBeGreaterThan(15)
  })

  it('hears what says nothing alone and much beside another column', () => {
    // Of those who ask for themselves one in two was referred, of the others nobody: they are won alike.
    const rows = 6_000
    const random = createRandom(11)
    const asks = Int16Array.from({ length: rows }, () => Number(random() < 0.5))
    const referred = asks.map((own) => Number(own === 0 && random() < 0.5))
    const outcome = Uint8Array.from(asks, (own, row) => {
      const ofOthers = referred[row] === 1 ? 0.46 : 0.14
      return Number(random() < (own === 1 ? 0.3 : ofOthers))
    })
    const yesNo = ['no', 'yes']
    const columns = [
      { kind: 'code' as const, name: 'asks for another', levels: yesNo, codes: asks },
      { kind: 'code' as const, name: 'referred', levels: yesNo, codes: referred },
    ]

    const { full } = learnCards({ rows, columns, outcome }, rowRange(0, rows))

    const pointsFor = (name: string, level: string): number =>
      full.card.rules.find(
        ({ column, conditions: [one] }) =>
          column === name && one?.kind === 'one-of' && one.levels.includes(level),
      )?.points ?? 0
    const unit = full.card.unit
    const another = pointsFor('asks for another', 'yes') - pointsFor('asks for another', 'no')
    expect(another * unit).toBeGreaterThan(0.5)
    expect(another * unit).toBeLessThan(1.2)
  })
})

function never(): never {
  throw new Error('There is no card.')
}

describe('learning from some rows', () => {
  it('looks at no other row: outcomes and values of the rest may be anything', () => {
    const { data } = syntheticPortal({ rows: 6_000, seed: 10 })
    const train = rowRange(0, 4_000)
    const spoiled: Dataset = {
      ...data,
      outcome: data.outcome.map((won, row) => (row < 4_000 ? won : 1 - won)),
      columns: data.columns.map(
        (column): Column =>
          column.kind === 'number'
            ? { ...column, values: column.values.map((value, row) => (row < 4_000 ? value : -row)) }
            : { ...column, codes: column.codes.map((code, row) => (row < 4_000 ? code : 0)) },
      ),
    }

    const honest = learnCards(data, train)
    const beside = learnCards(spoiled, train)

    expect(summary(beside.full.card)).toEqual(summary(honest.full.card))
    expect(summary(beside.short.card)).toEqual(summary(honest.short.card))
    expect(beside.full.calibration).toEqual(honest.full.calibration)
    expect(beside.baseRate).toBe(honest.baseRate)
  })

  it('shows a leak between the parts where one is planted: rows judged on among those learned from', () => {
    // A code of its own for every ten rows says nothing of other rows, and much of its own.
    const { data } = syntheticPortal({ rows: 4_000, seed: 11, strength: 0, intercept: -1 })
    const codes = Int16Array.from({ length: 4_000 }, (_, row) => row % 200)
    const levels = Array.from({ length: 200 }, (_, level) => `partner ${level}`)
    const table: Dataset = { ...data, columns: [{ kind: 'code', name: 'partner', codes, levels }] }
    const test = rowRange(2_000, 4_000)
    const judgeOn = (train: Int32Array): number =>
      auc(scoreCard(learnEvidenceCard(table, train), table, test), outcomesOf(table, test))

    expect(judgeOn(rowRange(0, 2_000))).toBeLessThan(0.55)
    expect(judgeOn(rowRange(0, 4_000))).toBeGreaterThan(0.58)
  })
})

/** Evidence alone, without the cross-fitting that would see through the plant. */
function learnEvidenceCard(data: Dataset, train: Int32Array): Card {
  const binnings = learnBinnings(data, train, {
    floorShare: 0,
    leastRows: 5,
    leastGain: 0,
    leastBins: 1,
    mostBins: 250,
  })
  return {
    rules: [],
    fitted: [],
    unit: 0.1,
    columns: binnings.map((binning) => ({
      binning,
      pointsByBin: Int16Array.from(binning.bins, (bin) => Math.round(evidenceOf(bin, 0.27) * 10)),
    })),
  }
}

describe('points of answers that exclude one another', () => {
  /** Whether being referred helps as much in the later half of the rows as in the earlier. */
  function history(lasts: boolean): Dataset {
    const rows = 6_000
    const random = createRandom(21)
    const codes = Int16Array.from({ length: rows }, () => Math.floor(random() * 3))
    const levels = ['self', 'loved-one', 'other']
    const flags = levels.map((level, code) => ({
      kind: 'code' as const,
      name: level,
      levels: ['no', 'yes'],
      codes: codes.map((own) => Number(own === code)),
    }))
    const outcome = Uint8Array.from(codes, (code, row) => {
      const helps = lasts || row < rows / 2 ? [0.35, 0.2, 0.08] : [0.08, 0.2, 0.35]
      return Number(random() < (helps[code] ?? 0))
    })
    return { rows, columns: flags, outcome }
  }
  const holdOn = (data: Dataset): number => {
    const train = rowRange(0, data.rows)
    return chooseHold(createFitTable(data, train, learnBinnings(data, train)))
  }

  it('are let go where what they told stood still, and held where it turned', () => {
    expect(holdOn(history(true))).toBeLessThan(holdOn(history(false)))
  })

  it('are held where there is nothing to tell by', () => {
    const none = { rows: 40, columns: [], outcome: new Uint8Array(40) }

    expect(holdOn(none)).toBe(holdOn(history(false)))
  })
})

describe('bins', () => {
  it('merges neighbours that do not differ and keeps those that do', () => {
    const rates = [0.1, 0.1, 0.1, 0.5, 0.5]
    const tallies = rates.map((rate) => ({ rows: 1_000, wins: 1_000 * rate }))

    const merged = mergeBins(tallies, {
      floorRows: 100,
      leastGain: 2,
      leastBins: 1,
      mostBins: 24,
    })

    expect(merged.map(({ start, end }) => [start, end])).toEqual([
      [0, 3],
      [3, 5],
    ])
  })

  it('keeps a rare but telling code, with shrunken evidence', () => {
    const codes = Int16Array.from({ length: 2_000 }, (_, row) => (row < 12 ? 1 : 0))
    const outcome = Uint8Array.from(codes, (code, row) => (code === 1 || row % 10 === 0 ? 1 : 0))
    const column = { kind: 'code' as const, name: 'referrer', codes, levels: ['any', 'doctor'] }

    const [binning] = learnBinnings({ rows: 2_000, columns: [column], outcome }, rowRange(0, 2_000))

    const rare = binning?.bins.find(({ rows }) => rows === 12)
    expect(rare?.condition).toEqual({ kind: 'one-of', levels: ['doctor'] })
    const evidence = evidenceOf({ rows: 12, wins: 12 }, 0.1)
    expect(evidence).toBeGreaterThan(2)
    expect(evidence).toBeLessThan(4)
  })

  it('has a bin of its own for what is missing', () => {
    const { data } = syntheticPortal({ rows: 3_000, seed: 12 })

    const size = learnBinnings(data, rowRange(0, 3_000)).find(({ column }) => column === 'size')

    expect(size?.bins.at(-1)?.condition).toEqual({ kind: 'missing' })
    expect(size?.missing).toBe((size?.bins.length ?? 0) - 1)
  })
})

describe('chances from points', () => {
  it('rise with points and add up to the wins, whether by line or by steps', () => {
    for (const rows of [2_000, 40_000]) {
      const random = createRandom(rows)
      const points = Int32Array.from({ length: rows }, () => Math.floor(random() * 40))
      const outcome = Uint8Array.from(points, (total) => (random() < total / 50 ? 1 : 0))

      const calibration = calibrate(points, outcome)

      expect(calibration.kind).toBe(rows === 2_000 ? 'two-parameter' : 'isotonic')
      const chances = Array.from({ length: 40 }, (_, total) => chanceOfPoints(calibration, total))
      expect(chances).toEqual(chances.toSorted((a, b) => a - b))
      const expected = chancesOf(calibration, points).reduce((sum, chance) => sum + chance, 0)
      const wins = outcome.reduce((sum, won) => sum + won, 0)
      expect(Math.abs(expected - wins)).toBeLessThan(0.005 * wins)
    }
  })

  it('are never certain, even where all wins stand above all losses', () => {
    const points = Int32Array.from({ length: 100 }, (_, row) => row)
    const outcome = Uint8Array.from(points, (total) => (total >= 90 ? 1 : 0))

    const calibration = calibrate(points, outcome)

    expect(chanceOfPoints(calibration, 99)).toBeLessThan(1)
    expect(chanceOfPoints(calibration, 99)).toBeGreaterThan(0.5)
    expect(chanceOfPoints(calibration, 0)).toBeGreaterThan(0)
  })

  it('come from the latest rows, as far back as it takes to have enough wins', () => {
    const outcome = Uint8Array.from({ length: 10_000 }, (_, row) => (row % 20 === 0 ? 1 : 0))
    const data: Dataset = { rows: 10_000, columns: [], outcome }

    expect(recentRows(data, rowRange(0, 10_000))[0]).toBe(8_000)
    expect(recentRows(data, rowRange(0, 4_000))[0]).toBe(1_600)
    expect(recentRows(data, rowRange(0, 400)).length).toBe(400)
  })
})

describe('a pool of near-equal cards', () => {
  it('offers for columns that can be done without what would stand in their place', () => {
    const { data } = syntheticPortal({ rows: 8_000, seed: 13 })
    const { table, short } = learnCards(data, rowRange(0, 8_000))

    const [own, ...others] = cardPool(table, short.card)

    expect(own?.card).toBe(short.card)
    for (const { card, loss, instead } of others) {
      expect(loss).toBeLessThanOrEqual((own?.loss ?? 0) * 1.01)
      expect(card.rules.map(({ column }) => column)).not.toContain(instead?.of)
      expect(card.rules.length).toBeLessThanOrEqual(20)
    }
  })
})

describe('a card in the model language', () => {
  it('gives every record the points of the card', () => {
    const { data } = syntheticPortal({ rows: 6_000, seed: 14 })
    const { short } = learnCards(data, rowRange(0, 6_000))
    const { groups, unmapped } = cardToRules(short.card, { factOf: (column) => column })
    const model = sampleModel({ fitRules: groups.flatMap(({ rules }) => rules) })
    const rows = rowRange(0, 300)
    const points = scoreCard(short.card, data, rows)

    const fits = [...rows].map(
      (row) => model.evaluate({ facts: factsOf(data, row), activities: [] }, NOW).fit,
    )

    expect(unmapped).toEqual([])
    expect(Math.max(...points)).toBeLessThanOrEqual(100)
    expect(fits).toEqual([...points])
  })

  it('names columns that are no facts', () => {
    const { data } = syntheticPortal({ rows: 6_000, seed: 14 })
    const { short } = learnCards(data, rowRange(0, 6_000))

    const { groups, unmapped } = cardToRules(short.card, {
      factOf: (column) => (column === 'source' ? undefined : column),
    })

    expect(unmapped).toEqual(['source'])
    expect(groups.map(({ id }) => id)).not.toContain('source')
  })

  it('shows no numbers of groups small enough to be somebody', () => {
    const rule = { column: 'role', points: 5, rows: 30, wins: 4 }
    const card: Card = {
      rules: [{ ...rule, conditions: [{ kind: 'one-of', levels: ['executive'] }] }],
      columns: [],
      fitted: [],
      unit: 0.1,
    }

    const [group] = cardToRules(card, { factOf: (column) => column }).groups

    expect(group?.rules[0]?.because).not.toMatch(/\d/)
  })
})

function factsOf({ columns }: Dataset, row: number): Record<string, FactValue> {
  return Object.fromEntries(
    columns.flatMap((column): [string, FactValue][] => {
      const value =
        column.kind === 'number' ? column.values[row] : column.levels[column.codes[row] ?? -1]
      return value === undefined || Number.isNaN(value) ? [] : [[column.name, value]]
    }),
  )
}
