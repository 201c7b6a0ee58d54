import type { JSONColumnType } from 'kysely'
import type { PortalId, RecordObject } from '../ports.ts'
import type { Run, RunTally } from './model-repositories.ts'

export interface RunTable {
  portal: PortalId
  id: number
  kind: Run['kind']
  model: number
  /** By which models everything stored was scored before; null where that is not known. */
  basis: number | null
  status: Run['status']
  started_by: string
  started_at: number
  ended_at: number | null
  total: number
  /** Of the parts that are done; while a run goes on they are counted from its chunks. */
  tally: JSONColumnType<RunTally>
  write_calls: number
}

/** A part of a run that is not over; gone with the end of the run. */
export interface RunChunkTable {
  portal: PortalId
  run: number
  number: number
  object: RecordObject
  /** Bounds are no ids of records: they are cut short, and gone once the chunk is done. */
  from_id: string | null
  until_id: string | null
  claimed_until: number
  /** Null until the chunk is done. */
  tally: JSONColumnType<RunTally> | null
}
