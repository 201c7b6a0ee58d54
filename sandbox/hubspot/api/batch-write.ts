import { z } from 'zod'
import type { Mutation } from '#sandbox/hubspot/portal/mutation.ts'
import { type ObjectType, objectTypeOf } from '#sandbox/hubspot/portal/object-types.ts'
import {
  checkValues,
  problemsMessage,
  valuesRefused,
} from '#sandbox/hubspot/portal/property-values.ts'
import { invalid, Refusal, type RowError } from '#sandbox/hubspot/portal/refusal.ts'
import { type ApiCall, type ApiContext, type ApiHandler, parseBody } from './api-context.ts'
import { batchAnswer, missingError, readBatch } from './batch-answer.ts'
import { createMutations } from './create-record.ts'
import { recordJson } from './record-json.ts'
import { requireSensitiveWrite, visibleTo } from './sensitive.ts'
import { requireScopes } from './tokens.ts'
import { requiredProblem } from './write-rules.ts'

const Input = z.object({
  properties: z.record(z.string(), z.unknown()),
  objectWriteTraceId: z.string().optional(),
})
const Update = z.object({
  inputs: z.array(Input.extend({ id: z.coerce.string(), idProperty: z.string().nullish() })),
})
type UpdateInput = z.infer<typeof Update>['inputs'][number]

/** All rows or none, unless every row carries a trace id of its own. */
export function batchUpdateHandler(context: ApiContext): ApiHandler {
  const { state } = context
  return (call) => {
    const type = objectTypeOf(call.params['type'])
    requireScopes(call.token, type.writeScopes)
    const { inputs } = parseBody(Update, call.body)
    readBatch(inputs, 100)
    refuseOddIds(type, inputs)
    requireSensitiveWrite(state, { token: call.token, type, names: namesOf(inputs) })
    const { passed, errors } = checkRows(context, type, inputs)
    const { there, missing } = partition(context, type, passed)
    const common = { type: type.id, at: context.now(), source: context.appSource }
    context.commit(
      there.map(({ id, values }) => ({ op: 'update', id, properties: values, ...common })),
    )
    return batchAnswer(context.now(), {
      status: 200,
      results: there.map(({ id, values }) => rowJson(context, call, type, { id, values })),
      errors: [...errors, ...missingError(type, missing)],
    })
  }
}

/** A repeated id or a lookup by a property that is not unique refuses the batch as a whole. */
function refuseOddIds(type: ObjectType, inputs: readonly UpdateInput[]): void {
  const other = inputs.find(({ idProperty }) => idProperty && idProperty !== 'hs_object_id')
  if (other !== undefined) {
    throw invalid(
      `Unable to perform update/upsert by non-unique ${type.id} property ${other.idProperty}`,
    )
  }
  const ids = inputs.map(({ id }) => id)
  const twice = [...new Set(ids.filter((id, at) => ids.indexOf(id) !== at))]
  if (twice.length === 0) return
  throw invalid(`Duplicate IDs found in batch input: [${twice.join(', ')}]`)
}

interface CheckedRow {
  readonly id: string
  readonly values: Readonly<Record<string, string>>
}

function checkRows(
  { state, rules }: ApiContext,
  type: ObjectType,
  inputs: readonly UpdateInput[],
): { passed: CheckedRow[]; errors: RowError[] } {
  const traced = areTraced(inputs) && !rules.traceIdsIgnored
  const passed: CheckedRow[] = []
  const errors: RowError[] = []
  for (const { id, properties, objectWriteTraceId } of inputs) {
    const rule = requiredProblem(rules, id, properties)
    const { values, problems } = rule
      ? { values: undefined, problems: [rule] }
      : checkValues(state, type, properties)
    if (problems === undefined) passed.push({ id, values })
    else if (!traced) throw valuesRefused(state, problems)
    else errors.push(tracedError(objectWriteTraceId, problemsMessage(state, problems)))
  }
  return { passed, errors }
}

/** Partial success needs a unique `objectWriteTraceId` on every input. */
function areTraced(inputs: readonly { objectWriteTraceId?: string | undefined }[]): boolean {
  const traces = new Set(inputs.flatMap(({ objectWriteTraceId }) => objectWriteTraceId ?? []))
  return traces.size === inputs.length
}

function tracedError(traceId: string | undefined, message: string): RowError {
  const context = { objectWriteTraceId: [traceId ?? ''] }
  return { status: 'error', category: 'VALIDATION_ERROR', message, context }
}

/** An id that is no number at all is passed over in silence (api-client issue 548). */
function partition(
  { state }: ApiContext,
  type: ObjectType,
  rows: readonly CheckedRow[],
): { there: CheckedRow[]; missing: string[] } {
  const numeric = rows.filter(({ id }) => /^\d+$/.test(id))
  const exists = ({ id }: CheckedRow) => {
    const record = state.table(type).get(id)
    return record !== undefined && record.archivedAt === undefined
  }
  return {
    there: numeric.filter(exists),
    missing: numeric.filter((row) => !exists(row)).map(({ id }) => id),
  }
}

const Create = z.object({
  inputs: z.array(
    Input.extend({
      associations: z
        .array(
          z.object({
            to: z.object({ id: z.coerce.string() }),
            types: z.array(z.object({ associationTypeId: z.number() })),
          }),
        )
        .default([]),
    }),
  ),
})

export function batchCreateHandler(context: ApiContext): ApiHandler {
  return (call) => {
    const type = objectTypeOf(call.params['type'])
    requireScopes(call.token, type.writeScopes)
    const { inputs } = parseBody(Create, call.body)
    readBatch(inputs, 100)
    requireSensitiveWrite(context.state, { token: call.token, type, names: namesOf(inputs) })
    const firstId = Number(context.state.table(type).nextId())
    const traced = areTraced(inputs)
    const mutations: Mutation[] = []
    const ids: string[] = []
    const errors: RowError[] = []
    for (const { objectWriteTraceId, ...input } of inputs) {
      try {
        const made = createMutations(context, { type, ...input }, String(firstId + ids.length))
        mutations.push(...made.mutations)
        ids.push(made.id)
      } catch (error) {
        if (!traced || !(error instanceof Refusal)) throw error
        errors.push(tracedError(objectWriteTraceId, error.message))
      }
    }
    context.commit(mutations)
    const results = ids.map((id) => rowJson(context, call, type, { id }))
    return batchAnswer(context.now(), { status: 201, results, errors })
  }
}

function namesOf(inputs: readonly { properties: Readonly<Record<string, unknown>> }[]): string[] {
  return inputs.flatMap(({ properties }) => Object.keys(properties))
}

function rowJson(
  { state }: ApiContext,
  call: ApiCall,
  type: ObjectType,
  row: { id: string; values?: Readonly<Record<string, string>> },
): unknown {
  const record = state.table(type).get(row.id)
  if (record === undefined) throw new TypeError(`record ${row.id} vanished`)
  const projection = {
    properties: Object.keys(row.values ?? record.properties),
    propertiesWithHistory: [],
    associations: [],
    visible: visibleTo(call.token, type),
  }
  return recordJson(state, type, record, projection)
}
