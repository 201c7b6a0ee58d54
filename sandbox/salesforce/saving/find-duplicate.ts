import type { Org } from '../org.ts'
import type { Row } from '../row.ts'
import type { ObjectDef } from '../schema/object.ts'
import { type SaveError, saveError } from './save-result.ts'

interface UniqueRule {
  /** The lookup whose other records are looked at; the rest must be equal too. */
  readonly within: string | undefined
  readonly fields: readonly string[]
}

const UNIQUE: Readonly<Record<string, readonly UniqueRule[]>> = {
  PermissionSet: [{ within: undefined, fields: ['Name'] }],
  PermissionSetAssignment: [{ within: 'AssigneeId', fields: ['AssigneeId', 'PermissionSetId'] }],
  FieldPermissions: [{ within: 'ParentId', fields: ['ParentId', 'Field'] }],
  CampaignMember: [
    { within: 'LeadId', fields: ['CampaignId', 'LeadId'] },
    { within: 'ContactId', fields: ['CampaignId', 'ContactId'] },
  ],
}

/** DUPLICATE_VALUE when the org already holds what may exist only once. */
export function findDuplicate(org: Org, object: ObjectDef, fields: Row): readonly SaveError[] {
  return (UNIQUE[object.name] ?? []).flatMap((rule) => {
    if (rule.fields.some((name) => fields[name] == null)) return []
    const others =
      rule.within === undefined
        ? [...org.records.all(object.name)]
        : org.records.referencing(object.name, rule.within, String(fields[rule.within]))
    const same = others.find((row) => rule.fields.every((name) => row[name] === fields[name]))
    if (same === undefined) return []
    const message = `duplicate value found: ${rule.fields.join('/')} duplicates value on record with id: ${String(same['Id'])}`
    return [saveError('DUPLICATE_VALUE', message, rule.fields)]
  })
}
