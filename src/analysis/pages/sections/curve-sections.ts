import type { Curves } from '#src/calibration/backtest/curves.ts'
import { rateOf } from '#src/calibration/figures.ts'
import type { Chart } from '../charts/chart.ts'
import type { Section } from '../document.ts'
import { rate, share } from './cells.ts'
import { inParts } from './in-parts.ts'

/** Shares of the records that were not won at which the curves are read. */
const LET_THROUGH = [0.05, 0.1, 0.2, 0.3, 0.5]

/** Who finds most wins for the least effort. */
export function rocSection(curves: readonly Curves[]): readonly Section[] {
  const drawn = curves.filter(({ roc }) => roc.length > 1)
  if (drawn.length === 0) return []
  const chart: Chart = {
    kind: 'roc',
    title: 'Wins found against effort spent in vain (ROC)',
    description:
      'For each scorer, the share of wins found against the share of other records taken along. The further above the diagonal, the better; the diagonal is chance.',
    curves: drawn,
  }
  return [
    {
      title: 'How well it tells wins from the rest',
      sentences: [
        'Calling the highest scores first and stopping when so many of the records that are not won have been called, this share of the wins has been found.',
      ],
      table: {
        head: ['Scorer', ...LET_THROUGH.map((share) => `at ${Math.round(share * 100)} %`)],
        rows: drawn.map(({ scorer, roc }) => [
          scorer,
          ...LET_THROUGH.map((at) => share(heightAt(roc, at))),
        ]),
      },
      charts: [chart],
    },
  ]
}

/** The share of wins found where so many others are let through, on the straight lines between points. */
function heightAt(roc: Curves['roc'], at: number): number {
  const after = roc.findIndex(({ falsePositive }) => falsePositive >= at)
  const [one, two] = [roc[after - 1], roc[after]]
  if (two === undefined) return 1
  if (one === undefined || two.falsePositive === one.falsePositive) return two.truePositive
  const part = (at - one.falsePositive) / (two.falsePositive - one.falsePositive)
  return one.truePositive + part * (two.truePositive - one.truePositive)
}

/** Whether as many were won as was promised. */
export function reliabilitySection(curves: readonly Curves[]): readonly Section[] {
  const drawn = curves
    .map((curve) => ({ ...curve, reliability: inGroups(curve.reliability) }))
    .filter(({ reliability }) => reliability.length > 1)
  if (drawn.length === 0) return []
  return [
    {
      title: 'Whether it keeps its promises',
      sentences: [
        'Where 20 % are promised, 20 % should be won. What lies above the diagonal was promised too little, what lies below too much.',
      ],
      table: {
        head: ['Scorer', 'Promised', 'Came'],
        rows: drawn.flatMap(({ scorer, reliability }) =>
          reliability.map(({ promised, came }) => [scorer, share(promised), rate(came)]),
        ),
      },
      charts: [
        {
          kind: 'reliability',
          title: 'Promised against what came (reliability)',
          description:
            'For groups of records from the least likely to the likeliest, the share promised to be won against the share that was, with 95 % intervals. On the diagonal the promise was kept.',
          curves: drawn,
        },
      ],
    },
  ]
}

/** More groups than this are a cloud to the eye, and each tells little. */
const MOST_GROUPS = 10

function inGroups(reliability: Curves['reliability']): Curves['reliability'] {
  return inParts(reliability, MOST_GROUPS).flatMap((part) => {
    const of = sum(part.map(({ came }) => came.of))
    const came = rateOf(sum(part.map((group) => group.came.count)), of)
    const promised = sum(part.map((group) => group.promised * group.came.of)) / of
    return came === undefined ? [] : [{ promised, came }]
  })
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
