import { z } from 'zod'
import type { RecordEdit } from '#src/connector-port.ts'
import type { Intent } from '#src/ports.ts'
import { PROPERTIES, renderIntent } from '../provisioning/properties.ts'
import { RECORD_OBJECTS, type RecordType } from '../reading/records.ts'
import { epochMs, Id } from '../transport/answers.ts'
import { chunksOf, inParallel } from '../transport/in-parallel.ts'
import { PATHS } from '../transport/paths.ts'
import { type Call, parseAnswer, type Transport } from '../transport/transport.ts'
import { namesIn } from './names-in.ts'

/** HubSpot docs, "Using object APIs": inputs of a batch read; fewer when history is asked for. */
const BATCH = 100
const BATCH_WITH_HISTORY = 50

const Shown = z.object({
  results: z.array(
    z.object({
      id: Id,
      properties: z.record(z.string(), z.unknown()).nullish(),
      propertiesWithHistory: z
        .record(z.string(), z.array(z.object({ sourceType: z.string().catch('') })))
        .nullish()
        .catch(undefined),
    }),
  ),
})
type Shown = z.infer<typeof Shown>['results'][number]

/** Sources of a value that are a program's: ours, or another's that writes our properties. */
const PROGRAMS = new Set([
  'INTEGRATION',
  'API',
  'IMPORT',
  'INTEGRATIONS_PLATFORM',
  'AUTOMATION_PLATFORM',
])

/**
 * Where a record shows something else than we last wrote on it, and whether a person made it so: HubSpot
 * has no read-only property for apps. One call for a hundred records, and one for every fifty that differ.
 */
export async function findEdits(
  transport: Transport,
  written: readonly Intent[],
): Promise<readonly RecordEdit[]> {
  const found: RecordEdit[] = []
  for (const type of ['contacts', 'companies'] as const) {
    const intents = written.filter(({ ref }) => ref.object === RECORD_OBJECTS[type])
    const edits = await readEdits(transport, type, intents)
    found.push(...(await namePeople(transport, type, edits)))
  }
  return found.map((edit) => ({ ...edit, fields: edit.fields.map(valueNameOf) }))
}

async function readEdits(
  transport: Transport,
  type: RecordType,
  intents: readonly Intent[],
): Promise<readonly RecordEdit[]> {
  const batches = await inParallel(chunksOf(intents, BATCH), async (batch) => {
    const properties = namesIn(batch.map(({ values }) => renderIntent(values)))
    const ids = batch.map(({ ref }) => ref.id)
    const shown = await readShown(transport, type, { ids, properties, history: [] })
    return batch.flatMap(({ ref, values }): RecordEdit[] => {
      const record = shown.get(ref.id)
      if (record === undefined) return []
      const fields = Object.entries(renderIntent(values))
        .filter(([name, value]) => !isSame(type, name, value, record.properties?.[name]))
        .map(([name]) => name)
      return fields.length > 0 ? [{ ref, fields, byPerson: false }] : []
    })
  })
  return batches.flat()
}

/** The newest entry of a property's history tells who wrote what it shows. */
async function namePeople(
  transport: Transport,
  type: RecordType,
  edits: readonly RecordEdit[],
): Promise<readonly RecordEdit[]> {
  const batches = await inParallel(chunksOf(edits, BATCH_WITH_HISTORY), async (batch) => {
    const history = [...new Set(batch.flatMap(({ fields }) => fields))]
    const ids = batch.map(({ ref }) => ref.id)
    const shown = await readShown(transport, type, { ids, properties: [], history })
    return batch.map((edit): RecordEdit => {
      const versions = shown.get(edit.ref.id)?.propertiesWithHistory
      const sources = edit.fields.map((field) => versions?.[field]?.[0]?.sourceType ?? '')
      return { ...edit, byPerson: sources.some((source) => source !== '' && !PROGRAMS.has(source)) }
    })
  })
  return batches.flat()
}

async function readShown(
  transport: Transport,
  type: RecordType,
  asked: { ids: readonly string[]; properties: readonly string[]; history: readonly string[] },
): Promise<ReadonlyMap<string, Shown>> {
  const call: Call = {
    method: 'POST',
    path: PATHS.batchRead(type),
    pool: 'general',
    body: {
      inputs: asked.ids.map((id) => ({ id })),
      properties: asked.properties,
      propertiesWithHistory: asked.history,
    },
  }
  const { results } = parseAnswer(Shown, (await transport(call)).body, call)
  return new Map(results.map((record) => [record.id, record]))
}

/** HubSpot writes datetimes out, numbers without needless digits, and options in an order of its own. */
function isSame(type: RecordType, name: string, wanted: string, shown: unknown): boolean {
  const text = typeof shown === 'string' || typeof shown === 'number' ? String(shown) : ''
  if (text === wanted) return true
  if (text === '' || wanted === '') return false
  const definition = PROPERTIES[type].find((property) => property.name === name)
  if (definition?.type === 'number') return Number(text) === Number(wanted)
  if (definition?.type === 'datetime') return epochMs(text) === epochMs(wanted)
  if (definition?.fieldType === 'checkbox') return inOrder(text) === inOrder(wanted)
  return false
}

function inOrder(options: string): string {
  return options.split(';').toSorted().join(';')
}

/** `leadwell_top_reason` is `topReason` among the values of an intent. */
function valueNameOf(property: string): string {
  return property
    .replace(/^leadwell_/, '')
    .replace(/_([a-z])/g, (_all, letter: string) => letter.toUpperCase())
}
