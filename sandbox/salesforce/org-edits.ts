import { PermanentError } from '#src/errors.ts'
import { type Converted, convertLead } from './convert-lead.ts'
import { type Org, USERS } from './org.ts'
import type { Values } from './saving/read-values.ts'
import type { SaveResult } from './saving/save-result.ts'
import type { Saving } from './saving/saving.ts'
import type { ValidationRule } from './saving/validation-rules.ts'
import type { ObjectDef } from './schema/object.ts'
import { moveActivities, rowOf, touch } from './touch.ts'

/** What people do in the org by hand while an integration looks on. */
export interface OrgEdits {
  /** A salesperson edits a record; outbound messages tell of it. */
  edit(object: string, id: string, values: Values): SaveResult
  create(object: string, values: Values): SaveResult
  remove(id: string): SaveResult
  /** An admin demands something of every record of an object, until the sandbox ends. */
  addValidationRule(rule: ValidationRule): void
  /** Turns a lead into Account, Contact and Opportunity; afterwards the lead is read-only. */
  convertLead(id: string): Converted
  /** What the platform does to activities of more than a year ago. */
  archive(id: string): void
  /** Keeps `masterId`; the other goes to the recycle bin pointing at it, its activities move over. */
  merge(masterId: string, loserId: string): void
}

export function createOrgEdits(org: Org, saving: Saving): OrgEdits {
  const rep = { userId: USERS.rep, autoAssign: false }

  function objectOf(name: string): ObjectDef {
    const object = org.schema.object(name)
    if (object === undefined) throw new PermanentError('INVALID_TYPE', `no object ${name}`)
    return object
  }

  function createOrThrow(object: string, values: Values): string {
    const result = saving.create(rep, objectOf(object), values)
    if (result.success) return result.id
    const code = result.errors[0]?.statusCode ?? 'UNKNOWN_EXCEPTION'
    throw new PermanentError(code, `no ${object} made`)
  }

  return {
    edit: (object, id, values) => saving.update(rep, objectOf(object), id, values),
    create: (object, values) => saving.create(rep, objectOf(object), values),
    remove: (id) => saving.remove(rep, id),
    addValidationRule: (rule) => saving.rules.add(rule),
    convertLead: (id) => org.records.transaction(() => convertLead(org, id, createOrThrow)),
    archive(id) {
      const { object, row } = rowOf(org, id)
      org.records.put(object, id, { ...row, IsArchived: true })
    },
    merge: (masterId, loserId) =>
      org.records.transaction(() => {
        const master = rowOf(org, masterId)
        const loser = rowOf(org, loserId)
        moveActivities(org, loserId, masterId)
        touch(org, loser.object, loser.row, { IsDeleted: true, MasterRecordId: masterId })
        touch(org, master.object, master.row, {})
      }),
  }
}
