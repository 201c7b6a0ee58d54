import { type Dataset, outcomesOf } from '../dataset.ts'
import type { Bin, Binning } from '../learn/bin.ts'
import { binRows, learnBinnings } from '../learn/binning.ts'
import { conditionInWords } from '../learn/condition-words.ts'
import { evidenceOfBins } from '../learn/evidence.ts'
import { auc } from '../statistics/auc.ts'
import { namesAftermath } from '../table/column-names.ts'
import type { Split } from './split.ts'

/** A column that seems to know the outcome: `leak` is left out, `suspect` is only pointed at. */
export interface LeakFinding {
  readonly column: string
  readonly kind: 'leak' | 'suspect'
  readonly what: string
}

/** No honest column ranks so well alone. */
const TOO_GOOD_AUC = 0.95
const LEAST_ROWS = 30
const LEAST_TEST_WINS = 10
const ALMOST_ALL = 0.98
/** A group that is certain and holds so large a share of all wins, or of all losses, was filled in later. */
const LEAK_SHARE_OF_WINS = 0.2
const LEAK_SHARE_OF_LOSSES = 0.5
const LEAST_EXPECTED = 20

/** Looks at each column alone: learned on one part of the rows, ranked on the other. */
export function findLeaks(data: Dataset, { train, test }: Split): readonly LeakFinding[] {
  const outcome = outcomesOf(data, train)
  const wins = outcome.reduce((sum, won) => sum + won, 0)
  const all = { rows: train.length, wins }
  if (wins === 0 || wins === train.length) return []
  const testOutcome = outcomesOf(data, test)
  const testWins = testOutcome.reduce((sum, won) => sum + won, 0)
  const canRank = Math.min(testWins, test.length - testWins) >= LEAST_TEST_WINS
  return learnBinnings(data, train).flatMap((binning): LeakFinding[] => {
    const alone = canRank ? aucAlone(binning, data, test, testOutcome, wins / train.length) : 0.5
    const found = tooGood(binning, alone) ?? certainGroup(binning, all) ?? aftermath(binning.column)
    return found === undefined ? [] : [found]
  })
}

function aucAlone(
  binning: Binning,
  data: Dataset,
  rows: Int32Array,
  outcome: Uint8Array,
  baseRate: number,
): number {
  const evidence = evidenceOfBins(binning, baseRate)
  const bins = binRows(binning, data, rows)
  return auc(
    Float64Array.from(bins, (bin) => evidence[bin] ?? 0),
    outcome,
  )
}

function tooGood({ column }: Binning, alone: number): LeakFinding | undefined {
  if (alone <= TOO_GOOD_AUC) return undefined
  const what = `"${column}" alone ranks with an AUC of ${alone.toFixed(3)}: it was most likely filled in after the outcome, or because of it. Left out.`
  return { column, kind: 'leak', what }
}

interface Totals {
  readonly rows: number
  readonly wins: number
}

function certainGroup({ column, bins }: Binning, all: Totals): LeakFinding | undefined {
  const known = bins.filter(
    ({ condition, rows }) => condition.kind !== 'other' && rows >= LEAST_ROWS,
  )
  const base = all.wins / all.rows
  const won = known.find(({ rows, wins }) => base <= 0.5 && wins >= ALMOST_ALL * rows)
  if (won !== undefined)
    return finding(column, won, 'won', won.wins / all.wins >= LEAK_SHARE_OF_WINS)
  const lost = known.find(({ rows, wins }) => wins === 0 && rows * base >= LEAST_EXPECTED)
  if (lost === undefined) return undefined
  const isMost = lost.rows / (all.rows - all.wins) >= LEAK_SHARE_OF_LOSSES
  return finding(column, lost, 'lost', isMost)
}

function finding(column: string, bin: Bin, end: string, isLeak: boolean): LeakFinding {
  const who = `of ${bin.rows.toLocaleString('en')} records where "${column}" ${conditionInWords(bin.condition)}, ${end === 'won' ? 'all or nearly all' : 'all'} ${end}`
  const what = isLeak
    ? `${who}: it was most likely filled in after the outcome, or because of it. Left out.`
    : `${who}: look whether it was filled in after the outcome.`
  return { column, kind: isLeak ? 'leak' : 'suspect', what: what.replace(/^o/, 'O') }
}

function aftermath(column: string): LeakFinding | undefined {
  if (!namesAftermath(column)) return undefined
  const what = `"${column}" reads like something known only once the outcome is; exclude it if so.`
  return { column, kind: 'suspect', what }
}
