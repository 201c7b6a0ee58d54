import type { Activity, RecordObject, SafeRecord } from '#src/ports.ts'
import type { AllowList } from '#src/privacy/allowed-field.ts'
import { codeFields, fingerprintOf, toSafeRecord } from '#src/privacy/safe-record.ts'
import type { CrmObject } from '../transport/answers.ts'
import type { HubspotType } from '../transport/paths.ts'
import type { PortalSchema } from './portal-schema.ts'

/** Set by HubSpot to the contact's primary company. */
const COMPANY_ID = 'associatedcompanyid'

export type RecordType = Extract<HubspotType, 'contacts' | 'companies'>
export const RECORD_OBJECTS: Readonly<Record<RecordType, RecordObject>> = {
  contacts: 'contact',
  companies: 'company',
}

/** Properties to ask for so that a record and its fingerprint can be told. */
export function recordProperties(schema: PortalSchema, type: RecordType): string[] {
  const company = type === 'contacts' && schema.has(COMPANY_ID) ? [COMPANY_ID] : []
  return [...schema.fields, ...company]
}

/** The company a contact names itself. */
export function ownCompanyId(object: CrmObject): string | undefined {
  const id = object.properties?.[COMPANY_ID]
  return typeof id === 'string' || typeof id === 'number' ? String(id) || undefined : undefined
}

/** The object with nothing but the portal's allowed properties: a server may answer more than was asked. */
export function narrowed(object: CrmObject, schema: PortalSchema): CrmObject {
  const keep = new Set([...schema.fields, ...(schema.has(COMPANY_ID) ? [COMPANY_ID] : [])])
  const pick = <T>(values: Readonly<Record<string, T>> | null | undefined): Record<string, T> =>
    Object.fromEntries(Object.entries(values ?? {}).filter(([name]) => keep.has(name)))
  return {
    ...object,
    properties: pick(object.properties),
    propertiesWithHistory: pick(object.propertiesWithHistory),
  }
}

/** What decides how a record is told, the same for a list, a read and a search. */
export interface Coding {
  readonly allowList: AllowList
  readonly vanished: readonly string[]
}

/**
 * From a narrowed object. `associatedCompanyId` fills in where the contact names none; it stays out of
 * the fingerprint, which a search, telling no associations, must be able to compute alike.
 */
export function toRecord(
  { allowList, vanished }: Coding,
  type: RecordType,
  object: CrmObject,
  more: { activities: readonly Activity[]; associatedCompanyId: string | undefined },
): SafeRecord {
  const companyId = type === 'contacts' ? ownCompanyId(object) : undefined
  const record = toSafeRecord(allowList, {
    object: RECORD_OBJECTS[type],
    id: object.id,
    companyId,
    fields: object.properties ?? {},
    activities: more.activities,
    vanished,
  })
  return { ...record, companyId: companyId ?? more.associatedCompanyId }
}

/** Equal to the fingerprint of the record `toRecord` makes of the same state. */
export function fingerprintOfObject(
  { allowList, vanished }: Coding,
  type: RecordType,
  object: CrmObject,
): string {
  const properties = object.properties ?? {}
  const facts = codeFields(allowList, RECORD_OBJECTS[type], properties, { vanished })
  return fingerprintOf(facts, type === 'contacts' ? ownCompanyId(object) : undefined)
}
