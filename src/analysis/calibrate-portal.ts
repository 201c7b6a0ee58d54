import { backtest } from '../calibration/backtest/backtest.ts'
import { type Maturity, maturityOf } from '../calibration/censoring.ts'
import { countWins, rowRange } from '../calibration/dataset.ts'
import { learnChanges } from '../calibration/draft/learn-changes.ts'
import type { OutcomeRecord } from '../calibration/outcome-record.ts'
import { proposeThresholds } from '../calibration/thresholds.ts'
import type { Case } from '../outcomes/case.ts'
import { type CaseTable, caseTable } from '../outcomes/case-table.ts'
import type { Audience, PortalId } from '../ports.ts'
import type { ExplainableModel } from '../scoring/compile-model.ts'
import { leaksOf, learnFromAll, NOTHING_LEARNED } from './calibrate-file.ts'
import { learnedCards } from './card-lines.ts'
import type { CalibrationResult } from './results.ts'
import { shownCounts, shownVerdict } from './safe-counts.ts'
import { scoreBands } from './score-bands.ts'
import { splitResults } from './split-results.ts'
import { tierRates } from './tier-rates.ts'

const SEED = 7
const DAY_MS = 86_400_000

export interface PortalHistory {
  readonly portal: PortalId
  readonly audience: Audience
  /** In force. */
  readonly model: ExplainableModel
  /** Of this audience; each case and what is counted of it stand at the same place. */
  readonly cases: readonly Case[]
  readonly records: readonly OutcomeRecord[]
  readonly now: number
  readonly conversationsAWeek?: number | undefined
}

/** What the outcomes of a portal say of the model of one audience, and what a draft would change. */
export function calibratePortal(history: PortalHistory): CalibrationResult {
  const { portal, audience, model, cases, now, conversationsAWeek } = history
  const records = datedAsRows(history)
  const maturity = maturityOf(records, now)
  const table = caseTable(cases, model, { maturity, now })
  const { data, present } = table
  const result = backtest(data, { seed: SEED, present })
  const won = countWins(data, rowRange(0, data.rows))
  const counts = { won, notWon: data.rows - won, open: table.open }
  const verdict = shownVerdict(result.verdict, counts)
  const thresholds = proposeThresholds(records, {
    maturity,
    now,
    ...(conversationsAWeek === undefined ? {} : { conversationsAWeek }),
  })
  const usable = { ...table, data: result.usable }
  return {
    kind: 'calibration',
    subject: { portal, audience },
    at: now,
    model: `${model.id}@${model.version}`,
    cases: shownCounts(counts),
    knownAfterDays: knownAfterDays(maturity, audience),
    columns: {
      used: result.usable.columns.map(({ name }) => name),
      calendar: [],
      leftOut: leaksOf(result),
    },
    orderOfTime: 'when each person stood as learned from',
    leaks: result.leaks,
    splits: splitResults(result),
    verdict,
    ...(verdict.recommend
      ? drafted(model, usable, thresholds)
      : { ...NOTHING_LEARNED, changes: [] }),
    scores: scoreBands([records], { maturity, now }),
    tiers: tierRates(records, { maturity, now }),
    thresholds,
  }
}

/**
 * Whoever is old enough to be learned from is so for the thresholds too: counted from another moment,
 * the difference of two totals would be the number of the few in between.
 */
function datedAsRows({ cases, records }: PortalHistory): readonly OutcomeRecord[] {
  return records.map((record, at) => ({ ...record, scoredAt: cases[at]?.asOf ?? record.scoredAt }))
}

/** By what age an outcome of this audience counts as known. */
export function knownAfterDays({ byAudience, all }: Maturity, audience: Audience): number {
  return Math.round((byAudience.get(audience) ?? all).ageMs / DAY_MS)
}

function drafted(
  { source }: ExplainableModel,
  { data, rules, facts }: Pick<CaseTable, 'data' | 'rules' | 'facts'>,
  thresholds: CalibrationResult['thresholds'],
): Pick<CalibrationResult, 'cards' | 'pool' | 'changes'> {
  const learned = learnFromAll(data)
  const table = { data, rules, facts }
  return {
    ...learnedCards(learned),
    changes: learnChanges({ model: source, table, learned, thresholds }),
  }
}
