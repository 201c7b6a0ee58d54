import { PermanentError } from '#src/errors.ts'
import { makeId } from '../ids.ts'
import type { Org } from '../org.ts'
import { parseQuery } from '../soql/parse-query.ts'
import { presentRow } from '../soql/present-row.ts'
import { type QueryAnswer, runQuery } from '../soql/run-query.ts'
import { malformedQuery } from '../soql/tokenize.ts'
import { type ApiCall, type ApiReply, ok, type Route } from './route.ts'

const LARGEST_PAGE = 2000
const SMALLEST_PAGE = 200
/** App Limits Cheatsheet, "API Query Cursors": results are kept two days. */
const CURSOR_KEPT_MS = 2 * 86_400_000

interface Cursor {
  readonly answer: QueryAnswer
  readonly pageSize: number
  readonly resource: string
  readonly openedAt: number
}

/** `/query`, `/queryAll` and their pages. */
export function queryRoutes(org: Org): readonly Route[] {
  const cursors = new Map<string, Cursor>()
  let opened = 0

  function open(call: ApiCall, withDeleted: boolean): ApiReply {
    const soql = call.query.get('q')
    if (soql === null || soql === '') throw malformedQuery('A query string has to be specified')
    const answer = runQuery({ org, userId: call.userId, withDeleted }, parseQuery(soql))
    if (answer.isCount) return ok({ totalSize: answer.rows.length, done: true, records: [] })
    const pageSize = pageSizeOf(call)
    const resource = withDeleted ? 'queryAll' : 'query'
    const cursor = { answer, pageSize, resource, openedAt: org.now() }
    if (answer.rows.length <= pageSize) return page(call, cursor, '', 0)
    opened += 1
    const locator = makeId('01g', opened)
    cursors.set(locator, cursor)
    return page(call, cursor, locator, 0)
  }

  function more(call: ApiCall): ApiReply {
    const [locator = '', start = ''] = (call.params['locator'] ?? '').split('-')
    const cursor = cursors.get(locator)
    if (cursor === undefined || org.now() - cursor.openedAt > CURSOR_KEPT_MS) {
      cursors.delete(locator)
      throw new PermanentError('INVALID_QUERY_LOCATOR', 'invalid query locator')
    }
    return page(call, cursor, locator, Number(start))
  }

  function page(call: ApiCall, cursor: Cursor, locator: string, start: number): ApiReply {
    const { answer, pageSize, resource } = cursor
    const end = start + pageSize
    const done = end >= answer.rows.length
    const next = `/services/data/v${call.version}/${resource}/${locator}-${end}`
    return ok({
      totalSize: answer.rows.length,
      done,
      ...(done ? {} : { nextRecordsUrl: next }),
      records: answer.rows
        .slice(start, end)
        .map((row) => presentRow(org, answer.object.name, answer.paths, row, call.version)),
    })
  }

  return [
    { method: 'GET', pattern: '/query', kind: 'query', handle: (call) => open(call, false) },
    { method: 'GET', pattern: '/queryAll', kind: 'query', handle: (call) => open(call, true) },
    { method: 'GET', pattern: '/query/:locator', kind: 'query', handle: more },
    { method: 'GET', pattern: '/queryAll/:locator', kind: 'query', handle: more },
  ]
}

/** REST API guide, "Query Options Header": 200 to 2,000, default 2,000. */
function pageSizeOf(call: ApiCall): number {
  const asked = /batchSize\s*=\s*(\d+)/i.exec(call.headers['sforce-query-options'] ?? '')?.[1]
  const size = asked === undefined ? LARGEST_PAGE : Number(asked)
  return Math.min(LARGEST_PAGE, Math.max(SMALLEST_PAGE, size))
}
