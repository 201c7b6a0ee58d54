import { PermanentError } from '#src/errors.ts'
import type { RecordPage } from '#src/ports.ts'
import {
  type ActivityIds,
  findActivityIds,
  type ReadDeps,
  readActivities,
} from './activity-reader.ts'
import { type CrmObject, ObjectPage } from './answers.ts'
import { DATED_PROPERTIES, signalsOf } from './contact-signals.ts'
import { listedActivityIds, listedCompanyId } from './listed-associations.ts'
import { ACTIVITY_TYPES, PATHS } from './paths.ts'
import type { PortalSchema } from './portal-schema.ts'
import { narrowed, recordProperties, toRecord } from './records.ts'
import { timelineOf } from './timeline.ts'
import { type Call, parseAnswer } from './transport.ts'

/** `after` is HubSpot's; absent on the last page. */
interface Listed {
  readonly objects: readonly CrmObject[]
  readonly after: string | undefined
}

/** How much a list request asks for at once; portals differ in what they grant. */
interface Way {
  readonly history: boolean
  readonly associations: boolean
}
const WAYS: readonly Way[] = [
  { history: true, associations: true },
  { history: false, associations: true },
  { history: true, associations: false },
  { history: false, associations: false },
]

/** HubSpot docs, "Using object APIs": a page is at most 100, at most 50 with history. */
const PAGE = 100
const PAGE_WITH_HISTORY = 50
/** Contacts gathered before their activities are read, so that activity batches are full. */
const GATHER = 200

export interface ListDeps extends ReadDeps {
  readonly now: () => number
}

/** Pages of companies: no activities, 100 a call. */
export async function listCompanies(
  deps: ListDeps,
  cursor: string | undefined,
): Promise<RecordPage> {
  const schema = await deps.schema.of('companies')
  const call: Call = {
    method: 'GET',
    path: PATHS.list('companies'),
    pool: 'general',
    query: {
      limit: String(PAGE),
      archived: 'false',
      properties: recordProperties(schema, 'companies').join(','),
      ...(cursor !== undefined && { after: cursor }),
    },
  }
  const page = parseAnswer(ObjectPage, (await deps.transport(call)).body, call)
  const records = page.results.map((object) =>
    toRecord('companies', narrowed(object, schema), {
      activities: [],
      associatedCompanyId: undefined,
    }),
  )
  return { records, next: page.paging?.next?.after }
}

/** Lists contacts with their activities; remembers the richest request the portal grants. */
export function createContactLister(
  deps: ListDeps,
): (cursor: string | undefined) => Promise<RecordPage> {
  let ways = WAYS

  const listOnce = async (schema: PortalSchema, after: string | undefined): Promise<Listed> => {
    const [way = { history: false, associations: false }, ...poorer] = ways
    try {
      return await listPage(deps, schema, way, after)
    } catch (error) {
      if (!isRefusal(error) || poorer.length === 0) throw error
      ways = poorer
      return await listOnce(schema, after)
    }
  }

  return async (cursor) => {
    const schema = await deps.schema.of('contacts')
    const { objects, after } = await gather((at) => listOnce(schema, at), cursor)
    const ids = await activityIdsOf(deps, objects, ways[0]?.associations === true)
    const activities = await readActivities(deps, ids)
    const records = objects.map((object) => {
      const contact = narrowed(object, schema)
      const told = activities.get(object.id) ?? []
      return toRecord('contacts', contact, {
        activities: timelineOf(signalsOf(contact), told, deps.now()),
        associatedCompanyId: listedCompanyId(object),
      })
    })
    return { records, next: after }
  }
}

async function gather(
  listOnce: (after: string | undefined) => Promise<Listed>,
  cursor: string | undefined,
): Promise<Listed> {
  const objects: CrmObject[] = []
  let after = cursor
  do {
    const page = await listOnce(after)
    objects.push(...page.objects)
    after = page.after
  } while (after !== undefined && objects.length < GATHER)
  return { objects, after }
}

async function listPage(
  deps: ListDeps,
  schema: PortalSchema,
  way: Way,
  after: string | undefined,
): Promise<Listed> {
  const dated = way.history ? DATED_PROPERTIES.filter((name) => schema.fields.includes(name)) : []
  const call: Call = {
    method: 'GET',
    path: PATHS.list('contacts'),
    pool: 'general',
    query: {
      limit: String(dated.length > 0 ? PAGE_WITH_HISTORY : PAGE),
      archived: 'false',
      properties: recordProperties(schema, 'contacts').join(','),
      ...(dated.length > 0 && { propertiesWithHistory: dated.join(',') }),
      ...(way.associations && { associations: ['companies', ...ACTIVITY_TYPES].join(',') }),
      ...(after !== undefined && { after }),
    },
  }
  const page = parseAnswer(ObjectPage, (await deps.transport(call)).body, call)
  return { objects: page.results, after: page.paging?.next?.after }
}

async function activityIdsOf(
  deps: ListDeps,
  objects: readonly CrmObject[],
  listed: boolean,
): Promise<ActivityIds> {
  if (listed) return await listedActivityIds(deps, objects)
  return await findActivityIds(
    deps,
    objects.map(({ id }) => id),
  )
}

function isRefusal(error: unknown): boolean {
  return (
    error instanceof PermanentError &&
    (error.code === 'hubspot-refused' || error.code === 'hubspot-missing-scope')
  )
}
