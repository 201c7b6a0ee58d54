import type { RecordObject } from '#src/ports.ts'
import type { Query } from '../querying/query.ts'
import { anyOf, between, notInSelect, select, since } from '../querying/soql.ts'
import { consentQuery } from '../reading/consent-points.ts'
import { recordFields, recordSchemaOf } from '../reading/records.ts'
import type { OrgSchema } from '../schema/schema.ts'
import { CONSENT_OBJECT, RECORD_OBJECTS, SOBJECTS } from '../schema/sobjects.ts'
import { OVERLAP_MS } from './change-cursor.ts'

/** One question of a poll, by the name its watermark has in the cursor. */
export type ChangeQuery = Query & {
  readonly name: string
  /** Columns with times of change; the latest of a row counts. */
  readonly stamps: readonly string[]
  /** Left out where the organisation does not have it. */
  readonly optional?: true
} & (
    | { readonly about: 'record'; readonly object: RecordObject }
    | { readonly about: 'activity' | 'account' | 'individual' | 'consent' }
  )

export interface ChangeQueryOptions {
  readonly watermark: (name: string) => number
  /** Whether the organisation answers queryAll; without it, deletions stay unseen. */
  readonly recycleBin: boolean
  /** Our clock: consents that began or ran out in between changed without being touched. */
  readonly fromMs: number
  readonly nowMs: number
}

/** When a consent begins and ends. */
export const PERIOD = ['EffectiveFrom', 'EffectiveTo'] as const

/**
 * Everything a poll asks: at most nine queries, and of the deals one each time in turn, so that two
 * calls carry it and polls of every five minutes come to 576 a day.
 */
export function changeQueries(
  schema: OrgSchema,
  options: ChangeQueryOptions,
): { readonly always: readonly ChangeQuery[]; readonly inTurn: readonly ChangeQuery[] } {
  return {
    always: [
      ...RECORD_OBJECTS.flatMap((object) => recordQueries(schema, options, object)),
      ...activityQueries(schema, options),
      ...individualQueries(schema, options),
      ...consentQueries(schema, options),
    ],
    inTurn: dealQueries(schema, options),
  }
}

/** What says that a record is gone, and where it lives on. */
const MARKS = ['IsConverted', 'ConvertedContactId', 'IsDeleted', 'MasterRecordId']

function recordQueries(
  schema: OrgSchema,
  options: ChangeQueryOptions,
  object: RecordObject,
): readonly ChangeQuery[] {
  const found = recordSchemaOf(schema, object)
  if (found === undefined) return []
  const { recycleBin } = options
  const bin = recycleBin ? ['IsDeleted'] : []
  const marks = MARKS.filter((mark) => mark !== 'IsDeleted' && found.has(mark))
  const query = changed(options, found.sobject, [...recordFields(found), ...marks, ...bin])
  return [{ ...query, deleted: recycleBin, about: 'record', object }]
}

function activityQueries(schema: OrgSchema, options: ChangeQueryOptions): readonly ChangeQuery[] {
  const { recycleBin } = options
  const own = (['task', 'event', 'campaign-member'] as const)
    .filter((source) => schema.has(source))
    .map((source): ChangeQuery => {
      const member = source === 'campaign-member'
      const people = member ? ['LeadId', 'ContactId'] : ['WhoId']
      const query = changed(options, SOBJECTS[source], people)
      // Campaign members leave no trace in the recycle bin (Change Data Capture guide).
      return { ...query, deleted: recycleBin && !member, about: 'activity' }
    })
  const mail = schema.get('email')
  if (mail === undefined || mail.fields.length === 0) return own
  const stamp = 'EmailMessage.SystemModstamp'
  const query = changedBy(options, 'EmailMessageRelation', [stamp], ['RelationId'])
  return [...own, { ...query, about: 'activity', optional: true }]
}

/** Opportunities somebody plays a role in, and those whose account has to tell who it was about. */
function dealQueries(schema: OrgSchema, options: ChangeQueryOptions): readonly ChangeQuery[] {
  const deal = schema.get('deal')
  if (deal === undefined || deal.fields.length === 0) return []
  const roles = 'OpportunityContactRole'
  const stamps = ['SystemModstamp', 'Opportunity.SystemModstamp']
  const played = select({ fields: ['OpportunityId'], from: roles })
  const optional = true as const
  return [
    { ...changedBy(options, roles, stamps, ['ContactId']), about: 'activity', optional },
    {
      ...changedBy(
        options,
        deal.sobject,
        ['SystemModstamp'],
        ['AccountId'],
        [notInSelect('Id', played)],
      ),
      about: 'account',
      optional,
    },
  ]
}

/** Consent kept on the Individual changes without touching the lead or contact it belongs to. */
function individualQueries(schema: OrgSchema, options: ChangeQueryOptions): readonly ChangeQuery[] {
  const kept = [...schema.values()].some(({ fields }) =>
    fields.some((field) => field.startsWith('Individual.')),
  )
  return kept ? [{ ...changed(options, 'Individual', []), about: 'individual' }] : []
}

function consentQueries(schema: OrgSchema, options: ChangeQueryOptions): readonly ChangeQuery[] {
  const columns = peopleWithConsents(schema)[0]?.consents?.columns
  if (columns === undefined) return []
  const { watermark, fromMs, nowMs, recycleBin } = options
  const where = [
    since('SystemModstamp', watermark(CONSENT_OBJECT) - OVERLAP_MS),
    ...PERIOD.filter((column) => columns.includes(column)).map((column) =>
      between(column, fromMs, nowMs),
    ),
  ]
  const soql = selectChanged(CONSENT_OBJECT, ['SystemModstamp'], columns, [anyOf(where)])
  const query = { name: CONSENT_OBJECT, stamps: ['SystemModstamp'], soql, deleted: recycleBin }
  return [{ ...query, about: 'consent' }]
}

/** The consent rows of the leads and contacts that changed: their fingerprint hangs on them. */
export function consentsOfChanged(
  schema: OrgSchema,
  { watermark }: Pick<ChangeQueryOptions, 'watermark'>,
): readonly Query[] {
  return peopleWithConsents(schema).flatMap((found) => {
    const where = [since('SystemModstamp', watermark(found.sobject) - OVERLAP_MS)]
    return consentQuery(found, where) ?? []
  })
}

function peopleWithConsents(schema: OrgSchema) {
  return (['lead', 'contact'] as const)
    .map((object) => recordSchemaOf(schema, object))
    .filter((found) => found !== undefined)
    .filter((found) => found.consents !== undefined)
}

function changed(options: ChangeQueryOptions, from: string, fields: readonly string[]) {
  return changedBy(options, from, ['SystemModstamp'], fields)
}

function changedBy(
  { watermark }: ChangeQueryOptions,
  from: string,
  stamps: readonly string[],
  fields: readonly string[],
  where: readonly string[] = [],
) {
  const at = watermark(from) - OVERLAP_MS
  const newer = anyOf(stamps.map((stamp) => since(stamp, at)))
  return { name: from, stamps, soql: selectChanged(from, stamps, fields, [newer, ...where]) }
}

function selectChanged(
  from: string,
  stamps: readonly string[],
  fields: readonly string[],
  where: readonly string[],
): string {
  return select({
    fields: [...new Set(['Id', ...stamps, ...fields])],
    from,
    where,
    orderBy: [stamps[0] ?? 'SystemModstamp', 'Id'],
  })
}
