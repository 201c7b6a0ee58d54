import type { ChangedRecord } from '#src/connector-port.ts'
import type { ReadDeps } from '../reading/activity-reader.ts'
import { contactsOf } from '../reading/contacts-of.ts'
import type { PortalSchema } from '../reading/portal-schema.ts'
import { readBatches } from '../reading/read.ts'
import {
  fingerprintOfObject,
  narrowed,
  RECORD_OBJECTS,
  type RecordType,
  recordProperties,
} from '../reading/records.ts'
import { withSubscriptions } from '../reading/subscriptions.ts'
import type { CrmObject } from '../transport/answers.ts'
import type { ActivityType } from '../transport/paths.ts'
import type { PolledType, Position } from './cursor.ts'
import { type Modified, type SearchPage, searchModified } from './search.ts'

/** Search shows a change "a few moments" late (HubSpot docs, "Search the CRM"); this is many. */
const OVERLAP_MS = 5 * 60_000
const MAX_SEEN = 10_000
/**
 * A search body has at most 3,000 characters; an owner's list may name more properties than go into it,
 * and then a batch read tells what they are.
 */
const MOST_NAMED = 2_400

export interface ChangesDeps extends ReadDeps {
  readonly now: () => number
}

export interface ChangedRecords {
  readonly changed: readonly ChangedRecord[]
  readonly position: Position
}

/** Records modified since, with the fingerprint of what a read would give now. */
export async function changedRecords(
  deps: ChangesDeps,
  type: RecordType,
  position: Position,
): Promise<ChangedRecords> {
  const schema = await deps.schema.of(type)
  const found = new Map<string, CrmObject>()
  const stamps = new Map<string, number>()
  const properties = recordProperties(schema, type)
  const fits = properties.join('","').length <= MOST_NAMED
  const request = {
    type,
    ...stamped(schema, type, fits ? properties : []),
    fromMs: startOf(position, deps.now()),
  }
  const { complete } = await searchModified(deps.transport, request, (page) => {
    for (const { object, stamp } of page) {
      found.set(object.id, narrowed(object, schema))
      stamps.set(object.id, stamp)
    }
  })
  const coding = { allowList: deps.allowList, vanished: schema.vanished }
  const objects = fits ? [...found.values()] : await readBatches(deps, type, [...found.keys()], [])
  const told = type === 'contacts' ? await withSubscriptions(deps, objects) : objects
  const changed = told.map((object) => ({
    ref: { object: RECORD_OBJECTS[type], id: object.id },
    fingerprint: fingerprintOfObject(coding, type, object),
    modifiedAt: stamps.get(object.id) ?? 0,
  }))
  const since = [...stamps.values()].reduce(
    (latest, stamp) => Math.max(latest, stamp),
    position.since,
  )
  const reached = { since, seen: [], complete }
  return { changed, position: advance(position, reached, deps.now()) }
}

/** Contacts whose activity objects were modified since. */
export async function changedActivities(
  deps: ChangesDeps,
  type: ActivityType,
  position: Position,
): Promise<{ contactIds: readonly string[]; position: Position }> {
  const schema = await deps.schema.of(type)
  const met = new Set(position.seen)
  const found = new Map<string, Modified>()
  const search: SearchPage = async (call) =>
    await deps.sources.attempt(type, deps.transport, call, { part: 'search', absent: [400] })
  const request = {
    type,
    ...stamped(schema, type, []),
    fromMs: startOf(position, deps.now()),
  }
  const { complete } = await searchModified(search, request, (page) => {
    for (const one of page) found.set(sighting(one), one)
  })
  const all = [...found.values()]
  const since = all.reduce((latest, { stamp }) => Math.max(latest, stamp), position.since)
  const recent = all.filter(({ stamp }) => stamp >= since - OVERLAP_MS).map(sighting)
  const fresh = all.filter((one) => !met.has(sighting(one))).map(({ object }) => object.id)
  const reached = { since, seen: recent.slice(-MAX_SEEN), complete }
  return {
    contactIds: await contactsOf(deps, type, [...new Set(fresh)]),
    position: advance(position, reached, deps.now()),
  }
}

/**
 * Looks back by the overlap until the last stamp has been known for as long: a quiet portal is not
 * searched through the same changes for ever. Both ends of that span are our own clock's.
 */
function startOf({ since, reachedAt }: Position, nowMs: number): number {
  return nowMs - reachedAt > OVERLAP_MS ? since : since - OVERLAP_MS
}

/** A search cut short goes on exactly where it stopped: the overlap could be all it ever gets through. */
function advance(
  before: Position,
  { since, seen, complete }: { since: number; seen: string[]; complete: boolean },
  nowMs: number,
): Position {
  if (!complete) return { since, reachedAt: 0, seen }
  return { since, reachedAt: since > before.since ? nowMs : before.reachedAt, seen }
}

/** Contacts keep their stamp under an older name than every other object. */
function stamped(
  schema: PortalSchema,
  type: PolledType,
  properties: readonly string[],
): { stampProperty: string; properties: string[] } {
  const names = ['lastmodifieddate', 'hs_lastmodifieddate']
  const [usual = '', other = ''] = type === 'contacts' ? names : names.toReversed()
  const stampProperty = !schema.has(usual) && schema.has(other) ? other : usual
  return { stampProperty, properties: [...properties, stampProperty] }
}

function sighting({ object, stamp }: Modified): string {
  return `${object.id}:${stamp}`
}
