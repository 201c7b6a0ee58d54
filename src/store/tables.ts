import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type { ErasureReason, LedgerKind } from '../ledger/ledger-entry.ts'
import type {
  AccountValues,
  Audience,
  Facts,
  IntentValues,
  Portal,
  PortalId,
  RecordObject,
  Tier,
} from '../ports.ts'
import type { AllowList } from '../privacy/allowed-field.ts'
import type { AccessSessionTable, AccessTokenTable } from './access-tables.ts'
import type { AnalysisTable } from './analysis-tables.ts'
import type { DriftBaselineTable } from './drift-baselines.ts'
import type { ModelSet } from './model-repositories.ts'
import type { RunChunkTable, RunTable } from './run-tables.ts'
import type { SegmentSetTable } from './segment-repositories.ts'

/** The tables as the newest migration leaves them. Times are epoch milliseconds. */
export interface Tables {
  portals: PortalTable
  records: RecordTable
  dirty_marks: DirtyMarkTable
  intents: IntentTable
  score_history: ScoreHistoryTable
  stale_accounts: StaleAccountTable
  cursors: CursorTable
  drift_baselines: DriftBaselineTable
  allow_lists: AllowListTable
  model_sets: ModelSetTable
  runs: RunTable
  run_chunks: RunChunkTable
  segment_sets: SegmentSetTable
  analyses: AnalysisTable
  access_tokens: AccessTokenTable
  access_sessions: AccessSessionTable
  ledger: LedgerTable
  ledger_heads: LedgerHeadTable
  forgotten: ForgottenTable
}

interface PortalTable {
  id: PortalId
  crm: Portal['crm']
  name: string
  time_zone: string
  api_url: string
  sandbox: boolean
  status: Portal['status']
  status_reason: string | null
  webhook_key: string
  /** Null once the portal was erased. */
  credentials: Buffer | null
  salt: ColumnType<Buffer, Buffer, never>
}

interface RecordKey {
  portal: PortalId
  object: RecordObject
  id: string
}

interface RecordTable extends RecordKey {
  company_id: string | null
  fingerprint: string
  facts: JSONColumnType<Facts>
  timeline: Buffer
  /** When the CRM was asked for this, or earlier; 0 where that is not known. */
  read_at: Generated<number>
}

interface Claimable {
  lane: number
  claimed_until: number
  tries: number
  next_try_at: number
  parked_code: string | null
}

interface DirtyMarkTable extends RecordKey, Claimable {
  generation: number
  marked_at: number
}

interface IntentTable extends RecordKey, Claimable {
  desired: JSONColumnType<IntentValues | AccountValues>
  desired_hash: string
  written_hash: string | null
  /** 0: never, or before this was kept. */
  written_at: Generated<number>
  claimed_hash: string | null
  intended_at: number
  next_change_at: number | null
  pending: ColumnType<boolean, never, never>
  /** Of a person who deals with us for an organisation and is not held. */
  organisation_side: ColumnType<boolean, never, never>
}

interface ScoreHistoryTable extends RecordKey {
  tier: Tier
  at: number
  score: number
  fit: number
  engagement: number
  audience: Audience
  model: string
  facts: JSONColumnType<Facts>
  timeline: Buffer
}

interface StaleAccountTable {
  seq: Generated<number>
  portal: PortalId
  company_id: string
}

interface CursorTable {
  portal: PortalId
  name: string
  value: JSONColumnType<object>
}

interface AllowListTable {
  portal: PortalId
  version: number
  content: JSONColumnType<Omit<AllowList, 'version'>>
  approved_by: string
  approved_at: number
}

interface ModelSetTable {
  portal: PortalId
  version: number
  parent: number
  status: ModelSet['status']
  texts: JSONColumnType<ModelSet['texts']>
  note: string
  created_by: string
  created_at: number
  approved_by: string | null
  published_at: number | null
}

/** Append-only: a trigger refuses anything else. */
interface LedgerTable {
  /** Empty for the entries of no portal. */
  portal: PortalId | ''
  seq: number
  at: number
  kind: LedgerKind
  actor: string
  detail: JSONColumnType<Readonly<Record<string, unknown>>>
  records: string[]
  digests: string[]
  prev: Buffer
  hash: Buffer
}

interface LedgerHeadTable {
  portal: PortalId | ''
  seq: number
  hash: Buffer
  seal: Buffer
}

interface ForgottenTable {
  portal: PortalId
  record_hash: string
  at: number
  reason: ErasureReason
}
