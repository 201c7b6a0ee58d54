import { PermanentError } from '#src/errors.ts'
import { normalizeId } from '../ids.ts'
import type { Org } from '../org.ts'
import { presentRow } from '../soql/present-row.ts'
import { resolvePath } from '../soql/resolve-path.ts'
import { objectNamed, valuesOf } from './object-named.ts'
import { type ApiCall, type ApiReply, ok, type Route } from './route.ts'

const MOST_IDS = 2000

/** Many records of one type by id; one the user cannot reach is null in its place. */
export function retrieveRoute(org: Org): Route {
  const handle = (call: ApiCall): ApiReply => {
    const object = objectNamed(org, call.params['type'])
    const body = valuesOf(call.body)
    const ids = strings(body['ids'])
    if (ids.length > MOST_IDS) {
      throw new PermanentError('EXCEEDED_ID_LIMIT', `cannot retrieve more than ${MOST_IDS} records`)
    }
    const paths = strings(body['fields']).map((name) =>
      resolvePath(org, call.userId, object, name.split('.')),
    )
    const records = ids.map((id) => {
      const row = org.records.get(object.name, normalizeId(id) ?? '')
      if (row === undefined || row['IsDeleted'] === true) return null
      return presentRow(org, object.name, paths, row, call.version)
    })
    return ok(records)
  }
  return { method: 'POST', pattern: '/composite/sobjects/:type', kind: 'collections', handle }
}

function strings(value: unknown): readonly string[] {
  if (Array.isArray(value) && value.every((item) => typeof item === 'string')) return value
  throw new PermanentError('JSON_PARSER_ERROR', 'ids and fields must be lists of strings')
}
