import { PermanentError } from '#src/errors.ts'
import type { CallCounter } from '../call-counter.ts'
import type { Org } from '../org.ts'
import type { Values, Writer } from '../saving/read-values.ts'
import { notSaved, type SaveResult, saveError } from '../saving/save-result.ts'
import type { Saving } from '../saving/saving.ts'
import type { ObjectDef } from '../schema/object.ts'
import { isValues, valuesOf } from './object-named.ts'
import { retrieveRoute } from './retrieve-route.ts'
import { type ApiCall, type ApiReply, ok, type Route } from './route.ts'
import { writerOf } from './writer-of.ts'

const MOST_RECORDS = 200
const MOST_CHUNKS = 10

interface Job {
  /** Which chunk of equal types a record belongs to. */
  readonly type: string
  readonly id: string | undefined
  readonly save: () => SaveResult
}

/** sObject Collections: up to 200 records a request, one result each, in order. */
export function collectionRoutes(org: Org, saving: Saving, calls: CallCounter): readonly Route[] {
  const pattern = '/composite/sobjects'

  function write(call: ApiCall, operation: 'create' | 'update'): ApiReply {
    const body = valuesOf(call.body)
    const records = Array.isArray(body['records']) ? body['records'] : []
    const jobs = records.map((record) => jobOf(org, saving, writerOf(call), operation, record))
    return run(jobs, body['allOrNone'] === true)
  }

  function remove(call: ApiCall): ApiReply {
    const ids = (call.query.get('ids') ?? '').split(',').filter((id) => id !== '')
    const writer = writerOf(call)
    const jobs = ids.map(
      (id): Job => ({
        type: id.slice(0, 3),
        id,
        save: () => saving.remove(writer, id),
      }),
    )
    return run(jobs, call.query.get('allOrNone') === 'true')
  }

  function run(jobs: readonly Job[], allOrNone: boolean): ApiReply {
    refuseTooMuch(jobs)
    const results = org.records.transaction((undo) => {
      const each = saveEach(jobs)
      if (!allOrNone || each.every(({ success }) => success)) return each
      undo()
      return each.map((result) => (result.success ? rolledBack(result.id) : result))
    })
    calls.countCollectionWrite(jobs.length)
    return ok(results)
  }

  return [
    { method: 'POST', pattern, kind: 'collections', handle: (call) => write(call, 'create') },
    { method: 'PATCH', pattern, kind: 'collections', handle: (call) => write(call, 'update') },
    { method: 'DELETE', pattern, kind: 'collections', handle: remove },
    retrieveRoute(org),
  ]
}

function jobOf(
  org: Org,
  saving: Saving,
  writer: Writer,
  operation: 'create' | 'update',
  record: unknown,
): Job {
  const values = valuesOf(record)
  const object = typeOf(org, values)
  const id = Object.entries(values).find(([name]) => name.toLowerCase() === 'id')?.[1]
  if (operation === 'create') {
    const save = (): SaveResult => saving.create(writer, object, values)
    return { type: object.name, id: undefined, save }
  }
  const save = (): SaveResult => saving.update(writer, object, id, values)
  return { type: object.name, id: typeof id === 'string' ? id : undefined, save }
}

function typeOf(org: Org, values: Values): ObjectDef {
  const attributes = values['attributes']
  const type = isValues(attributes) ? attributes['type'] : undefined
  if (typeof type !== 'string') {
    throw new PermanentError('INVALID_INPUT', "The record's attributes must name its type")
  }
  const object = org.schema.object(type)
  if (object !== undefined) return object
  throw new PermanentError('INVALID_TYPE', `sObject type '${type}' is not supported.`)
}

/** REST API guide, "sObject Collections": 200 records and ten chunks of one type each. */
function refuseTooMuch(jobs: readonly Job[]): void {
  if (jobs.length > MOST_RECORDS) {
    throw new PermanentError(
      'EXCEEDED_ID_LIMIT',
      `record limit reached. cannot submit more than ${MOST_RECORDS} records into this call`,
    )
  }
  const chunks = jobs.filter(({ type }, at) => type !== jobs[at - 1]?.type).length
  if (chunks > MOST_CHUNKS) {
    throw new PermanentError(
      'LIMIT_EXCEEDED',
      `Cannot have more than ${MOST_CHUNKS} chunks in a single operation. Please rearrange the data to reduce chunking.`,
    )
  }
}

function saveEach(jobs: readonly Job[]): readonly SaveResult[] {
  const seen = new Set<string>()
  return jobs.map(({ id, save }) => {
    if (id === undefined) return save()
    const key = id.slice(0, 15)
    if (seen.has(key)) {
      return { ...notSaved(saveError('DUPLICATE_VALUE', 'duplicate id in list', ['Id'])), id }
    }
    seen.add(key)
    return save()
  })
}

function rolledBack(id: string): SaveResult {
  const message =
    'Record rolled back because not all records were valid and the request was using AllOrNone header'
  return { ...notSaved(saveError('ALL_OR_NONE_OPERATION_ROLLED_BACK', message)), id }
}
