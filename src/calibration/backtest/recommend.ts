import type { Interval } from '../statistics/proportions.ts'
import type { Judged } from './judge-split.ts'
import type { Measured } from './measure-scorers.ts'

export interface Verdict {
  /** Whether the card deserves a person's look; it is never published by itself. */
  readonly recommend: boolean
  /** Why, or why not, in words. */
  readonly reasons: readonly string[]
  /** About how many more won records it takes to know; 0 where that is not what is missing. */
  readonly winsMissing: number
}

/** Wins, and losses, from which learning beats points set by hand; found by trying on public sets. */
const LEAST_WINS = 70
const HAND_MADE_WINS = 35
const LEAST_TEST_WINS = 10
const RANDOM = 'in a random split'
const IN_TIME = 'in the order of time'

export interface Evidence {
  readonly rows: number
  readonly wins: number
  readonly columns: number
  readonly random: Judged | undefined
  readonly time: Judged | undefined
}

/** Only a card that beats a constant and the present model, beyond the luck of the draw, is recommended. */
export function recommend(evidence: Evidence): Verdict {
  const { rows, wins, columns, random, time } = evidence
  if (columns === 0) return refuse('No column is left that anything could be learned from.')
  const few = tooFew(wins, 'won') ?? tooFew(rows - wins, 'lost')
  if (few !== undefined) return few
  if (time === undefined || random === undefined || time.testWins < LEAST_TEST_WINS) {
    return refuse(
      'The later 30 % of records have too few wins to judge by. If rows are not in the order of time, name the time column.',
    )
  }
  const rivals = [
    against(time.constant, time, IN_TIME),
    against(random.constant, random, RANDOM),
    ...(time.present === undefined ? [] : [against(time.present, time, IN_TIME)]),
  ]
  const lost = rivals.filter(({ beaten }) => !beaten)
  const said = (lost.length > 0 ? lost : rivals).map(({ what }) => what)
  return {
    recommend: lost.length === 0,
    reasons: lost.length === 0 ? [...said, ...asides(time)] : said,
    winsMissing: missingFor(lost),
  }
}

/** Where one rival is not beaten however many more there are, no number of wins is what is missing. */
function missingFor(lost: readonly Contest[]): number {
  if (lost.some(({ winsMissing }) => winsMissing === 0)) return 0
  return Math.max(0, ...lost.map(({ winsMissing }) => winsMissing))
}

function refuse(reason: string, winsMissing = 0): Verdict {
  return { recommend: false, reasons: [reason], winsMissing }
}

function tooFew(count: number, end: 'won' | 'lost'): Verdict | undefined {
  if (count >= LEAST_WINS) return undefined
  const missing = LEAST_WINS - count
  const until =
    count < HAND_MADE_WINS
      ? 'until then keep the points set by hand'
      : 'until then points set by hand do as well'
  const reason = `There are ${count} ${end} records and learning pays from about ${LEAST_WINS}: ${missing} more are needed; ${until}.`
  return refuse(reason, end === 'won' ? missing : 0)
}

interface Contest {
  readonly beaten: boolean
  readonly what: string
  readonly winsMissing: number
}

function against(rival: Measured, judged: Judged, where: string): Contest {
  const { low, high } = rival.behindFirst
  const lead = judged.card.auc - rival.auc
  const figures = `AUC ${show(judged.card.auc)} against ${show(rival.auc)} ${where}, a difference of ${show(lead)} (${inWords(rival.behindFirst)})`
  if (low > 0) {
    return { beaten: true, what: `The card beats the ${rival.name}: ${figures}.`, winsMissing: 0 }
  }
  const half = (high - low) / 2
  // The interval narrows with the root of the wins; a difference of nothing never gets outside it.
  const wins = judged.trainWins + judged.testWins
  const needed = lead > half / 10 ? Math.ceil(wins * (half / lead) ** 2) - wins : 0
  const more =
    needed > 0
      ? ` If the difference is real, about ${needed.toLocaleString('en')} more wins would show it.`
      : ' More records of this kind will not change that.'
  const what = `The card does not beat the ${rival.name}: ${figures}.${more}`
  return { beaten: false, what, winsMissing: Math.max(0, needed) }
}

/** What does not stop a recommendation but should be known. */
function asides({ card, naiveBayes, shortCard }: Judged): readonly string[] {
  const short =
    shortCard.behindFirst.low <= 0
      ? [`The short card ranks about as well (AUC ${show(shortCard.auc)}), and is easier to read.`]
      : []
  const bayes =
    naiveBayes.behindFirst.high < 0
      ? [
          `Naive Bayes ranks better in the order of time (AUC ${show(naiveBayes.auc)} against ${show(card.auc)}).`,
        ]
      : []
  return [...short, ...bayes]
}

const show = (value: number): string => value.toFixed(3)
const inWords = ({ low, high }: Interval): string => `95 % interval ${show(low)} to ${show(high)}`
