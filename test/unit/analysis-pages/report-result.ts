import type { ReportResult } from '#src/analysis/results.ts'
import { maturityOf } from '#src/calibration/censoring.ts'
import { auditFairness } from '#src/calibration/fairness.ts'
import { rateOf } from '#src/calibration/figures.ts'
import { proposeThresholds } from '#src/calibration/thresholds.ts'
import { tierReport } from '#src/calibration/tier-report.ts'
import { DAY_MS, madeUpPortal, NOW } from '#test/unit/calibration-reports/portal.ts'
import { scoreBands } from './score-bands.ts'

const records = madeUpPortal({ seed: 7, size: 3000 }).map((record, at) => ({
  ...record,
  // One state scores lower, so that the audit has something to show.
  score: record.facts['state'] === 'OR' ? Math.floor(record.score * 0.8) : record.score,
  segment: at % 3 === 0 ? 'segment-1' : undefined,
}))
const maturity = maturityOf(records, NOW)
const employers = records.filter(({ audience }) => audience === 'employer')

/** A year of a made-up portal, worked out as a real one is. */
export const REPORT: ReportResult = {
  kind: 'report',
  portal: 'salesforce:00D000000000001AAA',
  at: NOW,
  since: NOW - 365 * DAY_MS,
  thereBefore: 640,
  knownAfterDays: { individual: 55, employer: 54 },
  report: tierReport(records, {
    maturity,
    now: NOW,
    spend: { search: 42_000, referral: 8_000 },
    reviewCases: 4,
  }),
  segments: {
    looked: 4,
    kept: [
      {
        key: 'segment-1',
        name: 'Webinar guests',
        records: 812,
        traits: ['webinar-attended: 1 to 2 times', 'role is benefits for 61 %, elsewhere for 22 %'],
        closing: rateOf(212, 690) ?? never(),
        p: 0.00002,
      },
      {
        key: 'segment-3',
        name: undefined,
        records: 402,
        traits: ['source is event for 48 %, elsewhere for 9 %'],
        closing: rateOf(31, 350) ?? never(),
        p: 0.0042,
      },
    ],
    everyoneElse: rateOf(330, 1480),
  },
  thresholds: [
    {
      audience: 'employer',
      proposal: proposeThresholds(employers, { maturity, now: NOW, conversationsAWeek: 4 }),
    },
    { audience: 'health-plan', proposal: proposeThresholds([], { maturity, now: NOW }) },
  ],
  fairness: [
    {
      audience: 'individual',
      report: auditFairness(
        records,
        [
          { name: 'state', kind: 'proxy', groupOf: ({ facts }) => facts['state']?.toString() },
          {
            name: 'payer type',
            kind: 'audit-only',
            groupOf: ({ facts }) => facts['insurance']?.toString(),
          },
        ],
        { maturity, now: NOW, cutOff: 70 },
      ),
    },
  ],
  scores: scoreBands(records),
}

function never(): never {
  throw new Error('a rate of no records')
}
