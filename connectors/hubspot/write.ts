import { z } from 'zod'
import { PermanentError } from '#src/errors.ts'
import type { Intent, WriteResult } from '#src/ports.ts'
import type { ReadDeps } from './activity-reader.ts'
import { Id } from './answers.ts'
import { passes, refusalCode, saysGone } from './errors.ts'
import { PATHS } from './paths.ts'
import type { SchemaSource } from './portal-schema.ts'
import { renderIntent } from './properties.ts'
import { RECORD_OBJECTS, type RecordType } from './records.ts'
import { type Call, parseAnswer, type Transport } from './transport.ts'

/** HubSpot docs, "Using object APIs": inputs of one batch update. */
export const WRITE_BATCH = 100

/** Refusals of a whole batch that may be the fault of one row. */
const SPLITTABLE = [400, 404, 409]

interface Row {
  readonly id: string
  readonly properties: Readonly<Record<string, string>>
}

type Outcome =
  | { readonly outcome: 'written' | 'gone' }
  | { readonly outcome: 'refused' | 'retry'; readonly code: string }
type Outcomes = ReadonlyMap<string, Outcome>

const Names = z.array(Id).catch([])
const RowError = z.object({
  id: Id.optional().catch(undefined),
  objectWriteTraceId: Id.optional().catch(undefined),
  context: z
    .object({ ids: Names.optional(), id: Names.optional(), objectWriteTraceId: Names.optional() })
    .optional()
    .catch(undefined),
})

const BatchUpdate = z.object({
  results: z
    .array(z.object({ id: Id, objectWriteTraceId: Id.optional().catch(undefined) }))
    .nullish(),
  errors: z.array(z.unknown()).nullish(),
})

/**
 * Writes contacts or companies, at most 100, each type by a call of its own; one result for each
 * intent, in order. Throws PermanentError `hubspot-not-provisioned` when the portal lacks our properties.
 */
export async function writeIntents(
  { transport, schema }: Pick<ReadDeps, 'transport' | 'schema'>,
  intents: readonly Intent[],
): Promise<readonly WriteResult[]> {
  const outcomes = {
    contact: await writeType({ transport, schema }, 'contacts', intents),
    company: await writeCompanies({ transport, schema }, intents),
  }
  return intents.map(({ ref }) => {
    if (ref.object === 'lead') return { ref, outcome: 'refused', code: 'object-not-written' }
    return { ref, ...(outcomes[ref.object].get(ref.id) ?? UNANSWERED) }
  })
}

/** A token that may not write companies still writes people: their scores matter more than accounts. */
async function writeCompanies(
  deps: Pick<ReadDeps, 'transport' | 'schema'>,
  intents: readonly Intent[],
): Promise<Outcomes> {
  try {
    return await writeType(deps, 'companies', intents)
  } catch (error) {
    if (!(error instanceof PermanentError) || error.code !== 'hubspot-missing-scope') throw error
    const refused: Outcome = { outcome: 'refused', code: error.code }
    return new Map(intents.map(({ ref }) => [ref.id, refused]))
  }
}

const UNANSWERED: Outcome = { outcome: 'retry', code: 'hubspot-row-unanswered' }

async function writeType(
  { transport, schema }: Pick<ReadDeps, 'transport' | 'schema'>,
  type: RecordType,
  intents: readonly Intent[],
): Promise<Outcomes> {
  // Two rows of one id make HubSpot refuse the whole batch; the later intent is the wanted one.
  const rows = new Map<string, Row>()
  for (const { ref, values } of intents) {
    if (ref.object !== RECORD_OBJECTS[type]) continue
    rows.set(ref.id, { id: ref.id, properties: renderIntent(values) })
  }
  const onRefusal = (): Promise<void> => assertProvisioned(schema, type, rows)
  return await writeRows({ transport, type, onRefusal }, [...rows.values()])
}

interface Writing {
  readonly transport: Transport
  readonly type: RecordType
  readonly onRefusal: () => Promise<void>
}

/** A batch refused whole is halved until the bad rows stand alone and the others are written. */
async function writeRows(writing: Writing, rows: readonly Row[]): Promise<Outcomes> {
  const { transport, type, onRefusal } = writing
  if (rows.length === 0) return new Map()
  const call: Call = {
    method: 'POST',
    path: PATHS.batchUpdate(type),
    pool: 'general',
    body: { inputs: rows.map((row) => ({ ...row, objectWriteTraceId: row.id })) },
    accept: SPLITTABLE,
  }
  const answer = await transport(call)
  if (answer.status < 300) {
    const outcomes = readRows(rows, parseAnswer(BatchUpdate, answer.body, call))
    if ([...outcomes.values()].some(({ outcome }) => outcome === 'refused')) await onRefusal()
    return outcomes
  }
  if (answer.status === 400) await onRefusal()
  const [only] = rows
  if (rows.length === 1 && only) return new Map([[only.id, failure(answer)]])
  const middle = Math.ceil(rows.length / 2)
  return new Map([
    ...(await writeRows(writing, rows.slice(0, middle))),
    ...(await writeRows(writing, rows.slice(middle))),
  ])
}

/** 200 or 207: what is neither among the results nor among the errors is tried again. */
function readRows(rows: readonly Row[], answer: z.infer<typeof BatchUpdate>): Outcomes {
  const written = new Set(
    (answer.results ?? []).flatMap(({ id, objectWriteTraceId }) => [id, objectWriteTraceId]),
  )
  const failed = new Map<string, Outcome>()
  for (const error of answer.errors ?? []) {
    for (const id of rowsOf(error)) failed.set(id, failure({ status: 207, body: error }))
  }
  return new Map(
    rows.map(({ id }) => [
      id,
      failed.get(id) ?? (written.has(id) ? { outcome: 'written' } : UNANSWERED),
    ]),
  )
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

function failure({ status, body }: { status: number; body: unknown }): Outcome {
  if (status === 404 || saysGone(body)) return { outcome: 'gone' }
  const code = refusalCode(body)
  return { outcome: status === 409 || passes(body) ? 'retry' : 'refused', code }
}

/**
 * Every row carries the same properties: one that does not exist is the portal's fault, not a row's.
 * Asked only after a refusal, and again without what was remembered before saying so.
 */
async function assertProvisioned(
  schema: SchemaSource,
  type: RecordType,
  rows: ReadonlyMap<string, Row>,
): Promise<void> {
  const names = Object.keys([...rows.values()][0]?.properties ?? {})
  const remembered = await schema.of(type)
  if (names.every((name) => remembered.has(name))) return
  schema.forget()
  const present = await schema.of(type)
  const missing = names.filter((name) => !present.has(name))
  if (missing.length === 0) return
  throw new PermanentError(
    'hubspot-not-provisioned',
    `The portal lacks the properties ${missing.join(', ')}`,
    'Run `leadwell provision` for the portal.',
  )
}
