import type { Generated, JSONColumnType } from 'kysely'
import type { AnalysisKind, AnalysisRequest } from '../analysis/analysis-request.ts'
import type { PortalId } from '../ports.ts'
import type { Analysis, KeptResult } from './analysis-repositories.ts'

export interface AnalysisTable {
  portal: PortalId
  id: number
  kind: AnalysisKind
  options: JSONColumnType<AnalysisRequest>
  status: Analysis['status']
  asked_by: string
  asked_at: number
  claimed_until: Generated<number>
  ended_at: number | null
  failure: string | null
  result: JSONColumnType<KeptResult> | null
}
