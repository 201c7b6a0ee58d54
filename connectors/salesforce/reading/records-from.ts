import type { SafeRecord } from '#src/ports.ts'
import type { Row } from '../querying/query.ts'
import { toLongId } from '../schema/record-id.ts'
import type { ConsentsOf } from './consent-schema.ts'
import { toldByReps } from './history.ts'
import { type RecordSchema, toRecord } from './records.ts'
import type { Timelines } from './timelines.ts'

/** What was read beside the rows themselves. */
export interface Beside {
  readonly timelines: Timelines
  readonly consents: ConsentsOf
  readonly nowMs: number
}

/** Rows as safe records, with everything that happened. */
export function recordsFrom(
  schema: RecordSchema,
  rows: readonly Row[],
  { timelines, consents, nowMs }: Beside,
): readonly SafeRecord[] {
  return rows.flatMap((row) => {
    const id = toLongId(row['Id'])
    if (id === undefined) return []
    const happened = timelines.of(id, toLongId(row['AccountId']))
    const told = toldByReps(schema, row, timelines.historyOf(id), nowMs)
    const activities = [...happened, ...told].toSorted((a, b) => a.at - b.at)
    return toRecord(schema, row, { activities, consents }) ?? []
  })
}
