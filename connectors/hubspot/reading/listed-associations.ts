import type { CrmObject } from '../transport/answers.ts'
import { inParallel } from '../transport/in-parallel.ts'
import type { ActivityType, HubspotType } from '../transport/paths.ts'
import type { ActivityIds, ReadDeps } from './activity-reader.ts'
import { readAssociations } from './associations.ts'

/** HubSpot names the primary company's association so, beside an unlabeled one for every company. */
const PRIMARY = 'contact_to_company'

/** The company a listed contact is associated with, the primary one first. */
export function listedCompanyId(object: CrmObject): string | undefined {
  const results = object.associations?.['companies']?.results ?? []
  return (results.find(({ type }) => type === PRIMARY) ?? results[0])?.id
}

/** Activity ids that came with a list; lists HubSpot cut short are completed by a batch read. */
export async function listedActivityIds(
  { transport, sources }: ReadDeps,
  objects: readonly CrmObject[],
  types: readonly ActivityType[],
): Promise<ActivityIds> {
  const maps = await inParallel(types, async (type) => {
    const ids = new Map(objects.map((object) => [object.id, idsOf(object, type)]))
    const cut = objects.filter((object) => isCutShort(object, type)).map(({ id }) => id)
    const request = { from: 'contacts', to: type, ids: cut } as const
    const whole = await readAssociations(transport, sources, request)
    for (const [id, to] of whole) ids.set(id, [...(ids.get(id) ?? []), ...to.map((one) => one.id)])
    return [type, ids] as const
  })
  return Object.fromEntries(maps)
}

function idsOf(object: CrmObject, type: HubspotType): string[] {
  return (object.associations?.[type]?.results ?? []).map(({ id }) => id)
}

function isCutShort(object: CrmObject, type: HubspotType): boolean {
  return object.associations?.[type]?.paging?.next !== undefined
}
