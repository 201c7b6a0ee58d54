import { errorCode } from '#src/errors.ts'
import { type CrmObject, ObjectPage } from '../transport/answers.ts'
import { ACTIVITY_TYPES, type ActivityType, PATHS } from '../transport/paths.ts'
import { type Call, parseAnswer } from '../transport/transport.ts'
import type { ReadDeps } from './activity-reader.ts'
import { DATED_PROPERTIES } from './contact-signals.ts'
import { recordProperties } from './records.ts'

/** A page of contacts; `after` is HubSpot's and absent on the last one. */
export interface ContactPage {
  readonly objects: readonly CrmObject[]
  readonly after: string | undefined
  /** Of which the page says what hangs on its contacts; the others are to be asked for apart. */
  readonly listed: readonly ActivityType[]
}

/** How much a list request asks for at once; portals differ in what they grant. */
interface Way {
  readonly history: boolean
  readonly associations: 'all' | 'open' | 'none'
}

/** HubSpot docs, "Using object APIs": a page is at most 100, at most 50 with history. */
const PAGE = 100
const PAGE_WITH_HISTORY = 50

/** By what a list may tell: everything, what needs no scope but that of contacts, or nothing. */
const LISTED: Readonly<Record<Way['associations'], readonly ActivityType[]>> = {
  all: ACTIVITY_TYPES,
  open: ACTIVITY_TYPES.filter((type) => type !== 'emails' && type !== 'deals'),
  none: [],
}

/** Reads pages of contacts; remembers the richest request the portal grants. */
export function createContactPages(
  deps: ReadDeps,
): (after: string | undefined) => Promise<ContactPage> {
  let way: Way = { history: true, associations: 'all' }
  const read = async (after: string | undefined): Promise<ContactPage> => {
    try {
      return await readPage(deps, way, after)
    } catch (error) {
      const next = poorerThan(way, errorCode(error))
      if (next === undefined) throw error
      way = next
      return await read(after)
    }
  }
  return read
}

/** A missing scope is that of an association; anything else is tried without history first. */
function poorerThan({ history, associations }: Way, code: string): Way | undefined {
  if (code === 'hubspot-missing-scope' && associations !== 'none') {
    return { history, associations: associations === 'all' ? 'open' : 'none' }
  }
  if (code !== 'hubspot-refused') return undefined
  if (history) return { history: false, associations }
  return associations === 'none' ? undefined : { history: true, associations: 'none' }
}

async function readPage(
  deps: ReadDeps,
  { history, associations }: Way,
  after: string | undefined,
): Promise<ContactPage> {
  const schema = await deps.schema.of('contacts')
  const dated = history ? DATED_PROPERTIES.filter((name) => schema.fields.includes(name)) : []
  const listed = LISTED[associations]
  const call: Call = {
    method: 'GET',
    path: PATHS.list('contacts'),
    pool: 'general',
    query: {
      limit: String(dated.length > 0 ? PAGE_WITH_HISTORY : PAGE),
      archived: 'false',
      properties: recordProperties(schema, 'contacts').join(','),
      ...(dated.length > 0 && { propertiesWithHistory: dated.join(',') }),
      ...(listed.length > 0 && { associations: ['companies', ...listed].join(',') }),
      ...(after !== undefined && { after }),
    },
  }
  const page = parseAnswer(ObjectPage, (await deps.transport(call)).body, call)
  return { objects: page.results, after: page.paging?.next?.after, listed }
}
