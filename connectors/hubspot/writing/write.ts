import type { WriteResult } from '#src/connector-port.ts'
import { PermanentError } from '#src/errors.ts'
import type { Intent } from '#src/ports.ts'
import { renderIntent } from '../provisioning/properties.ts'
import type { ReadDeps } from '../reading/activity-reader.ts'
import type { SchemaSource } from '../reading/portal-schema.ts'
import { RECORD_OBJECTS, type RecordType } from '../reading/records.ts'
import { followMerges } from './follow-merges.ts'
import { namesIn } from './names-in.ts'
import type { Outcome, Outcomes, Row } from './write-batch.ts'
import { writeRows } from './write-split.ts'

/** HubSpot docs, "Using object APIs": inputs of one batch update. */
export const WRITE_BATCH = 100

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
  const results = intents.map(({ ref }): WriteResult => {
    if (ref.object === 'lead') return { ref, outcome: 'refused', code: 'object-not-written' }
    return { ref, ...(outcomes[ref.object].get(ref.id) ?? UNANSWERED) }
  })
  return await followMerges(transport, results)
}

const UNANSWERED: Outcome = { outcome: 'retry', code: 'hubspot-row-unanswered' }

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
  const onRefusal = async (): Promise<(name: string) => boolean> => {
    await assertProvisioned(schema, type, rows)
    const portalSchema = await schema.of(type)
    return (name) => portalSchema.has(name)
  }
  return await writeRows({ transport, type, onRefusal }, [...rows.values()])
}

/**
 * Rows carry the same properties but for the segment: one that does not exist is the portal's fault, not
 * a row's. Asked only after a refusal, and again without what was remembered before saying so.
 */
async function assertProvisioned(
  schema: SchemaSource,
  type: RecordType,
  rows: ReadonlyMap<string, Row>,
): Promise<void> {
  const names = namesIn([...rows.values()].map(({ properties }) => properties))
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
