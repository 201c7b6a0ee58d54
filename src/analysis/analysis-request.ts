import type { Audience } from '../ports.ts'

/** What an analysis is to look at. Plain JSON: it is kept beside the result. */
export type AnalysisRequest = CalibrationRequest | ReportRequest

export type AnalysisKind = AnalysisRequest['kind']

export interface CalibrationRequest {
  readonly kind: 'calibration'
  readonly audience: Audience
  /** New conversations the team can start in a week. */
  readonly conversationsAWeek?: number | undefined
}

export interface ReportRequest {
  readonly kind: 'report'
  /** Only people scored from then on, epoch ms. */
  readonly since?: number | undefined
  /** What was spent in that time, by source, in any one currency. */
  readonly spend?: Readonly<Record<string, number>> | undefined
}
