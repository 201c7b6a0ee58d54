import type { RecordRef } from '#src/ports.ts'
import { streamOf } from '../querying/query.ts'
import type { Next, Part, Stream } from '../querying/query-rounds.ts'
import { idIn, idSpan, inSelect, oneOf, select } from '../querying/soql.ts'
import { toLongId } from '../schema/record-id.ts'
import type { OrgSchema } from '../schema/schema.ts'
import { type ActivityRoute, activityRoutes } from './activity-routes.ts'
import { HISTORIES, type Person, trackedFields } from './history.ts'
import type { Reach } from './reach.ts'
import { recordSchemaOf } from './records.ts'
import { cutSpan } from './span-pieces.ts'
import type { Timelines } from './timelines.ts'

/** Some people of one object: each by name, or all from the first to the last. */
export interface People {
  readonly object: Person
  readonly ids: readonly string[]
  readonly as: 'list' | 'span'
}

export interface ActivityReading {
  readonly schema: OrgSchema
  readonly reach: Reach
  readonly timelines: Timelines
}

/** The people among records, by object; organisations do nothing of their own. */
export function peopleAmong(refs: readonly RecordRef[]): readonly People[] {
  return (['lead', 'contact'] as const).flatMap((object): People[] => {
    const ids = refs
      .filter((ref) => ref.object === object)
      .map(({ id }) => toLongId(id))
      .filter((id) => id !== undefined)
    return ids.length === 0 ? [] : [{ object, ids, as: 'list' }]
  })
}

/** Everything that happened with these people, put into the timelines as it is read. */
export function activityStreams(
  reading: ActivityReading,
  people: readonly People[],
): readonly Stream[] {
  const routes = activityRoutes(reading.schema).filter(({ name }) => reading.reach.isOpen(name))
  return [
    ...routes.flatMap((route) => routeStreams(reading, route, people)),
    ...people.flatMap((some) => historyStreams(reading, some)),
  ]
}

function routeStreams(
  reading: ActivityReading,
  route: ActivityRoute,
  people: readonly People[],
): readonly Stream[] {
  const whom = people.filter(({ object }) => route.people[object] !== undefined)
  const span = whom.find(({ as }) => as === 'span')
  if (span !== undefined) return [routeStream(reading, route, [span])]
  return whom.length === 0 ? [] : [routeStream(reading, route, whom)]
}

function routeStream(
  reading: ActivityReading,
  route: ActivityRoute,
  whom: readonly People[],
): Stream {
  const { reach, timelines } = reading
  const deleted = route.archived === true && reach.seesRecycleBin()
  const stream = streamOf({ soql: routeSoql(route, whom), deleted }, (part) => {
    const [span] = whom
    const pieces = span?.as === 'span' ? splitOf(route, span, part) : undefined
    timelines.add(route, pieces?.rows ?? part.rows)
    if (pieces === undefined || span === undefined) return {}
    const more = pieces.people.map((ids) => routeStream(reading, route, [{ ...span, ids }]))
    return { stop: true, more }
  })
  return {
    ...stream,
    refuse(refused): Next {
      if (deleted) {
        reach.loseRecycleBin()
        return { more: [routeStream(reading, route, whom)] }
      }
      if (route.optional !== true) throw refused
      reach.close(route.name, refused)
      return {}
    },
  }
}

function splitOf(route: ActivityRoute, span: People, part: Part) {
  const column = route.people[span.object]
  if (column === undefined || route.viaAccount === true) return undefined
  return cutSpan(part, span.ids, (row) => toLongId(row[column]))
}

function routeSoql(route: ActivityRoute, whom: readonly People[]): string {
  const { columns, fields, prefix, from, where } = route
  const names = fields.map((field) => `${prefix}${field}`)
  const [column] = whom.map(({ object }) => route.people[object]).filter((one) => one !== undefined)
  const inOrder = whom.some(({ as }) => as === 'span') && column !== undefined
  return select({
    fields: [...new Set([...columns, ...names])],
    from,
    where: [...whose(route, whom), ...where],
    ...(inOrder && { orderBy: [column, 'Id'] }),
  })
}

/** One column for leads and contacts alike, or one for each. */
function whose(route: ActivityRoute, whom: readonly People[]): readonly string[] {
  if (route.viaAccount === true) {
    const contacts = whom.map((some) => inPeople('Id', some))
    return [
      inSelect('AccountId', select({ fields: ['AccountId'], from: 'Contact', where: contacts })),
    ]
  }
  const byColumn = Map.groupBy(whom, ({ object }) => route.people[object] ?? 'Id')
  const conditions = [...byColumn].map(([column, some]) => {
    const [first] = some
    if (first?.as === 'span') return inPeople(column, first)
    return idIn(
      column,
      some.flatMap(({ ids }) => ids),
    )
  })
  return [conditions.length === 1 ? (conditions[0] ?? '') : `(${conditions.join(' OR ')})`]
}

function inPeople(column: string, { ids, as }: People): string {
  const [first] = ids
  const last = ids.at(-1)
  if (as === 'list' || first === undefined || last === undefined) return idIn(column, ids)
  return idSpan(column, first, last)
}

/** Values reps gave before, where the organisation keeps them. */
function historyStreams(reading: ActivityReading, people: People): readonly Stream[] {
  const { schema, reach, timelines } = reading
  const records = recordSchemaOf(schema, people.object)
  const { from, of } = HISTORIES[people.object]
  const fields = records === undefined ? [] : trackedFields(records)
  if (fields.length === 0 || !reach.isOpen(from)) return []
  const soql = select({
    fields: ['Id', of, 'Field', 'NewValue', 'CreatedDate'],
    from,
    where: [inPeople(of, people), oneOf('Field', fields)],
  })
  const stream = streamOf({ soql }, ({ rows }) => {
    timelines.addHistory(of, rows)
    return {}
  })
  return [
    {
      ...stream,
      refuse(refused): Next {
        reach.close(from, refused)
        return {}
      },
    },
  ]
}
