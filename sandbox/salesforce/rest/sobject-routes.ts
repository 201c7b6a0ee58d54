import { PermanentError } from '#src/errors.ts'
import { normalizeId } from '../ids.ts'
import type { Org } from '../org.ts'
import type { Row } from '../row.ts'
import type { Saving } from '../saving/saving.ts'
import type { ObjectDef } from '../schema/object.ts'
import { presentRow } from '../soql/present-row.ts'
import { resolvePath } from '../soql/resolve-path.ts'
import { replyToSaveErrors } from './api-error.ts'
import { objectNamed, valuesOf } from './object-named.ts'
import { type ApiCall, type ApiReply, noContent, ok, type Route } from './route.ts'
import { writerOf } from './writer-of.ts'

/** One record at a time. */
export function sobjectRoutes(org: Org, saving: Saving): readonly Route[] {
  const pattern = '/sobjects/:type/:id'
  return [
    {
      method: 'POST',
      pattern: '/sobjects/:type',
      kind: 'sobject',
      handle: (call) => {
        const object = objectNamed(org, call.params['type'])
        const result = saving.create(writerOf(call), object, valuesOf(call.body))
        return result.success ? { status: 201, body: result } : replyToSaveErrors(result.errors)
      },
    },
    { method: 'GET', pattern, kind: 'sobject', handle: (call) => readOne(org, call) },
    {
      method: 'PATCH',
      pattern,
      kind: 'sobject',
      handle: (call) => {
        const object = objectNamed(org, call.params['type'])
        const id = call.params['id']
        const result = saving.update(writerOf(call), object, id, valuesOf(call.body))
        return result.success ? noContent : replyToSaveErrors(result.errors)
      },
    },
    {
      method: 'DELETE',
      pattern,
      kind: 'sobject',
      handle: (call) => {
        objectNamed(org, call.params['type'])
        const result = saving.remove(writerOf(call), call.params['id'])
        return result.success ? noContent : replyToSaveErrors(result.errors)
      },
    },
  ]
}

function readOne(org: Org, call: ApiCall): ApiReply {
  const object = objectNamed(org, call.params['type'])
  const row = findRow(org, object, call.params['id'] ?? '')
  const names = call.query
    .get('fields')
    ?.split(',')
    .map((name) => name.trim())
  const fields = names ?? org.access.visible(call.userId, object).map(({ name }) => name)
  const paths = fields.map((name) => resolvePath(org, call.userId, object, name.split('.')))
  return ok(presentRow(org, object.name, paths, row, call.version))
}

function findRow(org: Org, object: ObjectDef, id: string): Row {
  const row = org.records.get(object.name, normalizeId(id) ?? '')
  if (row === undefined) {
    throw new PermanentError('NOT_FOUND', 'The requested resource does not exist')
  }
  if (row['IsDeleted'] === true) throw new PermanentError('ENTITY_IS_DELETED', 'entity is deleted')
  return row
}
