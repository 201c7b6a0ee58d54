import { type Card, createCard } from './card.ts'
import { evidenceOfBins } from './evidence.ts'
import type { FitTable } from './fit-table.ts'
import { MOST_POINTS, type PointRule, PointsFit } from './points-fit.ts'
import { polish } from './polish.ts'

/**
 * Every bin of every column that says something beside the others, in whole points; `hold` says how
 * firmly they are held to the evidence, in nats per squared log odds, halved.
 */
export function learnFullCard(table: FitTable, { rules, unit }: FirstPoints, hold: number): Card {
  const fit = new PointsFit(table, { unit, ridge: hold })
  table.binnings.forEach((binning, column) => {
    const pointsByBin = new Int16Array(binning.bins.length)
    for (const rule of rules) {
      if (rule.column === column) for (const bin of rule.bins) pointsByBin[bin] = rule.points
    }
    fit.add(column, pointsByBin)
  })
  fit.fitIntercept()
  const priors = rules.map(({ points }) => points)
  return createCard(table, polish(fit, rules, priors), unit)
}

export interface FirstPoints {
  readonly rules: readonly PointRule[]
  /** Log odds of one point. */
  readonly unit: number
}

/** A unit finer than this would give points to what is nothing. */
const LEAST_STRONGEST = 0.5

/** Slope times evidence, in a unit that gives the strongest bin the most points. */
export function firstPoints(table: FitTable, slopes: Float64Array): FirstPoints {
  const base = table.wins / table.rows
  const odds = table.binnings.map((binning, column) =>
    evidenceOfBins(binning, base).map((one) => one * (slopes[column] ?? 0)),
  )
  const strongest = Math.max(...odds.map((bins) => Math.max(...bins.map(Math.abs))))
  const unit = Math.max(strongest, LEAST_STRONGEST) / MOST_POINTS
  const rules = odds.flatMap((bins, column) =>
    [...bins].flatMap((one, bin): PointRule[] =>
      bin === 0 ? [] : [{ column, bins: [bin], points: Math.round(one / unit) }],
    ),
  )
  return { rules, unit }
}
