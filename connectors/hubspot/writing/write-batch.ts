import { z } from 'zod'
import type { RecordType } from '../reading/records.ts'
import { Id } from '../transport/answers.ts'
import { passes, saysGone } from '../transport/errors.ts'
import { PATHS } from '../transport/paths.ts'
import { refusalReason } from '../transport/refusal-reason.ts'
import { type Call, parseAnswer, type Transport } from '../transport/transport.ts'

/** One record's properties as they go into a batch update. */
export interface Row {
  readonly id: string
  readonly properties: Readonly<Record<string, string>>
}

export type Outcome =
  | { readonly outcome: 'written' | 'gone' }
  | { readonly outcome: 'refused' | 'retry'; readonly code: string }
export type Outcomes = ReadonlyMap<string, Outcome>

/** Outcomes of all rows, or the answer with which HubSpot refused them together. */
export type Sent =
  | { readonly outcomes: Outcomes; readonly refusal?: undefined }
  | { readonly refusal: Refusal }

export interface Refusal {
  readonly status: number
  readonly body: unknown
}

export interface Writing {
  readonly transport: Transport
  readonly type: RecordType
  /** Asked when something was refused; throws when that is no row's fault. Tells property names. */
  readonly onRefusal: () => Promise<(name: string) => boolean>
}

/** Refusals of a whole batch that may be the fault of one row. */
const SPLITTABLE = [400, 404]
/** Somebody else is changing the same records: nothing to look for, the rows come again. */
const CONFLICT = 409

const Names = z.array(Id).catch([])
const RowError = z.object({
  id: Id.optional().catch(undefined),
  objectWriteTraceId: Id.optional().catch(undefined),
  context: z
    .object({ ids: Names.optional(), id: Names.optional(), objectWriteTraceId: Names.optional() })
    .optional()
    .catch(undefined),
})
const Errors = z.object({ errors: z.array(z.unknown()).nullish() }).catch({})
const BatchUpdate = z.object({
  results: z
    .array(z.object({ id: Id, objectWriteTraceId: Id.optional().catch(undefined) }))
    .nullish(),
  errors: z.array(z.unknown()).nullish(),
})

const UNANSWERED: Outcome = { outcome: 'retry', code: 'hubspot-row-unanswered' }
const nothingKnown = (): boolean => false

/** One batch update, each row with a trace id of its own so that it may fail alone. */
export async function sendRows(writing: Writing, rows: readonly Row[]): Promise<Sent> {
  const call: Call = {
    method: 'POST',
    path: PATHS.batchUpdate(writing.type),
    pool: 'general',
    body: { inputs: rows.map((row) => ({ ...row, objectWriteTraceId: row.id })) },
    accept: [...SPLITTABLE, CONFLICT],
  }
  const answer = await writing.transport(call)
  if (SPLITTABLE.includes(answer.status)) return { refusal: answer }
  if (answer.status === CONFLICT) {
    return { outcomes: new Map(rows.map(({ id }) => [id, failure(answer, nothingKnown)])) }
  }
  const { results, errors } = parseAnswer(BatchUpdate, answer.body, call)
  const written = new Set(
    (results ?? []).flatMap(({ id, objectWriteTraceId }) => [id, objectWriteTraceId]),
  )
  const failed = await failuresOf(writing, errors ?? [])
  return {
    outcomes: new Map(
      rows.map(({ id }) => [
        id,
        failed.get(id) ?? (written.has(id) ? { outcome: 'written' } : UNANSWERED),
      ]),
    ),
  }
}

/** Rows that a refusal of the whole batch names by itself; most name none. */
export async function namedRows(writing: Writing, { body }: Refusal): Promise<Outcomes> {
  return await failuresOf(writing, Errors.parse(body).errors ?? [])
}

/** What a refusal means for a row it is certainly about. */
export function failure({ status, body }: Refusal, isProperty: (name: string) => boolean): Outcome {
  if (status === 404 || saysGone(body)) return { outcome: 'gone' }
  const code = refusalReason(body, isProperty)
  return { outcome: status === CONFLICT || passes(body) ? 'retry' : 'refused', code }
}

/** Of a 200 or 207: what is neither among the results nor among the errors is tried again. */
async function failuresOf(writing: Writing, errors: readonly unknown[]): Promise<Outcomes> {
  const refused = errors.some((error) => failureOf(error, nothingKnown).outcome === 'refused')
  const isProperty = refused ? await writing.onRefusal() : nothingKnown
  return new Map(
    errors.flatMap((error) => rowsOf(error).map((id) => [id, failureOf(error, isProperty)])),
  )
}

function failureOf(error: unknown, isProperty: (name: string) => boolean): Outcome {
  return failure({ status: 207, body: error }, isProperty)
}

function rowsOf(error: unknown): string[] {
  const parsed = RowError.safeParse(error)
  if (!parsed.success) return []
  const { id, objectWriteTraceId, context } = parsed.data
  const named = [id, objectWriteTraceId].filter((name) => name !== undefined)
  return [
    ...named,
    ...(context?.ids ?? []),
    ...(context?.id ?? []),
    ...(context?.objectWriteTraceId ?? []),
  ]
}
