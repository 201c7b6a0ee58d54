import type { Org } from './org.ts'
import type { RowChange } from './records.ts'

/** Fields whose history this organisation tracks. */
const TRACKED = ['Status', 'Leadwell_Feedback__c']
const HISTORY: Readonly<Record<string, readonly [object: string, of: string]>> = {
  Lead: ['LeadHistory', 'LeadId'],
  Contact: ['ContactHistory', 'ContactId'],
}

/** Salesforce Help, "Field History Tracking": a row for each change of a tracked field. */
export function keepHistory(org: Org): void {
  org.onCommit((changes) => {
    for (const change of changes) keepChange(org, change)
  })
}

function keepChange(org: Org, [name, id, fields]: RowChange): void {
  const history = HISTORY[name]
  // What is there from the beginning is no change.
  if (history === undefined || fields === null || 'CreatedDate' in fields) return
  const [object, of] = history
  const def = org.schema.object(object)
  const row = org.records.get(name, id)
  if (def === undefined || row === undefined) return
  for (const Field of TRACKED.filter((field) => field in fields)) {
    const Id = org.records.nextId(def)
    org.records.put(object, Id, {
      Id,
      IsDeleted: false,
      [of]: id,
      Field,
      OldValue: null,
      NewValue: fields[Field] ?? null,
      CreatedDate: row['LastModifiedDate'] ?? null,
      CreatedById: row['LastModifiedById'] ?? null,
    })
  }
}
