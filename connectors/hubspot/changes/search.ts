import { type CrmObject, epochMs, ObjectPage } from '../transport/answers.ts'
import { type HubspotType, PATHS } from '../transport/paths.ts'
import { type Call, parseAnswer, type Transport } from '../transport/transport.ts'

/** HubSpot docs, "Search the CRM": page size and the result after which an answer is an error. */
const PAGE = 200
const WALL = 10_000
/** Where one search stops, so that a poll ends; the next one goes on from there. */
const MAX_PAGES = 500

interface Filter {
  readonly propertyName: string
  readonly operator: 'GTE' | 'GT' | 'EQ'
  readonly value: string
}

interface Query {
  readonly filters: readonly Filter[]
  readonly sortBy: string
  readonly after: number
}

export interface ModifiedSearch {
  readonly type: HubspotType
  /** Property that holds the modification stamp. */
  readonly stampProperty: string
  readonly properties: readonly string[]
  readonly fromMs: number
}

export interface Modified {
  readonly object: CrmObject
  readonly stamp: number
}

/** Makes one search request; `undefined` where this type cannot be searched. */
export type SearchPage = (call: Call) => Promise<Awaited<ReturnType<Transport>> | undefined>

/**
 * Hands over objects modified at or after `fromMs`, oldest first, and says whether that was all of them.
 * Every page starts anew at the last stamp instead of at an offset: an object modified meanwhile moves to
 * the end, and offsets would then step over its successor. Offsets are used only among objects of one
 * stamp, and beyond the wall their ids. An object may come twice.
 */
export async function searchModified(
  search: SearchPage,
  request: ModifiedSearch,
  onPage: (found: readonly Modified[]) => void,
): Promise<{ complete: boolean }> {
  let from = request.fromMs
  let after = 0
  for (let page = 0; page < MAX_PAGES; page++) {
    const found = await searchOnce(search, request, {
      filters: [filter(request.stampProperty, 'GTE', from)],
      sortBy: request.stampProperty,
      after,
    })
    onPage(found)
    if (found.length < PAGE) return { complete: true }
    const last = found.at(-1)?.stamp ?? from
    after = last > from ? 0 : after + PAGE
    from = Math.max(from, last)
    if (after + PAGE > WALL) {
      await searchOneStamp(search, request, from, onPage)
      from += 1
      after = 0
    }
  }
  return { complete: false }
}

/** More objects than a search may show, all stamped alike, as a bulk import leaves them: by id. */
async function searchOneStamp(
  search: SearchPage,
  request: ModifiedSearch,
  stamp: number,
  onPage: (found: readonly Modified[]) => void,
): Promise<void> {
  let lastId = '0'
  for (;;) {
    const found = await searchOnce(search, request, {
      filters: [filter(request.stampProperty, 'EQ', stamp), filter('hs_object_id', 'GT', lastId)],
      sortBy: 'hs_object_id',
      after: 0,
    })
    onPage(found)
    const next = found.at(-1)?.object.id
    if (found.length < PAGE || next === undefined || next === lastId) return
    lastId = next
  }
}

async function searchOnce(
  search: SearchPage,
  { type, properties, stampProperty }: ModifiedSearch,
  { filters, sortBy, after }: Query,
): Promise<Modified[]> {
  const call: Call = {
    method: 'POST',
    path: PATHS.search(type),
    pool: 'search',
    body: {
      filterGroups: [{ filters }],
      sorts: [{ propertyName: sortBy, direction: 'ASCENDING' }],
      properties,
      limit: PAGE,
      after: String(after),
    },
  }
  const answer = await search(call)
  if (answer === undefined) return []
  return parseAnswer(ObjectPage, answer.body, call).results.map((object) => ({
    object,
    stamp: epochMs(object.properties?.[stampProperty]) ?? epochMs(object.updatedAt) ?? 0,
  }))
}

function filter(
  propertyName: string,
  operator: Filter['operator'],
  value: number | string,
): Filter {
  return { propertyName, operator, value: String(value) }
}
