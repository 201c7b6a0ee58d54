import { type Org, USERS } from '../org.ts'
import type { RowChange } from '../records.ts'
import type { Row } from '../row.ts'
import type { ChangeHeader } from './event-bus.ts'

/** Never in an event (Change Data Capture guide, "Change Event Fields"). */
const LEFT_OUT = new Set(['Id', 'IsDeleted', 'SystemModstamp', 'LastActivityDate'])

/**
 * The events of one transaction. Records of one object to which the same happened come in one event, as
 * Salesforce merges them.
 */
export function changeHeaders(org: Org, changes: readonly RowChange[]): readonly ChangeHeader[] {
  const merged = new Map<string, ChangeHeader>()
  for (const [object, id, fields] of changes) {
    const header = headerOf(org, object, id, fields)
    const key = JSON.stringify([object, header.changeType, header.commitUser, header.values])
    const known = merged.get(key)
    merged.set(key, known ? { ...known, recordIds: [...known.recordIds, id] } : header)
  }
  return [...merged.values()]
}

function headerOf(org: Org, object: string, id: string, fields: Row | null): ChangeHeader {
  const author = org.records.get(object, id)?.['LastModifiedById']
  const commitUser = typeof author === 'string' ? author : USERS.rep
  const changeType = typeOf(fields)
  const told = changeType === 'DELETE' ? [] : Object.entries(fields ?? {})
  const values = told.filter(([name]) => !LEFT_OUT.has(name))
  return {
    entityName: object,
    recordIds: [id],
    changeType,
    commitUser,
    changed: values.map(([name]) => name),
    values: Object.fromEntries(values),
  }
}

function typeOf(fields: Row | null): string {
  if (fields === null || fields['IsDeleted'] === true) return 'DELETE'
  if (fields['Id'] !== undefined) return 'CREATE'
  return fields['IsDeleted'] === false ? 'UNDELETE' : 'UPDATE'
}
