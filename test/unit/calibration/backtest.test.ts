import { describe, expect, it } from 'vitest'
import { backtest } from '#src/calibration/backtest/backtest.ts'
import { splitAtRandom, splitByTime } from '#src/calibration/backtest/split.ts'
import type { Column, Dataset } from '#src/calibration/dataset.ts'
import { createRandom } from '#src/calibration/statistics/random.ts'
import { syntheticPortal } from './synthetic-portal.ts'

const withColumn = (data: Dataset, column: Column): Dataset => ({
  ...data,
  columns: [...data.columns, column],
})

describe('splitting records', () => {
  const { data } = syntheticPortal({ rows: 1_000, seed: 1 })

  it('puts every record on one side only, the same way for the same seed', () => {
    const { train, test } = splitAtRandom(data, 7)

    expect(train.length).toBe(700)
    expect(new Set([...train, ...test]).size).toBe(1_000)
    expect(splitAtRandom(data, 7)).toEqual({ train, test })
    expect(splitAtRandom(data, 8).train).not.toEqual(train)
  })

  it('learns from what was before and judges on what came after, undated records being the oldest', () => {
    const time = Float64Array.from({ length: 1_000 }, (_, row) => (row === 0 ? NaN : -row))

    const { train, test } = splitByTime({ ...data, time })

    expect(train[0]).toBe(0)
    expect(train[1]).toBe(999)
    expect(test.at(-1)).toBe(1)
  })
})

describe('recommending a card', () => {
  it('recommends one that beats a constant in the order of time', () => {
    const { data } = syntheticPortal({ rows: 3_000, seed: 2 })

    const { verdict, time } = backtest(data, { seed: 7 })

    expect(verdict.recommend).toBe(true)
    expect(verdict.reasons[0]).toContain('order of time')
    expect(time?.card.aucInterval.low).toBeGreaterThan(0.6)
    expect(time?.card.brier).toBeLessThan(time?.constant.brier ?? 0)
    expect(time?.constant.auc).toBe(0.5)
  })

  it('refuses where outcomes have nothing to do with any column', () => {
    for (const seed of [1, 2, 3, 4]) {
      const { data } = syntheticPortal({ rows: 2_000, seed, strength: 0 })

      const { verdict } = backtest(data, { seed: 7 })

      expect(verdict.recommend).toBe(false)
      expect(verdict.reasons.join(' ')).toContain('does not beat the constant')
    }
  })

  it('refuses with too few wins and says how many are missing', () => {
    const { data } = syntheticPortal({ rows: 150, seed: 3, intercept: -1 })
    const wins = data.outcome.reduce((sum, won) => sum + won, 0)

    const { verdict } = backtest(data, { seed: 7 })

    expect(verdict.recommend).toBe(false)
    expect(verdict.winsMissing).toBe(70 - wins)
    expect(verdict.reasons[0]).toContain(`${70 - wins} more are needed`)
  })

  it.each([
    ['nobody won', 0],
    ['everybody won', 1],
  ])('refuses where %s', (_, won) => {
    const { data } = syntheticPortal({ rows: 500, seed: 4 })

    const { verdict } = backtest({ ...data, outcome: data.outcome.map(() => won) }, { seed: 7 })

    expect(verdict.recommend).toBe(false)
  })

  it('refuses where nothing is left to learn from', () => {
    const { data } = syntheticPortal({ rows: 500, seed: 4 })

    expect(backtest({ ...data, columns: [] }, { seed: 7 }).verdict.recommend).toBe(false)
  })

  it('asks for the time column where the later part has no wins', () => {
    const { data } = syntheticPortal({ rows: 2_000, seed: 5 })
    const sorted = { ...data, outcome: data.outcome.toSorted((a, b) => b - a) }

    const { verdict } = backtest(sorted, { seed: 7 })

    expect(verdict.recommend).toBe(false)
    expect(verdict.reasons[0]).toContain('name the time column')
  })

  it('refuses a card that is no better than the model in use, and recommends one that is', () => {
    const { data, truth } = syntheticPortal({ rows: 3_000, seed: 6 })
    const random = createRandom(1)
    const guesses = truth.map(() => random())

    const beside = (present: ArrayLike<number>) => backtest(data, { seed: 7, present }).verdict

    expect(beside(truth).recommend).toBe(false)
    expect(beside(truth).reasons[0]).toContain('present model')
    expect(beside(guesses).recommend).toBe(true)
  })

  it('says the same every time', () => {
    const { data } = syntheticPortal({ rows: 2_000, seed: 7 })
    const figures = () => {
      const { time, random, verdict } = backtest(data, { seed: 7 })
      return [time?.card, time?.shortCard, random?.naiveBayes, verdict]
    }

    expect(figures()).toEqual(figures())
  })
})

describe('leaks', () => {
  it('leaves out a number that knows the outcome, in words, and is not fooled by it', () => {
    const { data } = syntheticPortal({ rows: 4_000, seed: 8 })
    const random = createRandom(1)
    const values = Float64Array.from(data.outcome, (won) => won * 200 + random() * 210)

    const {
      leaks,
      usable,
      random: judged,
    } = backtest(withColumn(data, { kind: 'number', name: 'talkSeconds', values, decimals: 0 }), {
      seed: 7,
    })

    expect(leaks).toHaveLength(1)
    expect(leaks[0]?.what).toContain('"talkSeconds" alone ranks')
    expect(usable.columns.map(({ name }) => name)).not.toContain('talkSeconds')
    expect(judged?.card.auc).toBeLessThan(0.9)
  })

  it('leaves out a code that only won records have', () => {
    const { data } = syntheticPortal({ rows: 4_000, seed: 9 })
    const codes = Int16Array.from(data.outcome, (won, row) => (won === 1 && row % 2 === 0 ? 0 : -1))

    const { leaks } = backtest(
      withColumn(data, { kind: 'code', name: 'plan', codes, levels: ['gold'] }),
      { seed: 7 },
    )

    expect(leaks).toMatchObject([{ column: 'plan', kind: 'leak' }])
    expect(leaks[0]?.what).toContain('"plan" is gold')
  })

  it('points at names of what is known only afterwards, and suspects no honest column', () => {
    const { data } = syntheticPortal({ rows: 4_000, seed: 10 })
    const renamed = {
      ...data,
      columns: data.columns.map((one) =>
        one.name === 'visits' ? { ...one, name: 'callDuration' } : one,
      ),
    }

    expect(backtest(data, { seed: 7 }).leaks).toEqual([])
    expect(backtest(renamed, { seed: 7 }).leaks).toMatchObject([
      { column: 'callDuration', kind: 'suspect' },
    ])
  })
})

describe('calendar columns', () => {
  it('are in the flattering split only, never in what a draft may use', () => {
    const { data } = syntheticPortal({ rows: 3_000, seed: 11 })
    const codes = Int16Array.from({ length: 3_000 }, (_, row) => Math.floor((row * 12) / 3_000))
    const levels = 'jan,feb,mar,apr,may,jun,jul,aug,sep,oct,nov,dec'.split(',')

    const { usable, random, randomWithCalendar } = backtest(
      withColumn(data, { kind: 'code', name: 'month', codes, levels }),
      { seed: 7, calendar: ['month'] },
    )

    expect(usable.columns.map(({ name }) => name)).not.toContain('month')
    const columnsOf = (judged: typeof random) =>
      judged?.learned.table.binnings.map(({ column }) => column)
    expect(columnsOf(random)).not.toContain('month')
    expect(columnsOf(randomWithCalendar)).toContain('month')
  })
})
