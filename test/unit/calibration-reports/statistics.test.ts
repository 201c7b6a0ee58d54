import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { testFit, upperTailOfChiSquare } from '#src/calibration/statistics/chi-square.ts'
import { logGamma } from '#src/calibration/statistics/gamma.ts'
import { benjaminiHochberg, holm } from '#src/calibration/statistics/multiple-comparisons.ts'
import { twoSidedNormal } from '#src/calibration/statistics/normal.ts'
import { populationStability } from '#src/calibration/statistics/population-stability.ts'
import { seeded } from './portal.ts'

describe('chi-square', () => {
  // scipy.stats.chi2.sf and scipy.special.gammaln.
  it.each([
    [3.841458820694124, 1, 0.05],
    [0.470024, 3, 0.9254258909554168],
    [11.0705, 5, 0.0499999554280436],
    [0.01, 1, 0.920344325445942],
    [120, 100, 0.08440668109369177],
    [30, 2, 3.0590232050182594e-7],
    [400, 100, 1.6927979958857254e-37],
  ])('has the upper tail scipy gives for %f with %i degrees', (x, degrees, p) => {
    expect(upperTailOfChiSquare(x, degrees) / p).toBeCloseTo(1, 9)
  })

  it.each([
    [0.5, 0.572364943],
    [2.5, 0.28468287],
    [10, 12.8018275],
    [100.5, 361.43554],
  ])('rests on ln Γ(%f) as scipy has it', (x, value) => {
    expect(logGamma(x) / value).toBeCloseTo(1, 7)
  })

  it('finds Mendel’s 315 : 108 : 101 : 32 peas in keeping with 9 : 3 : 3 : 1', () => {
    const expected = [9, 3, 3, 1].map((part) => (part * 556) / 16)

    const { statistic, degrees, p } = testFit([315, 108, 101, 32], expected, 0)

    expect(statistic).toBeCloseTo(0.47, 3)
    expect(degrees).toBe(3)
    expect(p).toBeCloseTo(0.925, 3)
  })

  it('is the normal’s square', () => {
    expect(twoSidedNormal(1.959963984540054)).toBeCloseTo(0.05, 12)
    expect(twoSidedNormal(-2.5758293035489004)).toBeCloseTo(0.01, 12)
  })
})

describe('many comparisons', () => {
  // The fifteen p values of Benjamini and Hochberg, JRSS B 57 (1995) §3.2, on thrombolysis.
  const P = [
    0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.324, 0.4262, 0.5719,
    0.6528, 0.759, 1,
  ]

  it('rejects the four hypotheses Benjamini and Hochberg reject', () => {
    expect(benjaminiHochberg(P).filter((p) => p <= 0.05)).toHaveLength(4)
  })

  it('adjusts as scipy’s false_discovery_control does, whatever the order', () => {
    const shuffled = [...P].reverse()

    const adjusted = benjaminiHochberg(shuffled).toReversed()

    const scipy = [
      0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.06385714, 0.06385714, 0.0645, 0.0765, 0.486,
      0.58118182, 0.714875, 0.75323077, 0.81321429, 1,
    ]
    adjusted.forEach((p, at) => expect(p).toBeCloseTo(scipy[at] ?? 0, 7))
  })

  it('rejects three by Holm, as Bonferroni does in that paper', () => {
    expect(holm(P).filter((p) => p <= 0.05)).toHaveLength(3)
  })

  it('adjusts by Holm as worked by hand: .01 .04 .03 .005 becomes .03 .06 .06 .02', () => {
    const adjusted = holm([0.01, 0.04, 0.03, 0.005])

    adjusted.forEach((p, at) => expect(p).toBeCloseTo([0.03, 0.06, 0.06, 0.02][at] ?? 0, 12))
  })

  it('never makes anything more certain, and Holm is never bolder than Benjamini and Hochberg', () => {
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 12 }), (p) => {
        const [one, two] = [benjaminiHochberg(p), holm(p)]
        p.forEach((value, at) => {
          expect(one[at]).toBeGreaterThanOrEqual(value - 1e-12)
          expect(two[at]).toBeGreaterThanOrEqual((one[at] ?? 0) - 1e-12)
        })
      }),
    )
  })
})

describe('population stability', () => {
  it('is what scipy’s two relative entropies add up to', () => {
    // entropy(after, before) + entropy(before, after) for shares 20 30 25 15 10 and 10 25 30 20 15 %.
    const { index } = populationStability([200, 300, 250, 150, 100], [50, 125, 150, 100, 75])

    expect(index).toBeCloseTo(0.1222042327633873, 12)
  })

  it('is .00041 for 6 : 5 then 5 : 4, as the strappy package has it', () => {
    // strappy 0.0.3, tests/test_psi.py, on PyPI.
    expect(populationStability([6, 5], [5, 4]).index).toBeCloseTo(0.00041, 5)
  })

  it('calls an index of .2 from forty records chance, and from four thousand real', () => {
    const before = [2000, 2000, 2000, 2000, 2000]

    const few = populationStability(before, [12, 4, 8, 5, 11])
    const plenty = populationStability(before, [1200, 400, 800, 500, 1100])

    expect(few.index).toBeCloseTo(plenty.index, 9)
    expect(few.index).toBeGreaterThan(0.1)
    expect(few.p).toBeGreaterThan(0.05)
    expect(plenty.p).toBeLessThan(1e-6)
  })

  it('cries wolf in about five of a hundred samples from an unchanged portal', () => {
    const random = seeded(3)
    const sample = (size: number) => {
      const bins = [0, 0, 0, 0, 0, 0]
      for (let at = 0; at < size; at += 1) {
        const bin = Math.floor(random() ** 1.5 * 6)
        bins[bin] = (bins[bin] ?? 0) + 1
      }
      return bins
    }
    let cries = 0
    for (let round = 0; round < 1000; round += 1) {
      if (populationStability(sample(600), sample(250)).p < 0.05) cries += 1
    }

    expect(cries).toBeGreaterThan(25)
    expect(cries).toBeLessThan(80)
  })

  it('stays finite where a bin is empty at one time, and says nothing of none', () => {
    expect(populationStability([50, 0], [40, 10]).index).toBeLessThan(10)
    expect(populationStability([0, 0], [40, 10])).toEqual({ index: 0, p: 1 })
  })
})
