import type { PermanentError } from '#src/errors.ts'
import { COMPOSITE, queryPath, TOOLING_COMPOSITE, toolingQueryPath } from '../transport/paths.ts'
import type { SalesforceTransport } from '../transport/transport.ts'
import { getPage, getPagesTogether, isMissing, type Row, refusalOf } from './query-page.ts'
import { type AskPages, readStreams, type Stream } from './query-rounds.ts'

export type { Row } from './query-page.ts'

export interface Query {
  readonly soql: string
  /** Also rows in the recycle bin and archived activities. */
  readonly deleted?: boolean
}

/** Rows of one query of several, or why Salesforce refused that one. */
export type QueryOutcome = { readonly rows: readonly Row[] } | { readonly refused: PermanentError }

export interface Querier {
  rows(query: Query): Promise<readonly Row[]>
  /** In order. Five pages cost one call. Throws TransientError when one of them may work later. */
  outcomes(queries: readonly Query[]): Promise<readonly QueryOutcome[]>
  /** Hands over page by page what the streams give. */
  streams(streams: readonly Stream[]): Promise<void>
}

/** A query of the ordinary API whose pages go to `take`; a refusal is thrown. */
export function streamOf({ soql, deleted = false }: Query, take: Stream['take']): Stream {
  return {
    path: queryPath(soql, deleted),
    take,
    refuse: (refused) => {
      throw refused
    },
  }
}

/** A stream that gathers its rows. */
export function gather(query: Query): { readonly stream: Stream; readonly rows: readonly Row[] } {
  const rows: Row[] = []
  const stream = streamOf(query, (part) => {
    for (const row of part.rows) rows.push(row)
    return {}
  })
  return { stream, rows }
}

/** Where queries go: the ordinary API, or the Tooling API with its own objects. */
export interface QueryApi {
  readonly composite: string
  readonly queryPath: (soql: string, deleted: boolean) => string
}

const DATA_API: QueryApi = { composite: COMPOSITE, queryPath }
export const TOOLING_API: QueryApi = { composite: TOOLING_COMPOSITE, queryPath: toolingQueryPath }

/** Queries read to their last page, singly or five at a time. */
export function createQuerier(transport: SalesforceTransport, api: QueryApi = DATA_API): Querier {
  const ask = pagesFrom(transport, api)
  const outcomes = async (queries: readonly Query[]): Promise<readonly QueryOutcome[]> => {
    const found: { rows: Row[]; refused?: PermanentError }[] = queries.map(() => ({ rows: [] }))
    const streams = queries.map(({ soql, deleted = false }, index): Stream => {
      const own = found[index]
      return {
        path: api.queryPath(soql, deleted),
        take: ({ rows }) => {
          for (const row of rows) own?.rows.push(row)
          return {}
        },
        refuse: (refused) => {
          if (own !== undefined) own.refused = refused
          return {}
        },
      }
    })
    await readStreams(ask, streams)
    return found.map(({ rows, refused }) => (refused === undefined ? { rows } : { refused }))
  }
  return {
    outcomes,
    rows: async (query) => rowsOf((await outcomes([query]))[0]),
    streams: (streams) => readStreams(ask, streams),
  }
}

/** Five at once where the organisation has the composite resource, else one after the other. */
function pagesFrom(transport: SalesforceTransport, api: QueryApi): AskPages {
  let compositeMissing = false
  const singly: AskPages = async (paths) => {
    const pages = []
    for (const path of paths) pages.push(await getPage(transport, path).catch(refusalOf))
    return pages
  }
  return async (paths) => {
    if (paths.length === 1 || compositeMissing) return await singly(paths)
    try {
      return await getPagesTogether(transport, api.composite, paths)
    } catch (error) {
      if (!isMissing(error)) throw error
      compositeMissing = true
      return await singly(paths)
    }
  }
}

/** The rows, or the refusal as an error. */
export function rowsOf(outcome: QueryOutcome | undefined): readonly Row[] {
  if (outcome === undefined) return []
  if ('refused' in outcome) throw outcome.refused
  return outcome.rows
}
