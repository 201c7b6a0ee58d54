import type { DriftResult } from '#src/analysis/results.ts'
import { maturityOf } from '#src/calibration/censoring.ts'
import { driftFindings } from '#src/calibration/drift.ts'
import { driftSnapshot } from '#src/calibration/drift-snapshot.ts'
import type { OutcomeRecord } from '#src/calibration/outcome-record.ts'
import { DAY_MS, madeUpPortal, NOW } from '#test/unit/calibration-reports/portal.ts'

const before = madeUpPortal({ seed: 3, size: 2400 })
/** Fewer are won, and a rule counts for far fewer. */
const after = madeUpPortal({
  seed: 4,
  size: 2600,
  chanceAt: (score) => 0.5 / (1 + Math.exp(-(score - 85) / 15)),
}).map(
  (record, at): OutcomeRecord => ({
    ...record,
    points: { ...record.points, visited: at % 9 === 0 ? 20 : 0 },
  }),
)
const baseline = snapshot(before)

/** One model that moved, one that held, and one whose baseline was only taken. */
export const DRIFT: DriftResult = {
  kind: 'drift',
  portal: 'hubspot:1234567',
  at: NOW,
  models: [
    {
      model: 'employer@2',
      audience: 'employer',
      baselineAt: NOW - 180 * DAY_MS,
      records: after.length,
      findings: driftFindings(baseline, snapshot(after)),
    },
    {
      model: 'individual@3',
      audience: 'individual',
      baselineAt: NOW - 90 * DAY_MS,
      records: before.length,
      findings: driftFindings(baseline, baseline),
    },
    {
      model: 'health-plan@1',
      audience: 'health-plan',
      baselineAt: undefined,
      records: 214,
      findings: [
        {
          code: 'baseline-waiting',
          level: 'note',
          what: 'Nothing to compare with yet.',
          figures: {},
        },
      ],
    },
  ],
}

function snapshot(records: readonly OutcomeRecord[]) {
  return driftSnapshot(records, { maturity: maturityOf(records, NOW), now: NOW })
}
