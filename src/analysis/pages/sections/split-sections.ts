import type { SplitResult } from '#src/analysis/results.ts'
import type { Measured } from '#src/calibration/backtest/measure-scorers.ts'
import type { Interval } from '#src/calibration/statistics/proportions.ts'
import { inNumbers } from '#src/scoring/document/plain-words.ts'
import type { Cell, Section } from '../document.ts'
import { decimal } from './cells.ts'
import { reliabilitySection, rocSection } from './curve-sections.ts'

const TITLES = {
  time: 'Tested in the order of time',
  random: 'Tested on a random part',
} as const
const WHY = {
  time: 'Learned from the earlier records and judged on the later ones, as it would be in use: this is what counts.',
  random:
    'Learned from a random part of the records and judged on the rest. This flatters, as tomorrow is never quite like today.',
} as const
const IN_WORDS =
  'AUC: how often a won record has a higher score than one that was not won; 0.5 is a coin, 1 is perfect. Lift: how many times as many wins the best tenth holds as a tenth drawn at random. Brier and log loss: how far the promised chances are from what came; less is better.'

/** A backtest: every scorer on the same records, with intervals. */
export function splitSections(
  { split, learned, judged, scorers, curves }: SplitResult,
  withCharts: boolean,
): readonly Section[] {
  const measured: Section = {
    title: TITLES[split],
    sentences: [
      WHY[split],
      `Learned from ${part(learned)}, judged on ${part(judged)}. Intervals hold 95 %.`,
      IN_WORDS,
    ],
    table: { head: HEAD, rows: scorers.map((scorer, at) => measuredRow(scorer, at === 0)) },
  }
  return withCharts ? [measured, ...rocSection(curves), ...reliabilitySection(curves)] : [measured]
}

const HEAD = [
  'Scorer',
  'AUC',
  'Average precision',
  'Lift of the best tenth',
  'Brier',
  'Log loss',
  'AUC behind the card',
]

function part({ records, won }: SplitResult['judged']): string {
  return `${inNumbers(records)} records (${inNumbers(won)} won)`
}

function measuredRow(scorer: Measured, isFirst: boolean): readonly Cell[] {
  const { name, auc, aucInterval, ap, apInterval, lift, liftInterval, brier, logLoss } = scorer
  return [
    name,
    decimal(auc, 3, aucInterval),
    decimal(ap, 3, apInterval),
    decimal(lift, 1, liftInterval),
    brier === undefined ? undefined : decimal(brier, 4),
    logLoss === undefined ? undefined : decimal(logLoss, 4),
    isFirst ? undefined : behind(scorer.behindFirst),
  ]
}

/** The interval alone: its middle would be one more number to compare by eye. */
function behind({ low, high }: Interval): Cell {
  return decimal((low + high) / 2, 3, { low, high })
}
