import { type Card, createCard } from './card.ts'
import type { FitTable } from './fit-table.ts'
import { type PointRule, PointsFit } from './points-fit.ts'
import { polish } from './polish.ts'
import { bestRule, DEFAULT_SHORT_CARD } from './short-card.ts'

export interface PooledCard {
  readonly card: Card
  /** Mean loss per training row, in nats. */
  readonly loss: number
  /** The column whose rule was given up, and the one that took its place; none for the card itself. */
  readonly instead?: { readonly of: string; readonly by: string }
}

/** Cards that explain the training rows at most so much worse are as good as the best one. */
const NEAR = 0.01

/**
 * Cards about as good as the one given, each with one column left out and the best other rule in its
 * place: many cards fit equally well (FasterRisk, Liu and others 2022), and which of them a team can
 * explain and keep up is for people to say. The best first.
 */
export function cardPool(table: FitTable, card: Card): readonly PooledCard[] {
  const { fitted: rules, unit } = card
  const own = lossOf(table, rules, unit)
  const others = [...new Set(rules.map(({ column }) => column))].flatMap((column) => {
    const pooled = without(table, rules, unit, column)
    return pooled === undefined || pooled.loss > own * (1 + NEAR) ? [] : [pooled]
  })
  return [{ card, loss: own }, ...others.toSorted((a, b) => a.loss - b.loss)]
}

function without(
  table: FitTable,
  rules: readonly PointRule[],
  unit: number,
  column: number,
): PooledCard | undefined {
  const kept = rules.filter((rule) => rule.column !== column)
  const fit = fitOf(table, kept, unit)
  const others = new Set(table.binnings.keys())
  others.delete(column)
  const found = bestRule(fit, kept, others)
  if (found === undefined) return undefined
  const polished = polish(fit, [...kept, found.rule], [])
  return {
    card: createCard(table, polished, unit),
    loss: fit.fitIntercept() / table.rows,
    instead: {
      of: table.binnings[column]?.column ?? '',
      by: table.binnings[found.rule.column]?.column ?? '',
    },
  }
}

function lossOf(table: FitTable, rules: readonly PointRule[], unit: number): number {
  return fitOf(table, rules, unit).fitIntercept() / table.rows
}

function fitOf(table: FitTable, rules: readonly PointRule[], unit: number): PointsFit {
  const fit = new PointsFit(table, { unit, ridge: DEFAULT_SHORT_CARD.ridge })
  for (const { column, bins, points } of rules) {
    const pointsByBin = new Int16Array(table.binnings[column]?.bins.length ?? 0)
    for (const bin of bins) pointsByBin[bin] = points
    fit.add(column, pointsByBin)
  }
  fit.fitIntercept()
  return fit
}
