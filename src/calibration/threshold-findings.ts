import { type Finding, percent } from './figures.ts'
import { type Choice, type ChoiceTable, LEAST_WINS } from './threshold-choices.ts'

interface Asked {
  readonly closing: { readonly atLeast: number; readonly atMost: number }
  readonly capacity: number | undefined
  readonly salesReadyByRate: Choice | undefined
  readonly salesReadyByCapacity: Choice | undefined
}

/** A fit this unlikely is not chance: the close rate does not follow the score along one line. */
const DOUBTFUL_FIT = 0.01

/** Says plainly what the table can and cannot tell. */
export function adviceOn(table: ChoiceTable, asked: Asked): readonly Finding[] {
  if (table.why === 'too-few-wins') return [TOO_FEW_WINS]
  if (table.why === 'score-does-not-order') return [DOES_NOT_ORDER]
  const doubts = table.fit !== undefined && table.fit.p < DOUBTFUL_FIT ? [NOT_ONE_LINE] : []
  return [...onRate(table, asked), ...onCapacity(table, asked), ...doubts]
}

const TOO_FEW_WINS: Finding = {
  code: 'too-few-wins',
  level: 'note',
  what: `There are fewer than ${LEAST_WINS} wins that are old enough to count and can be shown: no cut-off is proposed.`,
  figures: { leastWins: LEAST_WINS },
  todo: 'Keep the present thresholds and ask again when more has been won.',
}

const DOES_NOT_ORDER: Finding = {
  code: 'score-does-not-order',
  level: 'alarm',
  what: 'Records with a higher score are not won more often: no cut-off would help.',
  figures: {},
  todo: 'Compare the model with a learned draft before changing any threshold.',
}

const NOT_ONE_LINE: Finding = {
  code: 'close-rate-not-a-line',
  level: 'note',
  what: 'The close rate does not rise evenly with the score; the expected wins are rough.',
  figures: {},
  todo: 'Go by the observed close rates where they are shown.',
}

function onRate(table: ChoiceTable, { closing, salesReadyByRate }: Asked): readonly Finding[] {
  if (salesReadyByRate === undefined) return [unreached(table, closing)]
  const { rate, low, high } = salesReadyByRate.closeRateAt
  const { atLeast: score, closeRate } = salesReadyByRate
  const figures = { ...closing, score, rate, low, high, tierRate: closeRate.rate }
  if (salesReadyByRate === table.choices.at(-1)) {
    const what = `Even the lowest scores close at ${percent(rate)}, as many as asked for: no cut-off is needed.`
    return [{ code: 'everyone-reaches', level: 'note', what, figures }]
  }
  return [
    {
      code: 'cut-off-by-rate',
      level: rate > closing.atMost || low < closing.atLeast ? 'note' : 'ok',
      what: `At a score of ${score}, ${percent(rate)} close (${percent(low)} to ${percent(high)}); of all from there up, ${percent(closeRate.rate)}.${doubtOf(rate, low, closing)}`,
      figures,
    },
  ]
}

function unreached({ choices }: ChoiceTable, closing: Asked['closing']): Finding {
  const best = choices[0]?.closeRateAt.rate ?? 0
  return {
    code: 'no-cut-off-reaches',
    level: 'note',
    what: `No cut-off reaches a close rate of ${percent(closing.atLeast)}: even the highest scores close at ${percent(best)}.`,
    figures: { ...closing, best },
    todo: 'Choose by capacity, or ask for a lower close rate.',
  }
}

function doubtOf(rate: number, low: number, closing: Asked['closing']): string {
  if (rate > closing.atMost)
    return ' That is more than asked for; the scores below it close less than asked for.'
  return low < closing.atLeast ? ' It may be less than asked for.' : ''
}

function onCapacity(table: ChoiceTable, asked: Asked): readonly Finding[] {
  const { capacity, salesReadyByCapacity: choice } = asked
  if (capacity === undefined) return []
  if (choice === undefined) {
    const fewest = table.choices[0]?.recordsAWeek ?? 0
    return [
      {
        code: 'capacity-too-small',
        level: 'note',
        what: `Even the highest scores bring ${fewest.toFixed(1)} records a week, more than ${capacity} conversations.`,
        figures: { capacity, fewest },
        todo: 'Let the team call the highest scores first, or make room.',
      },
    ]
  }
  return [
    {
      code: 'cut-off-by-capacity',
      level: 'ok',
      what: `From a score of ${choice.atLeast} up there are ${choice.recordsAWeek.toFixed(1)} records a week, of which ${choice.expectedWinsAWeek.toFixed(1)} are expected to be won.`,
      figures: { capacity, score: choice.atLeast, recordsAWeek: choice.recordsAWeek },
    },
  ]
}
