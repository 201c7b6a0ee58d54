import type { Activity, RecordRef } from '#src/ports.ts'
import { type ActivityCoding, activitiesOf } from './activities.ts'
import { type Query, type QueryOutcome, type Row, rowsOf } from './query.ts'
import { refOf, toLongId } from './record-id.ts'
import type { ObjectSchema, OrgSchema } from './schema.ts'
import { ACTIVITY_SOURCES, type ActivitySource } from './sobjects.ts'
import { anyOf, idIn, select } from './soql.ts'

/**
 * People in one query. An address with its headers may have 16,384 bytes (API limits cheat sheet);
 * an id takes 23 of them.
 */
const PEOPLE_PER_QUERY = 400

/** A query for the activities of some people. */
export type ActivityQuery = ActivityCoding & Query

/** Timelines by person id. */
export type Timelines = ReadonlyMap<string, readonly Activity[]>

/** The queries that find every activity of these people; organisations have none of their own. */
export function activityQueries(
  schema: OrgSchema,
  refs: readonly RecordRef[],
): readonly ActivityQuery[] {
  const people = refs.filter(({ object }) => object !== 'company')
  const parts = Math.ceil(people.length / PEOPLE_PER_QUERY)
  const size = Math.ceil(people.length / parts)
  return Array.from({ length: parts }, (_, part) => people.slice(part * size, (part + 1) * size))
    .flatMap((chunk) => ACTIVITY_SOURCES.map((source) => queryFor(schema.get(source), chunk)))
    .filter((query) => query !== undefined)
}

/** Whom an activity row is with: people only. A campaign member may name a lead and its contact. */
export function peopleOf(row: Row): readonly RecordRef[] {
  return [row['WhoId'], row['LeadId'], row['ContactId']]
    .map(refOf)
    .filter((ref) => ref !== undefined)
    .filter(({ object }) => object !== 'company')
}

/** The columns that say whom an activity is with. */
export function peopleFields(source: ActivitySource): readonly string[] {
  return source === 'campaign-member' ? ['LeadId', 'ContactId'] : ['WhoId']
}

/** Puts the answers of `activityQueries`, in the same order, together by person. */
export function timelinesFrom(
  queries: readonly ActivityQuery[],
  outcomes: readonly QueryOutcome[],
  nowMs: number,
): Timelines {
  const byPerson = new Map<string, Map<unknown, readonly Activity[]>>()
  for (const [index, query] of queries.entries()) {
    for (const row of rowsOf(outcomes[index])) {
      // The row a recurring series is kept in; each occurrence has a row of its own.
      if (row['IsRecurrence'] === true) continue
      const activities = activitiesOf(query, row, nowMs)
      for (const { id } of peopleOf(row)) {
        const byRow = byPerson.get(id) ?? new Map<unknown, readonly Activity[]>()
        byPerson.set(id, byRow.set(row['Id'], activities))
      }
    }
  }
  return new Map([...byPerson].map(([id, byRow]) => [id, inOrder([...byRow.values()].flat())]))
}

/** Oldest first; the order of acts at one instant must not hang on the order of rows. */
function inOrder(activities: readonly Activity[]): readonly Activity[] {
  return activities.toSorted(
    (a, b) => a.at - b.at || a.kind.localeCompare(b.kind) || a.category.localeCompare(b.category),
  )
}

function queryFor(
  object: ObjectSchema | undefined,
  people: readonly RecordRef[],
): ActivityQuery | undefined {
  if (object === undefined) return undefined
  const source = ACTIVITY_SOURCES.find((one) => one === object.source)
  const where = source === undefined ? [] : personConditions(source, people)
  if (source === undefined || where.length === 0) return undefined
  const series = object.has('IsRecurrence') ? ['IsRecurrence'] : []
  const columns = [...new Set(['Id', ...peopleFields(source), ...series, ...object.fields])]
  const soql = select({ fields: columns, from: object.sobject, where: [anyOf(where)] })
  return { source, allowList: object.allowList, fields: object.fields, soql }
}

function personConditions(source: ActivitySource, people: readonly RecordRef[]): readonly string[] {
  const idsOf = (object?: RecordRef['object']): readonly string[] =>
    people
      .filter((ref) => object === undefined || ref.object === object)
      .map(({ id }) => toLongId(id))
      .filter((id) => id !== undefined)
  const columns: readonly (readonly [string, readonly string[]])[] =
    source === 'campaign-member'
      ? [
          ['LeadId', idsOf('lead')],
          ['ContactId', idsOf('contact')],
        ]
      : [['WhoId', idsOf()]]
  return columns.filter(([, ids]) => ids.length > 0).map(([column, ids]) => idIn(column, ids))
}
