import type { Activity, RecordObject, SafeRecord } from '#src/ports.ts'
import { entriesOf } from '#src/privacy/allow-list.ts'
import { toSafeRecord } from '#src/privacy/safe-record.ts'
import type { Row } from '../querying/query.ts'
import { isFlag } from '../querying/soql.ts'
import { toLongId } from '../schema/record-id.ts'
import type { ObjectSchema, OrgSchema } from '../schema/schema.ts'
import type { ConsentsOf } from './consent-schema.ts'

/** The object of a record as this organisation shows it. */
export type RecordSchema = ObjectSchema & { readonly source: RecordObject }

/** `undefined` when the object is hidden. */
export function recordSchemaOf(schema: OrgSchema, object: RecordObject): RecordSchema | undefined {
  const found = schema.get(object)
  return found === undefined ? undefined : { ...found, source: object }
}

/** What a query for records asks: the allow-listed fields and what ties records together. */
export function recordFields(schema: RecordSchema): readonly string[] {
  return ['Id', ...structureOf(schema), ...schema.fields]
}

/** A lead that was converted lives on as a contact; it is neither listed nor read. */
export function livingOnly(schema: RecordSchema): readonly string[] {
  return schema.has('IsConverted') ? [isFlag('IsConverted', false)] : []
}

/** A row as a safe record; `undefined` for a row without a usable id. */
export function toRecord(
  schema: RecordSchema,
  row: Row,
  { activities, consents }: { activities: readonly Activity[]; consents: ConsentsOf },
): SafeRecord | undefined {
  const id = toLongId(row['Id'])
  if (id === undefined) return undefined
  return toSafeRecord(schema.allowList, {
    object: schema.source,
    id,
    companyId: toLongId(row['AccountId']),
    fields: { ...flatten(row, schema.fields), ...consentsIn(schema, row, consents) },
    activities,
    vanished: schema.vanished,
  })
}

/** Values by path. */
function flatten(row: Row, paths: readonly string[]): Readonly<Record<string, unknown>> {
  return Object.fromEntries(paths.map((path) => [path, valueAt(row, path)]))
}

/** Epoch ms of a datetime as Salesforce sends it, `2026-11-20T10:00:00.000+0000`. */
export function epochMs(value: unknown): number | undefined {
  if (typeof value !== 'string') return undefined
  const at = Date.parse(value.replace(/([+-]\d\d)(\d\d)$/, '$1:$2'))
  return Number.isNaN(at) ? undefined : at
}

function consentsIn(
  { consents: known }: RecordSchema,
  row: Row,
  consents: ConsentsOf,
): Readonly<Record<string, unknown>> {
  if (known === undefined) return {}
  const told = consents(row['IndividualId'])
  return Object.fromEntries(known.points.map((point) => [point, told[point]]))
}

function structureOf(schema: RecordSchema): readonly string[] {
  return [
    ...(schema.source === 'contact' && schema.has('AccountId') ? ['AccountId'] : []),
    ...(schema.consents === undefined ? [] : ['IndividualId']),
    ...(tellsFeedback(schema) && schema.has('LastModifiedDate') ? ['LastModifiedDate'] : []),
  ]
}

/** Feedback was given at the last change at the latest. */
function tellsFeedback({ allowList, source, fields }: RecordSchema): boolean {
  return entriesOf(allowList, source).some(
    ({ fact, field }) => fact === 'repFeedback' && fields.includes(field),
  )
}

/** `Individual.ShouldForget` is looked up in the row's `Individual`. */
export function valueAt(row: Row, path: string): unknown {
  return path
    .split('.')
    .reduce<unknown>((value, name) => (isRow(value) ? value[name] : undefined), row)
}

function isRow(value: unknown): value is Row {
  return typeof value === 'object' && value !== null
}
