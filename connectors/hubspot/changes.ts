import type { ChangePage, RecordRef } from '#src/ports.ts'
import type { ReadDeps } from './activity-reader.ts'
import { contactsOf } from './contacts-of.ts'
import { type PolledType, type Position, parseCursor } from './cursor.ts'
import { ACTIVITY_TYPES, type ActivityType } from './paths.ts'
import type { PortalSchema } from './portal-schema.ts'
import {
  fingerprintOfObject,
  narrowed,
  RECORD_OBJECTS,
  type RecordType,
  recordProperties,
} from './records.ts'
import { type Modified, type SearchPage, searchModified } from './search.ts'

/** Search shows a change "a few moments" late (HubSpot docs, "Search the CRM"); this is many. */
const OVERLAP_MS = 5 * 60_000
const MAX_SEEN = 10_000

export interface ChangesDeps extends ReadDeps {
  readonly now: () => number
}

/**
 * What search tells of since the cursor. Deleted records never appear in a search: they come by webhook,
 * or are found missing when next read.
 */
export async function readChanges(
  deps: ChangesDeps,
  cursor: unknown,
  sinceMs: number,
): Promise<ChangePage> {
  const from = parseCursor(cursor, sinceMs, deps.now())
  const companies = await changedRecords(deps, 'companies', from.companies)
  const contacts = await changedRecords(deps, 'contacts', from.contacts)
  const next: Partial<Record<PolledType, Position>> = {
    companies: companies.position,
    contacts: contacts.position,
  }
  const touched = new Set<string>()
  for (const type of ACTIVITY_TYPES) {
    const activity = await changedActivities(deps, type, from[type])
    next[type] = activity.position
    for (const id of activity.contactIds) touched.add(id)
  }
  return {
    changed: [...companies.changed, ...contacts.changed],
    touched: [...touched].map((id) => ({ object: 'contact', id })),
    deleted: [],
    cursor: next,
  }
}

interface ChangedRecords {
  readonly changed: readonly { readonly ref: RecordRef; readonly fingerprint: string }[]
  readonly position: Position
}

async function changedRecords(
  deps: ChangesDeps,
  type: RecordType,
  position: Position,
): Promise<ChangedRecords> {
  const schema = await deps.schema.of(type)
  const found = new Map<string, string>()
  const stamps: number[] = [position.since]
  const request = {
    type,
    ...stamped(schema, type, recordProperties(schema, type)),
    fromMs: startOf(position, deps.now()),
  }
  const { complete } = await searchModified(deps.transport, request, (page) => {
    for (const { object } of page) {
      found.set(object.id, fingerprintOfObject(type, narrowed(object, schema)))
    }
    stamps.push(...page.slice(-1).map(({ stamp }) => stamp))
  })
  const changed = [...found].map(([id, fingerprint]) => ({
    ref: { object: RECORD_OBJECTS[type], id },
    fingerprint,
  }))
  const reached = { since: Math.max(...stamps), seen: [], complete }
  return { changed, position: advance(position, reached, deps.now()) }
}

async function changedActivities(
  deps: ChangesDeps,
  type: ActivityType,
  position: Position,
): Promise<{ contactIds: readonly string[]; position: Position }> {
  const schema = await deps.schema.of(type)
  const met = new Set(position.seen)
  const found = new Map<string, Modified>()
  const search: SearchPage = async (call) =>
    await deps.sources.attempt(`${type}-search`, deps.transport, { ...call, accept: [400] })
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
