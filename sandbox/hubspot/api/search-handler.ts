import { z } from 'zod'
import { type ObjectType, objectTypeOf } from '#sandbox/hubspot/portal/object-types.ts'
import type { PortalState } from '#sandbox/hubspot/portal/portal-state.ts'
import type { StoredRecord } from '#sandbox/hubspot/portal/record-table.ts'
import { invalid } from '#sandbox/hubspot/portal/refusal.ts'
import { type ApiContext, type ApiHandler, linkWith, parseBody } from './api-context.ts'
import { recordJson } from './record-json.ts'
import { comparableOf, compileFilter, Filter, type Searched, type Test } from './search-filter.ts'
import { visibleTo } from './sensitive.ts'
import { requireScopes } from './tokens.ts'

const MOST_RESULTS = 10_000
const MOST_CHARACTERS = 3_000

const Search = z.object({
  filterGroups: z.array(z.object({ filters: z.array(Filter) })).default([]),
  filters: z.array(Filter).optional(),
  sorts: z
    .array(
      z.union([
        z.string(),
        z.object({
          propertyName: z.string(),
          direction: z.enum(['ASCENDING', 'DESCENDING']).optional(),
        }),
      ]),
    )
    .default([]),
  query: z.string().optional(),
  properties: z.array(z.string()).default([]),
  limit: z.number().int().min(1).max(200).default(10),
  after: z
    .union([z.number().int().min(0), z.string().regex(/^\d*$/)])
    .nullish()
    .transform((after) => Number(after ?? 0)),
})
type Search = z.infer<typeof Search>

/** The "CRM search" guide's limits, each a 400. */
export function searchHandler({ state, now }: ApiContext): ApiHandler {
  return (call) => {
    const type = objectTypeOf(call.params['type'])
    requireScopes(call.token, type.readScopes)
    if (call.bodyLength > MOST_CHARACTERS) {
      throw invalid(`The search query must not exceed ${MOST_CHARACTERS} characters`)
    }
    const search = parseBody(Search, call.body)
    refuseTooMuch(search)
    const test = compileSearch(state, type, search)
    const matching = visibleToSearch(state, type, now()).filter(({ searched }) => test(searched))
    return answerPage(
      { state, type, search, matching: sorted(state, type, search, matching) },
      call,
    )
  }
}

function refuseTooMuch(search: Search): void {
  const groups = search.filterGroups
  const filters = groups.flatMap((group) => group.filters)
  if (groups.length > 5) throw invalid('Too many filter groups: at most 5 are allowed')
  if (groups.some((group) => group.filters.length > 6)) {
    throw invalid('Too many filters in a group: at most 6 are allowed')
  }
  if (filters.length > 18) throw invalid('Too many filters: at most 18 are allowed')
  if (search.sorts.length > 1) throw invalid('Only one sort is allowed')
  if (search.after + search.limit > MOST_RESULTS) {
    throw invalid(`Paging beyond ${MOST_RESULTS} results is not allowed`)
  }
}

interface Hit {
  readonly record: StoredRecord
  readonly searched: Searched
}

/** Archived records never appear, changed ones as they were until the index has caught up. */
function visibleToSearch(state: PortalState, type: ObjectType, at: number): Hit[] {
  return state.table(type).all.flatMap((record) => {
    if (record.archivedAt !== undefined) return []
    const shadow = record.shadows.find(({ until }) => until > at)
    const properties = shadow === undefined ? record.properties : shadow.properties
    return properties === undefined ? [] : [{ record, searched: { id: record.id, properties } }]
  })
}

function compileSearch(state: PortalState, type: ObjectType, search: Search): Test {
  const groups = [
    ...search.filterGroups,
    ...(search.filters === undefined ? [] : [{ filters: search.filters }]),
  ].map(({ filters }) => filters.map((filter) => compileFilter(state, type, filter)))
  const words = search.query?.toLowerCase()
  const named: Test = ({ properties }) =>
    words === undefined ||
    type.searchable.some((name) => properties[name]?.toLowerCase().includes(words))
  if (groups.length === 0) return named
  return (record) => named(record) && groups.some((tests) => tests.every((test) => test(record)))
}

/** Oldest first unless a sort says otherwise; records without the value come last. */
function sorted(
  state: PortalState,
  type: ObjectType,
  search: Search,
  hits: readonly Hit[],
): readonly Hit[] {
  const sort = sortOf(search)
  if (sort === undefined) return hits
  const property = state.properties(type).get(sort.name)
  if (property === undefined)
    throw invalid(`There was a problem with the request: ${sort.name} does not exist`)
  const comparable = comparableOf(property.type)
  const keyed = hits.map((hit) => {
    const value = hit.searched.properties[sort.name]
    return { hit, key: value === undefined ? undefined : comparable(value) }
  })
  const turn = sort.descending ? -1 : 1
  keyed.sort((a, b) => {
    if (a.key === undefined || b.key === undefined) {
      return Number(a.key === undefined) - Number(b.key === undefined)
    }
    if (a.key === b.key) return 0
    return a.key < b.key ? -turn : turn
  })
  return keyed.map(({ hit }) => hit)
}

function sortOf({ sorts: [sort] }: Search): { name: string; descending: boolean } | undefined {
  if (sort === undefined) return undefined
  if (typeof sort !== 'string') {
    return { name: sort.propertyName, descending: sort.direction === 'DESCENDING' }
  }
  return sort.startsWith('-')
    ? { name: sort.slice(1), descending: true }
    : { name: sort, descending: false }
}

function answerPage(
  found: { state: PortalState; type: ObjectType; search: Search; matching: readonly Hit[] },
  call: Parameters<ApiHandler>[0],
): ReturnType<ApiHandler> {
  const { state, type, search, matching } = found
  const end = search.after + search.limit
  const projection = {
    properties: search.properties,
    propertiesWithHistory: [],
    associations: [],
    visible: visibleTo(call.token, type),
  }
  const results = matching
    .slice(search.after, end)
    .map(({ record, searched }) =>
      recordJson(state, type, { ...record, properties: { ...searched.properties } }, projection),
    )
  const next = { after: String(end), link: linkWith(call, String(end)) }
  const paging = end < matching.length && { paging: { next } }
  return { status: 200, body: { total: matching.length, results, ...paging } }
}
