import { z } from 'zod'
import { PermanentError } from '#src/errors.ts'
import { vendorErrors } from './error-body.ts'
import { failureOf, unexpectedAnswer } from './errors.ts'
import {
  COMPOSITE,
  nextPagePath,
  pathLabel,
  queryPath,
  TOOLING_COMPOSITE,
  toolingQueryPath,
} from './paths.ts'
import { parseBody, type SalesforceTransport } from './transport.ts'

export type Row = Readonly<Record<string, unknown>>

export interface Query {
  readonly soql: string
  /** Also rows in the recycle bin. */
  readonly deleted?: boolean
}

/** Rows of one query of several, or why Salesforce refused that one. */
export type QueryOutcome = { readonly rows: readonly Row[] } | { readonly refused: PermanentError }

export interface Querier {
  rows(query: Query): Promise<readonly Row[]>
  /** In order. Five queries cost one call. Throws TransientError when one of them may work later. */
  outcomes(queries: readonly Query[]): Promise<readonly QueryOutcome[]>
}

/** REST guide, "Send Multiple Requests Using Composite": at most 5 queries among its subrequests. */
const QUERIES_PER_CALL = 5

const Page = z.object({
  records: z.array(z.record(z.string(), z.unknown())),
  done: z.boolean().optional(),
  nextRecordsUrl: z.string().nullish(),
})
type Page = z.infer<typeof Page>

const CompositeAnswer = z.object({
  compositeResponse: z.array(
    z.object({ body: z.unknown(), httpStatusCode: z.number(), referenceId: z.string() }),
  ),
})

/** Where queries go: the ordinary API, or the Tooling API with its own objects. */
export interface QueryApi {
  readonly composite: string
  readonly queryPath: (soql: string, deleted: boolean) => string
}

const DATA_API: QueryApi = { composite: COMPOSITE, queryPath }
export const TOOLING_API: QueryApi = { composite: TOOLING_COMPOSITE, queryPath: toolingQueryPath }

/** Queries read to their last page, singly or five at a time. */
export function createQuerier(transport: SalesforceTransport, api: QueryApi = DATA_API): Querier {
  let compositeMissing = false
  const rows = async (query: Query): Promise<readonly Row[]> =>
    readOn(transport, await getPage(transport, api.queryPath(query.soql, query.deleted ?? false)))
  const singly = async (query: Query): Promise<QueryOutcome> =>
    await rows(query).then((found) => ({ rows: found }), refusalOf)

  const batch = async (queries: readonly Query[]): Promise<readonly QueryOutcome[]> => {
    if (queries.length === 1 || compositeMissing) return await inTurn(queries, singly)
    try {
      const pages = await postComposite(transport, api, queries)
      return await inTurn(pages, async (page) =>
        page instanceof PermanentError
          ? { refused: page }
          : { rows: await readOn(transport, page) },
      )
    } catch (error) {
      if (!isMissing(error)) throw error
      compositeMissing = true
      return await inTurn(queries, singly)
    }
  }
  return {
    rows,
    outcomes: async (queries) => {
      const outcomes: QueryOutcome[] = []
      for (let start = 0; start < queries.length; start += QUERIES_PER_CALL) {
        outcomes.push(...(await batch(queries.slice(start, start + QUERIES_PER_CALL))))
      }
      return outcomes
    },
  }
}

/** The rows, or the refusal as an error. */
export function rowsOf(outcome: QueryOutcome | undefined): readonly Row[] {
  if (outcome === undefined) return []
  if ('refused' in outcome) throw outcome.refused
  return outcome.rows
}

async function postComposite(
  transport: SalesforceTransport,
  { composite: path, queryPath }: QueryApi,
  queries: readonly Query[],
): Promise<readonly (Page | PermanentError)[]> {
  const compositeRequest = queries.map(({ soql, deleted = false }, index) => ({
    method: 'GET',
    url: queryPath(soql, deleted),
    referenceId: `q${index}`,
  }))
  const body = { allOrNone: false, compositeRequest }
  return await transport.request({ method: 'POST', path, body }, (answer) => {
    const { compositeResponse } = parseBody(CompositeAnswer, answer, `POST ${path}`)
    const byReference = new Map(compositeResponse.map((part) => [part.referenceId, part]))
    return compositeRequest.map(({ referenceId, url }, index) =>
      pageOf(byReference.get(referenceId) ?? compositeResponse[index], `GET ${pathLabel(url)}`),
    )
  })
}

/** Throws what may pass, so that the whole call is tried again; a refusal stays with its query. */
function pageOf(
  part: { body?: unknown; httpStatusCode: number } | undefined,
  label: string,
): Page | PermanentError {
  if (part === undefined) throw unexpectedAnswer(label)
  const status = part.httpStatusCode
  if (status >= 200 && status < 300) return parseBody(Page, part.body, label)
  const failure = failureOf({ status, errors: vendorErrors(part.body), label })
  const passes = !(failure instanceof PermanentError) || failure.code === 'salesforce-session-ended'
  if (passes) throw failure
  return failure
}

async function getPage(transport: SalesforceTransport, path: string): Promise<Page> {
  return await transport.request({ method: 'GET', path }, (body) =>
    parseBody(Page, body, `GET ${pathLabel(path)}`),
  )
}

/** Every further page. Salesforce may give fewer rows than a page holds; only `done` ends a query. */
async function readOn(transport: SalesforceTransport, first: Page): Promise<readonly Row[]> {
  const rows: Row[] = [...first.records]
  const seen = new Set<string>()
  let page = first
  while (page.nextRecordsUrl != null && page.done !== true) {
    const path = nextPagePath(page.nextRecordsUrl)
    if (seen.has(path)) throw unfinished('Salesforce gave the same page of a query again.')
    seen.add(path)
    page = await getPage(transport, path)
    for (const row of page.records) rows.push(row)
  }
  if (page.done === false) throw unfinished('A query of Salesforce ended before it was done.')
  return rows
}

function unfinished(message: string): PermanentError {
  return new PermanentError('salesforce-query-unfinished', message)
}

async function inTurn<T, R>(items: readonly T[], work: (item: T) => Promise<R>): Promise<R[]> {
  const results: R[] = []
  for (const item of items) results.push(await work(item))
  return results
}

function refusalOf(error: unknown): QueryOutcome {
  if (error instanceof PermanentError && REFUSALS.has(error.code)) return { refused: error }
  throw error
}

/** What concerns one query alone; anything else concerns the connection. */
const REFUSALS = new Set([
  'salesforce-field-hidden',
  'salesforce-object-hidden',
  'salesforce-access-denied',
  'salesforce-not-found',
  'salesforce-refused',
])

function isMissing(error: unknown): boolean {
  return error instanceof PermanentError && error.code === 'salesforce-not-found'
}
