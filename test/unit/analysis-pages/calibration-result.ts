import type { CalibrationResult, SplitResult } from '#src/analysis/results.ts'
import { tierRates } from '#src/analysis/tier-rates.ts'
import type { Curves } from '#src/calibration/backtest/curves.ts'
import { maturityOf } from '#src/calibration/censoring.ts'
import { rateOf } from '#src/calibration/figures.ts'
import { proposeThresholds } from '#src/calibration/thresholds.ts'
import { madeUpPortal, NOW } from '#test/unit/calibration-reports/portal.ts'
import { scoreBands } from './score-bands.ts'

const records = madeUpPortal({ seed: 11, size: 4000 }).map((record) => ({
  ...record,
  audience: 'employer' as const,
}))

/** A draft worth a look, with everything a result may hold. */
export const CALIBRATION: CalibrationResult = {
  kind: 'calibration',
  subject: { portal: 'hubspot:1234567', audience: 'employer' },
  at: NOW,
  model: 'employer@2',
  cases: { records: 3380, won: 702, open: 620 },
  knownAfterDays: 52,
  columns: {
    used: ['role', 'companySize', 'rule:engagement/intent/pricing-page', 'industry'],
    calendar: ['month'],
    leftOut: [{ column: 'notes', why: 'nearly every value is different' }],
  },
  orderOfTime: 'scored at',
  leaks: [
    {
      column: 'contractSent',
      kind: 'leak',
      what: '"contractSent" alone ranks with an AUC of 0.982: it was most likely filled in after the outcome, or because of it. Left out.',
    },
  ],
  splits: [splitOf('time'), splitOf('random')],
  verdict: {
    recommend: true,
    reasons: [
      'The card beats the constant: AUC 0.742 against 0.500 in the order of time, a difference of 0.242 (95 % interval 0.201 to 0.283).',
      'The card beats the present model: AUC 0.742 against 0.691 in the order of time, a difference of 0.051 (95 % interval 0.021 to 0.082).',
      'The short card ranks about as well (AUC 0.737), and is easier to read.',
    ],
    winsMissing: 0,
  },
  cards: {
    full: [
      {
        column: 'companySize',
        condition: 'is 200 to 999 or is missing',
        points: 9,
        from: { won: 180, of: 510 },
      },
      {
        column: 'role',
        condition: 'is hr or is benefits',
        points: 12,
        from: { won: 312, of: 930 },
      },
      { column: 'industry', condition: 'is staffing', points: -6, from: undefined },
    ],
    short: [
      {
        column: 'role',
        condition: 'is hr or is benefits',
        points: 14,
        from: { won: 312, of: 930 },
      },
      {
        column: 'companySize',
        condition: 'is 200 or more',
        points: 10,
        from: { won: 180, of: 510 },
      },
    ],
  },
  pool: [
    { loss: 0.4213, instead: undefined },
    { loss: 0.4229, instead: 'industry' },
  ],
  scores: scoreBands(records),
  tiers: tierRates(records, { maturity: maturityOf(records, NOW), now: NOW }),
  thresholds: proposeThresholds(records, {
    maturity: maturityOf(records, NOW),
    now: NOW,
    conversationsAWeek: 18,
  }),
  changes: [
    {
      group: 'role',
      rule: 'benefit-roles',
      axis: 'fit',
      action: 'change',
      what: 'Works in benefits or human resources',
      before: 25,
      after: 14,
      because: '312 of 930 like this were won, 390 of 2,450 others.',
    },
    {
      group: 'intent',
      rule: 'pricing-page',
      axis: 'engagement',
      action: 'keep',
      what: 'Visited the pricing page',
      before: 20,
      after: 20,
      because: '228 of 640 like this were won, 474 of 2,740 others: as expected.',
    },
    {
      group: 'new-facts',
      rule: 'industry-staffing',
      axis: 'fit',
      action: 'add',
      what: 'Industry is staffing',
      before: undefined,
      after: -6,
      because: 'Too few to be shown were won.',
    },
    {
      group: 'tiers',
      rule: 'sales-ready',
      axis: 'tiers',
      action: 'change',
      what: 'Sales-ready from this score up',
      before: 70,
      after: 62,
      because: 'From 62 up, 31 % close.',
    },
  ],
}

/** A file with too few wins: nothing to draw, little to say. */
export const REFUSAL: CalibrationResult = {
  kind: 'calibration',
  subject: { file: 'leads.csv' },
  at: NOW,
  model: undefined,
  cases: { records: 410, won: 22, open: 0 },
  knownAfterDays: undefined,
  columns: { used: ['source', 'size'], calendar: [], leftOut: [] },
  orderOfTime: 'as in the file',
  leaks: [],
  splits: [],
  verdict: {
    recommend: false,
    reasons: [
      'There are 22 won records and learning pays from about 70: 48 more are needed; until then keep the points set by hand.',
    ],
    winsMissing: 48,
  },
  cards: { full: [], short: [] },
  pool: [],
  scores: [],
  tiers: [],
  thresholds: undefined,
  changes: [],
}

function splitOf(split: SplitResult['split']): SplitResult {
  const shift = split === 'time' ? 0 : 0.02
  return {
    split,
    learned: { records: 2366, won: 470 },
    judged: { records: 1014, won: 232 },
    scorers: [
      measured('card', 0.742 + shift, [0, 0]),
      measured('short card', 0.737 + shift, [-0.006, 0.017]),
      measured('naive Bayes', 0.731 + shift, [0.001, 0.022]),
      { ...measured('constant', 0.5, [0.201, 0.283]), lift: 1, liftInterval: { low: 1, high: 1 } },
      ranked('present model', 0.691 + shift, [0.021, 0.082]),
    ],
    curves: [
      curves('card', 2.9, 0.02),
      curves('short card', 2.75, -0.03),
      { ...curves('present model', 2.2, 0), reliability: [] },
    ],
  }
}

function measured(name: string, auc: number, behind: readonly [number, number]) {
  return { ...ranked(name, auc, behind), brier: 0.2312 - auc / 10, logLoss: 0.61 - auc / 5 }
}

/** Points alone promise no chances. */
function ranked(name: string, auc: number, [low, high]: readonly [number, number]) {
  return {
    name,
    auc,
    aucInterval: { low: auc - 0.036, high: auc + 0.034 },
    ap: auc - 0.3,
    apInterval: { low: auc - 0.34, high: auc - 0.25 },
    lift: auc * 4,
    liftInterval: { low: auc * 4 - 0.4, high: auc * 4 + 0.4 },
    behindFirst: { low, high },
  }
}

/** `bend` is how far a curve stands off the diagonal, `off` how far promises miss. */
function curves(scorer: string, bend: number, off: number): Curves {
  const roc = Array.from({ length: 51 }, (_, at) => ({
    falsePositive: at / 50,
    truePositive: 1 - (1 - at / 50) ** bend,
  }))
  const reliability = [0.04, 0.09, 0.15, 0.22, 0.31, 0.44].flatMap((promised) => {
    const came = rateOf(Math.round((promised + off * promised * 6) * 169), 169)
    return came === undefined ? [] : [{ promised, came }]
  })
  return { scorer, roc, reliability }
}
