import { PermanentError } from '#src/errors.ts'
import { type Org, USERS } from './org.ts'
import { type Row, toDate, toDateTime } from './row.ts'
import type { Values } from './saving/read-values.ts'
import type { SaveResult } from './saving/save-result.ts'
import type { Saving } from './saving/saving.ts'

/** What people do in the org by hand while an integration looks on. */
export interface OrgEdits {
  /** A salesperson edits a record; outbound messages tell of it. */
  edit(object: string, id: string, values: Values): SaveResult
  create(object: string, values: Values): SaveResult
  remove(id: string): SaveResult
  /** Turns a lead into Account, Contact and Opportunity; afterwards the lead is read-only. */
  convertLead(id: string): { accountId: string; contactId: string; opportunityId: string }
  /** Keeps `masterId`; the other goes to the recycle bin pointing at it, its activities move over. */
  merge(masterId: string, loserId: string): void
}

const SHARED = [
  'FirstName',
  'LastName',
  'Title',
  'Email',
  'Phone',
  'LeadSource',
  'IndividualId',
  'HasOptedOutOfEmail',
  'DoNotCall',
] as const

export function createOrgEdits(org: Org, saving: Saving): OrgEdits {
  const rep = { userId: USERS.rep, autoAssign: false }

  const objectOf = (name: string) => {
    const object = org.schema.object(name)
    if (object === undefined) throw new PermanentError('INVALID_TYPE', `no object ${name}`)
    return object
  }

  function rowOf(id: string): { readonly object: string; readonly row: Row } {
    const object = org.schema.objectOfId(id)?.name ?? ''
    const row = org.records.get(object, id)
    if (row === undefined) throw new PermanentError('NOT_FOUND', `no record ${id}`)
    return { object, row }
  }

  function createOrThrow(object: string, values: Values): string {
    const result = saving.create(rep, objectOf(object), values)
    if (result.success) return result.id
    throw new PermanentError(
      result.errors[0]?.statusCode ?? 'UNKNOWN_EXCEPTION',
      `no ${object} made`,
    )
  }

  function touch(object: string, row: Row, changes: Row): void {
    const at = toDateTime(org.now())
    const stamp = { LastModifiedById: USERS.rep, LastModifiedDate: at, SystemModstamp: at }
    org.records.put(object, String(row['Id']), { ...row, ...changes, ...stamp })
  }

  return {
    edit: (object, id, values) => saving.update(rep, objectOf(object), id, values),
    create: (object, values) => saving.create(rep, objectOf(object), values),
    remove: (id) => saving.remove(rep, id),
    convertLead: (id) =>
      org.records.transaction(() => {
        const { object, row } = rowOf(id)
        if (object !== 'Lead' || row['IsConverted'] === true) {
          throw new PermanentError('CANNOT_UPDATE_CONVERTED_LEAD', `${id} cannot be converted`)
        }
        const accountId = createOrThrow('Account', { Name: row['Company'] })
        const shared = Object.fromEntries(SHARED.map((name) => [name, row[name] ?? null]))
        const contactId = createOrThrow('Contact', { ...shared, AccountId: accountId })
        const opportunityId = createOrThrow('Opportunity', {
          Name: `${String(row['Company'])}-`,
          AccountId: accountId,
          StageName: 'Prospecting',
          CloseDate: toDate(org.now()),
        })
        createOrThrow('OpportunityContactRole', {
          OpportunityId: opportunityId,
          ContactId: contactId,
        })
        touch('Lead', row, {
          Status: 'Closed - Converted',
          IsConverted: true,
          ConvertedDate: toDate(org.now()),
          ConvertedAccountId: accountId,
          ConvertedContactId: contactId,
          ConvertedOpportunityId: opportunityId,
        })
        moveActivities(id, contactId)
        return { accountId, contactId, opportunityId }
      }),
    merge: (masterId, loserId) =>
      org.records.transaction(() => {
        const master = rowOf(masterId)
        const loser = rowOf(loserId)
        moveActivities(loserId, masterId)
        touch(loser.object, loser.row, { IsDeleted: true, MasterRecordId: masterId })
        touch(master.object, master.row, {})
      }),
  }

  function moveActivities(from: string, to: string): void {
    for (const object of ['Task', 'Event']) {
      for (const row of org.records.referencing(object, 'WhoId', from))
        touch(object, row, { WhoId: to })
    }
  }
}
