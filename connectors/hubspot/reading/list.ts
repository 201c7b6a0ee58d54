import type { RecordPage } from '#src/connector-port.ts'
import { type CrmObject, ObjectPage } from '../transport/answers.ts'
import { ACTIVITY_TYPES, PATHS } from '../transport/paths.ts'
import { type Call, parseAnswer } from '../transport/transport.ts'
import { type ActivityIds, findActivityIds } from './activity-reader.ts'
import { type ContactPage, createContactPages } from './contact-pages.ts'
import { type ContactDeps, contactRecords } from './contact-records.ts'
import { listedActivityIds, listedCompanyId } from './listed-associations.ts'
import { narrowed, recordProperties, toRecord } from './records.ts'

/** HubSpot docs, "Using object APIs". */
const PAGE = 100
/**
 * Contacts gathered before their activities are read: each kind ends in a batch that is not full, once
 * for this many contacts.
 */
const GATHER = 1_000

/** Pages of companies: no activities, 100 a call. */
export async function listCompanies(
  deps: ContactDeps,
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
  const coding = { allowList: deps.allowList, vanished: schema.vanished }
  const records = page.results.map((object) =>
    toRecord(coding, 'companies', narrowed(object, schema), {
      activities: [],
      associatedCompanyId: undefined,
    }),
  )
  return { records, next: page.paging?.next?.after }
}

/** Lists contacts with their activities. */
export function createContactLister(
  deps: ContactDeps,
): (cursor: string | undefined) => Promise<RecordPage> {
  const readPage = createContactPages(deps)
  return async (cursor) => {
    const schema = await deps.schema.of('contacts')
    const { objects, after, listed } = await gather(readPage, cursor)
    const activityIds = await activityIdsOf(deps, objects, listed)
    const contacts = objects.map((object) => narrowed(object, schema))
    const companyIdOf = listedCompanyId
    const records = await contactRecords(deps, contacts, { activityIds, companyIdOf })
    return { records, next: after }
  }
}

async function gather(
  readPage: (after: string | undefined) => Promise<ContactPage>,
  cursor: string | undefined,
): Promise<ContactPage> {
  const first = await readPage(cursor)
  const objects = [...first.objects]
  let { after, listed } = first
  while (after !== undefined && objects.length < GATHER) {
    const page = await readPage(after)
    objects.push(...page.objects)
    after = page.after
    // A portal may grant less from one page to the next: then nothing the pages say is relied on.
    if (page.listed.length < listed.length) listed = page.listed
  }
  return { objects, after, listed }
}

/** What the list does not tell is asked by association. */
async function activityIdsOf(
  deps: ContactDeps,
  objects: readonly CrmObject[],
  listed: ContactPage['listed'],
): Promise<ActivityIds> {
  const unlisted = ACTIVITY_TYPES.filter((type) => !listed.includes(type))
  const ids = objects.map(({ id }) => id)
  const told = await listedActivityIds(deps, objects, listed)
  return { ...(await findActivityIds(deps, ids, unlisted)), ...told }
}
