import type { AnalysisKind, AnalysisRequest } from '../analysis/analysis-request.ts'
import type { CalibrationResult, ReportResult } from '../analysis/results.ts'
import type { PortalId } from '../ports.ts'

/** A calibration or report of a portal: asked for, worked on, and what came of it. */
export interface Analysis {
  readonly portal: PortalId
  /** Counts from 1 in each portal. */
  readonly id: number
  readonly request: AnalysisRequest
  readonly status: 'waiting' | 'running' | 'done' | 'failed'
  readonly by: string
  /** Epoch ms. */
  readonly askedAt: number
  readonly endedAt: number | undefined
  /** Code of the error it ended with. */
  readonly failure: string | undefined
}

export type KeptResult = CalibrationResult | ReportResult

/** One that ended well. It names nobody: ids of cases to review are never part of what is kept. */
export interface AnalysisWithResult extends Analysis {
  readonly result: KeptResult | undefined
}

/** The right to work on an analysis; `until` is epoch ms and names the claim. */
export interface AnalysisClaim extends Pick<Analysis, 'portal' | 'id' | 'request'> {
  readonly until: number
}

export interface AnalysisRepository {
  /** Says so in the ledger, as `analysis-asked`. */
  ask(
    portal: PortalId,
    ask: { readonly request: AnalysisRequest; readonly by: string },
  ): Promise<Analysis>
  /** One that whoever asked for it has worked out already; in the ledger as `ask`. */
  keep(
    portal: PortalId,
    done: { readonly request: AnalysisRequest; readonly by: string; readonly result: KeptResult },
  ): Promise<Analysis>
  /** Whether any could be claimed now. */
  waiting(portal: PortalId): Promise<boolean>
  /** The one that has waited longest, also one whose worker is gone. */
  claim(portal: PortalId, leaseMs: number): Promise<AnalysisClaim | undefined>
  /** The claim for longer; `undefined` when it is lost. */
  extend(claim: AnalysisClaim, leaseMs: number): Promise<AnalysisClaim | undefined>
  /** Keeps the result without ids of anybody. False when the claim is lost. */
  finish(claim: AnalysisClaim, result: KeptResult): Promise<boolean>
  fail(claim: AnalysisClaim, code: string): Promise<boolean>
  /** Lets somebody else take it at once. */
  release(claim: AnalysisClaim): Promise<void>
  /** Throws PermanentError `analysis-unknown`. */
  get(portal: PortalId, id: number): Promise<AnalysisWithResult>
  /** Newest first; those with an id below `before`. */
  list(
    portal: PortalId,
    page: { readonly limit: number; readonly before?: number | undefined },
  ): Promise<readonly Analysis[]>
  /** The newest of this kind that ended well. */
  latest(portal: PortalId, kind: AnalysisKind): Promise<AnalysisWithResult | undefined>
}
