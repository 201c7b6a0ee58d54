import type { Activity } from '#src/ports.ts'
import type { AllowList } from '#src/privacy/allowed-field.ts'
import type { Sources } from '../sources/sources.ts'
import { BatchRead } from '../transport/answers.ts'
import { chunksOf, inParallel } from '../transport/in-parallel.ts'
import { ACTIVITY_TYPES, type ActivityType, PATHS } from '../transport/paths.ts'
import { type Call, parseAnswer, type Transport } from '../transport/transport.ts'
import { activitiesOf } from './activities.ts'
import { readAssociations } from './associations.ts'
import type { SchemaSource } from './portal-schema.ts'
import { narrowed } from './records.ts'

/** Ids of activity objects by contact id. */
export type ActivityIds = Readonly<
  Partial<Record<ActivityType, ReadonlyMap<string, readonly string[]>>>
>

export interface ReadDeps {
  readonly transport: Transport
  readonly schema: SchemaSource
  readonly sources: Sources
  readonly allowList: AllowList
}

/** HubSpot docs, "Using object APIs": inputs of one batch read. */
const BATCH = 100

/** Which activity objects hang on these contacts, asked by association. */
export async function findActivityIds(
  { transport, sources }: ReadDeps,
  contactIds: readonly string[],
  types: readonly ActivityType[] = ACTIVITY_TYPES,
): Promise<ActivityIds> {
  const maps = await inParallel(types, async (type) => {
    const request = { from: 'contacts', to: type, ids: contactIds } as const
    const found = await readAssociations(transport, sources, request)
    return [type, new Map([...found].map(([id, to]) => [id, to.map((one) => one.id)]))] as const
  })
  return Object.fromEntries(maps)
}

/** What happened with each contact; an object shared by several contacts is read once. */
export async function readActivities(
  deps: ReadDeps,
  ids: ActivityIds,
): Promise<ReadonlyMap<string, readonly Activity[]>> {
  const byContact = new Map<string, Activity[]>()
  for (const type of ACTIVITY_TYPES) {
    const byType = ids[type] ?? new Map<string, readonly string[]>()
    const told = await readObjects(deps, type, new Set([...byType.values()].flat()))
    for (const [contact, objects] of byType) {
      const activities = byContact.get(contact) ?? []
      for (const id of new Set(objects)) activities.push(...(told.get(id) ?? []))
      byContact.set(contact, activities)
    }
  }
  return byContact
}

async function readObjects(
  deps: ReadDeps,
  type: ActivityType,
  ids: ReadonlySet<string>,
): Promise<ReadonlyMap<string, readonly Activity[]>> {
  if (ids.size === 0) return new Map()
  const schema = await deps.schema.of(type)
  const batches = await inParallel(chunksOf([...ids], BATCH), async (batch) => {
    const call: Call = {
      method: 'POST',
      path: PATHS.batchRead(type),
      pool: 'general',
      body: {
        inputs: batch.map((id) => ({ id })),
        properties: schema.fields,
        propertiesWithHistory: [],
      },
    }
    const answer = await deps.sources.attempt(type, deps.transport, call)
    return answer === undefined ? [] : parseAnswer(BatchRead, answer.body, call).results
  })
  return new Map(
    batches
      .flat()
      .filter((object) => object.archived !== true)
      .map((object) => [object.id, activitiesOf(deps.allowList, type, narrowed(object, schema))]),
  )
}
