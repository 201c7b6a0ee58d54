import type { Choice } from '#src/calibration/threshold-choices.ts'
import type { ThresholdProposal } from '#src/calibration/thresholds.ts'
import { cellInWords } from '../cell-words.ts'
import type { ThresholdMark } from '../charts/chart.ts'
import type { Cell, Section } from '../document.ts'
import { decimal, estimate, rate, share } from './cells.ts'
import { findingSentences } from './finding-sentences.ts'

const HEAD = [
  'Cut-off',
  'Records a week',
  'Expected wins a week',
  'Close at the cut-off',
  'Close from there up',
  'Counted from there up',
  'Share of all wins',
  'Proposed as',
]
/** A row for every so many points of score; the chart shows them all. */
const STEP = 5

/** What each cut-off means in conversations and wins. */
export function thresholdSection(proposal: ThresholdProposal, of = ''): Section {
  const named = marksOf(proposal)
  const sentences = [
    ...named.map(({ name, choice }) => `${name}: ${choiceInWords(choice)}`),
    ...findingSentences(proposal.findings),
  ]
  const title = `Cut-offs${of}`
  const { choices } = proposal
  if (choices.length === 0) return { title, sentences }
  const marks = named.map(({ name, choice }) => ({ name, score: choice.atLeast }))
  return {
    title,
    sentences,
    table: {
      head: HEAD,
      rows: shownChoices(choices, marks).map((choice) => rowOf(choice, marks)),
    },
    charts: [
      {
        kind: 'thresholds',
        title: `What each cut-off means${of}`,
        description:
          'For each cut-off, the close rate of all records from there up with its 95 % interval, and how many records a week that is.',
        choices,
        marks,
      },
    ],
  }
}

/** "with 60 as cut-off: 18 records a week, 4.1 expected wins, closes at 24 % (19–30 %)". */
function choiceInWords({ atLeast, recordsAWeek, expectedWinsAWeek, closeRate }: Choice): string {
  const closing = cellInWords(estimate(closeRate))
  return `with ${atLeast} as cut-off: ${perWeek(recordsAWeek)} records a week, ${perWeek(expectedWinsAWeek)} expected wins, closes at ${closing.main} ${closing.aside}.`
}

function perWeek(value: number): string {
  return cellInWords(decimal(value, value < 9.95 ? 1 : 0)).main
}

function marksOf(proposal: ThresholdProposal) {
  const { salesReadyByRate, salesReadyByCapacity, nurture } = proposal
  return [
    { name: 'Sales-ready by close rate', choice: salesReadyByRate },
    { name: 'Sales-ready by capacity', choice: salesReadyByCapacity },
    { name: 'Nurture', choice: nurture },
  ].flatMap(({ name, choice }) => (choice === undefined ? [] : [{ name, choice }]))
}

/** The first at or above every fifth point, and those proposed. */
function shownChoices(
  choices: readonly Choice[],
  marks: readonly ThresholdMark[],
): readonly Choice[] {
  const step = (at: number) => Math.floor((choices[at]?.atLeast ?? Number.NaN) / STEP)
  return choices.filter(
    ({ atLeast }, at) => marks.some(({ score }) => score === atLeast) || step(at) !== step(at + 1),
  )
}

function rowOf(choice: Choice, marks: readonly ThresholdMark[]): readonly Cell[] {
  const proposed = marks.filter(({ score }) => score === choice.atLeast).map(({ name }) => name)
  return [
    String(choice.atLeast),
    decimal(choice.recordsAWeek, 1),
    decimal(choice.expectedWinsAWeek, 1),
    estimate(choice.closeRateAt),
    estimate(choice.closeRate),
    choice.observed && rate(choice.observed),
    share(choice.shareOfWins),
    proposed.length > 0 ? proposed.join(', ') : '',
  ]
}
