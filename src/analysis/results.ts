import type { Curves } from '../calibration/backtest/curves.ts'
import type { LeakFinding } from '../calibration/backtest/find-leaks.ts'
import type { Measured } from '../calibration/backtest/measure-scorers.ts'
import type { Verdict } from '../calibration/backtest/recommend.ts'
import type { ModelChange } from '../calibration/draft/model-change.ts'
import type { FairnessReport } from '../calibration/fairness.ts'
import type { Finding, Rate } from '../calibration/figures.ts'
import type { ThresholdProposal } from '../calibration/thresholds.ts'
import type { TierReport } from '../calibration/tier-report.ts'
import type { Audience, PortalId } from '../ports.ts'

/**
 * What an analysis came to, as it is kept, sent and shown. Plain JSON; every count is of at least
 * eleven records or of none, and nobody is named unless a person asked for cases to review.
 */
export type AnalysisResult = CalibrationResult | ReportResult | DriftResult

/** Whose records: those of one audience of a portal, or the rows of a file. */
export type AnalysisSubject =
  | { readonly portal: PortalId; readonly audience: Audience }
  | { readonly file: string }

/** Of which records something was learned or said. */
export interface CaseCounts {
  /** Old enough to know, and those won among them. */
  readonly records: number
  readonly won: number
  /** Too young to know, or without an outcome. */
  readonly open: number
  /** Outcomes that one to ten cases have; counted as nobody's in the numbers above. */
  readonly tooFewToShow?: readonly ('won' | 'notWon' | 'open')[]
}

export interface SplitResult {
  readonly split: 'random' | 'time'
  readonly learned: { readonly records: number; readonly won: number }
  readonly judged: { readonly records: number; readonly won: number }
  /** The card, the short card, naive Bayes, a constant, and the model in force where there is one. */
  readonly scorers: readonly Measured[]
  readonly curves: readonly Curves[]
}

/** A line of a learned card. */
export interface CardLine {
  readonly column: string
  /** In words: `is 200 to 999 or is missing`. */
  readonly condition: string
  readonly points: number
  /** Left out where they are too few to be shown. */
  readonly from: { readonly won: number; readonly of: number } | undefined
}

/** Scores in bands, those won and those not. */
export interface ScoreBand {
  readonly from: number
  readonly to: number
  readonly won: number
  readonly notWon: number
}

/** One tier, or several neighbours told together. */
export interface TierRate {
  readonly tiers: readonly string[]
  /** Of those old enough to know. */
  readonly won: Rate
}

export interface CalibrationResult {
  readonly kind: 'calibration'
  readonly subject: AnalysisSubject
  /** Epoch ms. */
  readonly at: number
  /** The model in force that was compared, such as `employer@2`. */
  readonly model: string | undefined
  readonly cases: CaseCounts
  /** By what age an outcome counts as known, in days; none for a file. */
  readonly knownAfterDays: number | undefined
  readonly columns: {
    readonly used: readonly string[]
    readonly calendar: readonly string[]
    readonly leftOut: readonly { readonly column: string; readonly why: string }[]
  }
  readonly orderOfTime: string
  readonly leaks: readonly LeakFinding[]
  readonly splits: readonly SplitResult[]
  readonly verdict: Verdict
  readonly cards: { readonly full: readonly CardLine[]; readonly short: readonly CardLine[] }
  /** Cards about as good as the short one, with the column they do without. */
  readonly pool: readonly { readonly loss: number; readonly instead: string | undefined }[]
  /** Of the model in force, or of the short card for a file. */
  readonly scores: readonly ScoreBand[]
  /** As the model in force places people; empty for a file. */
  readonly tiers: readonly TierRate[]
  /** `undefined` for a file. */
  readonly thresholds: ThresholdProposal | undefined
  /** What a draft would change; empty where nothing is recommended, and for a file. */
  readonly changes: readonly ModelChange[]
}

/** A segment as proposed, and as named once a person approved it. */
interface SegmentResult {
  readonly key: string
  readonly name: string | undefined
  readonly records: number
  /** In words: "webinar-attended: 1 to 2 times". */
  readonly traits: readonly string[]
  readonly closing: Rate
  readonly p: number
}

export interface ReportResult {
  readonly kind: 'report'
  readonly portal: PortalId
  readonly at: number
  /** Records scored from then on, epoch ms; `undefined`: all that are kept. */
  readonly since: number | undefined
  /** People who were there before they were first scored; counted as the models would have placed them then. */
  readonly thereBefore: number
  /** By what age outcomes count as known, days by audience. */
  readonly knownAfterDays: Readonly<Partial<Record<Audience, number>>>
  readonly report: TierReport
  readonly segments: {
    readonly looked: number
    readonly kept: readonly SegmentResult[]
    readonly everyoneElse: Rate | undefined
  }
  readonly thresholds: readonly {
    readonly audience: Audience
    readonly proposal: ThresholdProposal
  }[]
  readonly fairness: readonly { readonly audience: Audience; readonly report: FairnessReport }[]
  readonly scores: readonly ScoreBand[]
}

export interface DriftResult {
  readonly kind: 'drift'
  readonly portal: PortalId
  readonly at: number
  readonly models: readonly ModelDrift[]
}

export interface ModelDrift {
  /** Such as `employer@2`. */
  readonly model: string
  readonly audience: Audience
  /** When the baseline was taken, epoch ms; `undefined`: it was taken just now, there is nothing to compare. */
  readonly baselineAt: number | undefined
  readonly records: number
  readonly findings: readonly Finding[]
}
