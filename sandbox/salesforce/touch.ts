import { PermanentError } from '#src/errors.ts'
import { type Org, USERS } from './org.ts'
import { type Row, toDateTime } from './row.ts'

/** The record of an id and its object. Throws NOT_FOUND. */
export function rowOf(org: Org, id: string): { readonly object: string; readonly row: Row } {
  const object = org.schema.objectOfId(id)?.name ?? ''
  const row = org.records.get(object, id)
  if (row === undefined) throw new PermanentError('NOT_FOUND', `no record ${id}`)
  return { object, row }
}

/** Changes a record the way the platform does by itself, read-only fields included. */
export function touch(org: Org, object: string, row: Row, changes: Row): void {
  const at = toDateTime(org.now())
  const stamp = { LastModifiedById: USERS.rep, LastModifiedDate: at, SystemModstamp: at }
  org.records.put(object, String(row['Id']), { ...row, ...changes, ...stamp })
}

/** Conversion and merge take a person's tasks and events along. */
export function moveActivities(org: Org, from: string, to: string): void {
  for (const object of ['Task', 'Event']) {
    for (const row of org.records.referencing(object, 'WhoId', from)) {
      touch(org, object, row, { WhoId: to })
    }
  }
}
