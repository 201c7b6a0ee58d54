import type { ColumnType, Generated, JSONColumnType } from 'kysely'
import type {
  AccountValues,
  Facts,
  IntentValues,
  Portal,
  PortalId,
  RecordObject,
} from '../ports.ts'

/** The tables as the newest migration leaves them. Times are epoch milliseconds. */
export interface Tables {
  portals: PortalTable
  records: RecordTable
  dirty_marks: DirtyMarkTable
  intents: IntentTable
  stale_accounts: StaleAccountTable
  cursors: CursorTable
  audit: AuditTable
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
  credentials: Buffer
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
  claimed_hash: string | null
  intended_at: number
  next_change_at: number | null
  pending: ColumnType<boolean, never, never>
  /** Of a person who deals with us for an organisation and is not held. */
  organisation_side: ColumnType<boolean, never, never>
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

interface AuditTable {
  seq: Generated<number>
  at: number
  portal: PortalId | null
  actor: string
  action: string
  detail: JSONColumnType<Readonly<Record<string, string | number | boolean>>>
}
