import type { Maturity } from './censoring.ts'
import { type Rate } from './figures.ts'
import { closeRate } from './outcome-cells.ts'
import type { OutcomeRecord } from './outcome-record.ts'
import { edgeOf, scoreBandsOf } from './score-bands-of.ts'
import type { Cells } from './small-cells.ts'
import { type TestResult, testFit } from './statistics/chi-square.ts'
import { fitLogisticLine, type LogisticLine } from './statistics/logistic-line.ts'
import { Z_95 } from './statistics/normal.ts'
import type { Interval } from './statistics/proportions.ts'

const WEEK_MS = 7 * 86_400_000
/** Fewer wins than this leave a close rate by score to chance (measured: hand-made points do better). */
export const LEAST_WINS = 35

/** What calling records from this score up sales-ready would have meant. */
export interface Choice {
  readonly atLeast: number
  readonly recordsAWeek: number
  readonly expectedWinsAWeek: number
  /** Of the records at the cut-off itself: what the least of the tier is worth. Recalibrated. */
  readonly closeRateAt: Estimate
  /** Of all records at or above, which is what the tier closes at. Recalibrated. */
  readonly closeRate: Estimate
  /** The close rate as counted, where enough were won and not won on either side of the cut-off. */
  readonly observed: Rate | undefined
  /** Of all wins expected, the share at or above, 0–1. */
  readonly shareOfWins: number
}

/** A share, 0–1, with its 95 % interval. */
interface Estimate extends Interval {
  readonly rate: number
}

export interface ChoiceTable {
  readonly choices: readonly Choice[]
  readonly why: 'fitted' | 'too-few-wins' | 'score-does-not-order'
  /** Whether the wins lie about a line at all. */
  readonly fit: TestResult | undefined
}

interface Row {
  readonly atLeast: number
  readonly middle: number
  readonly records: number
}

/**
 * Everything in the table comes from bands of scores that hold enough records, and wins and losses,
 * to be shown: the line is fitted to those, not to persons.
 */
export function choiceTable(
  records: readonly OutcomeRecord[],
  { maturity, now }: { readonly maturity: Maturity; readonly now: number },
): ChoiceTable {
  const { bands, blocks } = scoreBandsOf(records, { maturity, now })
  const won = blocks.reduce((total, { counts }) => total + (counts[0] ?? 0), 0)
  const none = { choices: [], fit: undefined }
  if (won < LEAST_WINS) return { ...none, why: 'too-few-wins' }
  const rows = bands.map(rowOf)
  const trials = blocks.map((block) => trialOf(block, rows))
  const line = fitLogisticLine(trials)
  if (line === undefined || line.slope <= 0) return { ...none, why: 'score-does-not-order' }
  const earliest = records.reduce((first, { scoredAt }) => Math.min(first, scoredAt), now)
  const weeks = Math.max(1, Math.ceil((now - earliest) / WEEK_MS))
  return {
    choices: rows.map(({ atLeast }) => choiceAt(atLeast, rows, blocks, line, weeks)).reverse(),
    why: 'fitted',
    fit: fitOf(trials, line),
  }
}

function choiceAt(
  atLeast: number,
  rows: readonly Row[],
  blocks: readonly Cells[],
  line: LogisticLine,
  weeks: number,
): Choice {
  const above = rows.filter((row) => row.atLeast >= atLeast)
  const recordsAWeek = total(above, ({ records }) => records) / weeks
  const closing = meanRate(above, line)
  const chance = ({ records, middle }: Row) => records * line.chanceAt(middle)
  const edge = blocks.some((block) => edgeOf(block) === atLeast)
  const counts = blocks.filter((block) => edgeOf(block) >= atLeast).map((block) => block.counts)
  const sums = [0, 1].map((at) => counts.reduce((sum, own) => sum + (own[at] ?? 0), 0))
  return {
    atLeast,
    recordsAWeek,
    expectedWinsAWeek: recordsAWeek * closing.rate,
    closeRateAt: meanRate(above.slice(0, 1), line),
    closeRate: closing,
    observed: edge ? closeRate(sums) : undefined,
    shareOfWins: total(above, chance) / total(rows, chance),
  }
}

/** The interval by the delta method on the log odds, so that it stays within 0–1. */
function meanRate(rows: readonly Row[], line: LogisticLine): Estimate {
  const records = total(rows, (row) => row.records)
  const rate = total(rows, (row) => row.records * line.chanceAt(row.middle)) / records
  const steepness = (row: Row) => {
    const chance = line.chanceAt(row.middle)
    return (row.records * chance * (1 - chance)) / records
  }
  const [level, slope] = [total(rows, steepness), total(rows, (row) => steepness(row) * row.middle)]
  const { variance } = line
  const square =
    level * level * variance.intercept +
    2 * level * slope * variance.both +
    slope * slope * variance.slope
  const half = (Z_95 * Math.sqrt(Math.max(0, square))) / (rate * (1 - rate))
  const odds = Math.log(rate / (1 - rate))
  return { rate, low: 1 / (1 + Math.exp(half - odds)), high: 1 / (1 + Math.exp(-half - odds)) }
}

function rowOf(band: Cells): Row {
  const scores = band.groups.map(Number)
  const atLeast = Math.min(...scores)
  return {
    atLeast,
    middle: (atLeast + Math.max(...scores)) / 2,
    records: band.counts.reduce((sum, count) => sum + count, 0),
  }
}

function trialOf(block: Cells, rows: readonly Row[]) {
  const edges = new Set(block.groups.map(Number))
  const own = rows.filter(({ atLeast }) => edges.has(atLeast))
  const [won = 0, notWon = 0] = block.counts
  const x = total(own, (row) => row.records * row.middle) / total(own, (row) => row.records)
  return { x, won, of: won + notWon }
}

function fitOf(
  trials: readonly { x: number; won: number; of: number }[],
  line: LogisticLine,
): TestResult {
  const expected = trials.map(({ x, of }) => of * line.chanceAt(x))
  return testFit(
    trials.flatMap(({ won, of }) => [won, of - won]),
    trials.flatMap(({ of }, at) => [expected[at] ?? 0, of - (expected[at] ?? 0)]),
    trials.length + 1,
  )
}

function total(rows: readonly Row[], of: (row: Row) => number): number {
  return rows.reduce((sum, row) => sum + of(row), 0)
}
