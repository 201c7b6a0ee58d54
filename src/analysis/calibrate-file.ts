import { type Backtest, backtest } from '../calibration/backtest/backtest.ts'
import { type Learned, learnCards } from '../calibration/backtest/learn-cards.ts'
import { countWins, type Dataset, rowRange } from '../calibration/dataset.ts'
import { scoreCard } from '../calibration/learn/card.ts'
import type { Table } from '../calibration/table/dataset-builder.ts'
import { learnedCards } from './card-lines.ts'
import type { CalibrationResult } from './results.ts'
import { shownCounts, shownVerdict } from './safe-counts.ts'
import { cardScoreBands } from './score-bands.ts'
import { splitResults } from './split-results.ts'

const SEED = 7

/** What a file of records with outcomes can teach; there is no model to compare with and none to change. */
export function calibrateFile(
  table: Table,
  { file, at }: { readonly file: string; readonly at: number },
): CalibrationResult {
  const { data, calendar, leftOut, timeColumn, withoutOutcome } = table
  const result = backtest(data, { seed: SEED, calendar })
  const won = countWins(data, rowRange(0, data.rows))
  const counts = { won, notWon: data.rows - won, open: withoutOutcome }
  const verdict = shownVerdict(result.verdict, counts)
  const used = result.usable.columns.map(({ name }) => name)
  return {
    kind: 'calibration',
    subject: { file },
    at,
    model: undefined,
    cases: shownCounts(counts),
    knownAfterDays: undefined,
    columns: {
      used,
      calendar,
      leftOut: [...leftOut.filter(({ why }) => why !== 'calendar'), ...leaksOf(result)],
    },
    orderOfTime: timeColumn ?? 'as in the file',
    leaks: result.leaks,
    splits: splitResults(result),
    verdict,
    ...(verdict.recommend ? drafted(result.usable) : NOTHING_LEARNED),
    tiers: [],
    thresholds: undefined,
    changes: [],
  }
}

/** What stands where nothing is recommended. */
export const NOTHING_LEARNED = {
  cards: { full: [], short: [] },
  pool: [],
  scores: [],
} as const satisfies Pick<CalibrationResult, 'cards' | 'pool' | 'scores'>

/** Columns the backtest itself left out. */
export function leaksOf({ leaks }: Backtest): CalibrationResult['columns']['leftOut'] {
  return leaks.flatMap(({ column, kind }) => (kind === 'leak' ? [{ column, why: 'leak' }] : []))
}

/** Learned from all records, as a draft would be. */
export function learnFromAll(usable: Dataset): Learned {
  return learnCards(usable, rowRange(0, usable.rows))
}

function drafted(usable: Dataset): Pick<CalibrationResult, 'cards' | 'pool' | 'scores'> {
  const learned = learnFromAll(usable)
  const points = scoreCard(learned.short.card, usable, rowRange(0, usable.rows))
  return { ...learnedCards(learned), scores: cardScoreBands(points, usable.outcome) }
}
