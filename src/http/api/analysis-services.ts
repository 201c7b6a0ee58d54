import type { Audience, PortalId } from '#src/ports.ts'
import type { ModelSetDetail } from './services.ts'

/** How a result is to be read. */
export const RESULT_FORMATS = ['json', 'csv', 'html'] as const
export type TextFormat = Exclude<(typeof RESULT_FORMATS)[number], 'json'>

/** `since` is epoch ms, `spend` what was spent by source. */
export type AnalysisRequest =
  | {
      readonly kind: 'calibration'
      readonly audience: Audience
      readonly conversationsAWeek?: number | undefined
    }
  | {
      readonly kind: 'report'
      readonly since?: number | undefined
      readonly spend?: Readonly<Record<string, number>> | undefined
    }

/** A calibration or report as it was asked for, and how far it is. Times are epoch ms. */
interface AnalysisStanding {
  readonly id: number
  readonly request: AnalysisRequest
  readonly status: 'waiting' | 'running' | 'done' | 'failed'
  readonly by: string
  readonly askedAt: number
  readonly endedAt: number | undefined
  /** Code of what it ended with. */
  readonly failure: string | undefined
}

/**
 * What outcomes say of a portal and its models. Results hold no count of one to ten people and no id.
 * Throws PermanentError `analysis-unknown`.
 */
export interface AnalysisService {
  /** Newest first; those with an id below `before`. */
  list(
    portal: PortalId,
    page: { limit: number; before: number | undefined },
  ): Promise<readonly AnalysisStanding[]>
  /** Others do the work. */
  ask(portal: PortalId, request: AnalysisRequest, by: string): Promise<AnalysisStanding>
  get(
    portal: PortalId,
    id: number,
  ): Promise<AnalysisStanding & { readonly result: object | undefined }>
  /** Throws PermanentError `analysis-not-done` where there is no result. */
  shown(portal: PortalId, id: number, format: TextFormat): Promise<string>
  /**
   * Drafts the changes of a calibration that somebody accepts. Throws PermanentError
   * `nothing-recommended`, `change-group-unknown`, `calibration-outdated` or `analysis-not-done`.
   */
  draft(
    portal: PortalId,
    id: number,
    accepted: { readonly accept: readonly string[]; readonly note: string },
    by: string,
  ): Promise<{ readonly set: ModelSetDetail; readonly findings: readonly object[] }>
  /** The latest drift check. Throws PermanentError `drift-unknown` before the first. */
  drift(portal: PortalId): Promise<object>
  shownDrift(portal: PortalId, format: TextFormat): Promise<string>
  /** Others do the work. */
  askDrift(portal: PortalId, by: string): Promise<void>
  /** What counts as won, lost, booked and contacted, as YAML. */
  outcomes(portal: PortalId): Promise<{ readonly text: string }>
  /** Throws PermanentError `outcomes-invalid`. */
  defineOutcomes(
    portal: PortalId,
    text: string,
    by: string,
  ): Promise<{ readonly version: number; readonly text: string }>
}
