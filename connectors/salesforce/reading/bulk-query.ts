import { parse } from 'csv-parse/sync'
import { z } from 'zod'
import { PermanentError } from '#src/errors.ts'
import type { Row } from '../querying/query.ts'
import { unexpectedAnswer } from '../transport/errors.ts'
import { BULK_QUERY } from '../transport/paths.ts'
import { parseBody, type SalesforceTransport } from '../transport/transport.ts'

/** Results of one page, and where the next one is; absent after the last. */
interface BulkPage {
  readonly rows: readonly Row[]
  readonly next: string | undefined
}

/** Bulk API 2.0 query jobs, driven step by step so that another process can go on with one. */
export interface BulkQueries {
  /** The new job's id; `undefined` where the organisation makes none. */
  open(soql: string): Promise<string | undefined>
  look(job: string): Promise<'ready' | 'working' | 'gone'>
  /** `undefined` when the job or its results are gone: they are kept for seven days. */
  page(job: string, locator: string | undefined): Promise<BulkPage | undefined>
}

/** Rows of one page of results. */
export const BULK_PAGE = 10_000

const Job = z.object({ id: z.string(), state: z.string() })
const OVER = new Set(['Failed', 'Aborted'])

export function createBulkQueries(transport: SalesforceTransport): BulkQueries {
  return {
    async open(soql) {
      const body = { operation: 'query', query: soql, contentType: 'CSV', lineEnding: 'LF' }
      const label = `POST ${BULK_QUERY}`
      const job = transport.request({ method: 'POST', path: BULK_QUERY, body }, (answer) =>
        parseBody(Job, answer, label),
      )
      return (await job.catch(refused))?.id
    },
    async look(job) {
      const path = `${BULK_QUERY}/${job}`
      const found = transport.request({ method: 'GET', path }, (answer) =>
        parseBody(Job, answer, `GET ${BULK_QUERY}`),
      )
      const state = (await found.catch(refused))?.state
      if (state === undefined || OVER.has(state)) return 'gone'
      return state === 'JobComplete' ? 'ready' : 'working'
    },
    async page(job, locator) {
      const from = locator === undefined ? '' : `&locator=${encodeURIComponent(locator)}`
      const path = `${BULK_QUERY}/${job}/results?maxRecords=${BULK_PAGE}${from}`
      const call = {
        method: 'GET',
        path,
        answersText: true,
        headers: { accept: 'text/csv' },
      } as const
      const page = transport.request(call, (body, headers) => ({
        rows: rowsOf(body),
        next: nextOf(headers['sforce-locator']),
      }))
      return await page.catch(refused)
    },
  }
}

/** Without bulk jobs there are queries; what concerns the connection concerns those as well. */
function refused(error: unknown): undefined {
  if (error instanceof PermanentError && REFUSALS.has(error.code)) return undefined
  throw error
}

const REFUSALS = new Set([
  'salesforce-refused',
  'salesforce-not-found',
  'salesforce-access-denied',
  'salesforce-object-hidden',
])

/** Bulk API guide, "Get Results for a Query Job": after the last page the text `null`. */
function nextOf(locator: string | undefined): string | undefined {
  return locator === undefined || locator === 'null' ? undefined : locator
}

/** Columns named by path become rows as a query answers them; an empty cell is no value. */
function rowsOf(body: unknown): readonly Row[] {
  if (typeof body !== 'string') throw unexpectedAnswer(`GET ${BULK_QUERY}`)
  const [head = [], ...lines] = parse(body, { skip_empty_lines: true })
  return lines.map((cells) => rowOf(head, cells))
}

function withField(parent: unknown, field: string, value: unknown): Row {
  return typeof parent === 'object' ? { ...parent, [field]: value } : { [field]: value }
}

function rowOf(head: readonly string[], cells: readonly string[]): Row {
  const row: Record<string, unknown> = {}
  for (const [index, path] of head.entries()) {
    const value = cells[index] === '' ? null : cells[index]
    const [name = '', field] = path.split('.')
    if (field === undefined) row[name] = value
    else row[name] = withField(row[name], field, value)
  }
  return row
}
