import { z } from 'zod'
import type { RecordObject, RecordRef } from '#src/ports.ts'
import { FEEDBACK_PROPERTY } from './provisioning/properties.ts'
import { Id } from './transport/answers.ts'
import type { ActivityType } from './transport/paths.ts'

/** An activity object a webhook named; which contacts it touches is asked by association. */
export interface ActivityRef {
  readonly object: ActivityType
  readonly id: string
}

const OptionalId = Id.optional().catch(undefined)
const OptionalText = z.string().optional().catch(undefined)
export const Event = z.object({
  portalId: Id,
  subscriptionType: OptionalText,
  eventType: OptionalText,
  objectId: OptionalId,
  objectTypeId: OptionalText,
  propertyName: OptionalText,
  primaryObjectId: OptionalId,
  mergedObjectIds: z.array(Id).optional().catch(undefined),
  newObjectId: OptionalId,
  associationType: OptionalText,
  fromObjectId: OptionalId,
  toObjectId: OptionalId,
  fromObjectTypeId: OptionalText,
  toObjectTypeId: OptionalText,
})
export type Event = z.infer<typeof Event>

type Target = RecordObject | ActivityType
/** Something an event says has changed. */
export interface Sighting {
  readonly target: Target
  readonly id: string
  readonly deleted: boolean
  /** Deleted for privacy: whatever was kept of it has to go, not only the record. */
  readonly forgotten: boolean
}

/** Classic names (`contact.creation`), generic type ids (`object.creation` of `0-1`), association sides. */
const TARGETS: Readonly<Record<string, Target>> = {
  contact: 'contact',
  company: 'company',
  call: 'calls',
  email: 'emails',
  meeting: 'meetings',
  meeting_event: 'meetings',
  communication: 'communications',
  deal: 'deals',
  '0-1': 'contact',
  '0-2': 'company',
  '0-48': 'calls',
  '0-49': 'emails',
  '0-47': 'meetings',
  '0-18': 'communications',
  '0-3': 'deals',
}

const LOOK_AGAIN = new Set(['creation', 'propertyChange', 'restore'])
const FORGOTTEN = 'privacyDeletion'
const GONE = new Set(['deletion', FORGOTTEN])

/** What one event asks us to look at; nothing where it is of no concern. */
export function sightingsOf(event: Event): Sighting[] {
  const [subject = '', change = ''] = (event.subscriptionType ?? event.eventType ?? '').split('.')
  if (change === 'associationChange') return associationSides(event, subject)
  const target = targetOf(subject === 'object' ? event.objectTypeId : subject)
  if (target === undefined) return []
  if (change === 'merge') return mergeSides(event, target)
  const { objectId: id } = event
  if (id === undefined || isOurOwn(event)) return []
  if (GONE.has(change)) {
    return [{ ...seen(target, id), deleted: true, forgotten: change === FORGOTTEN }]
  }
  return LOOK_AGAIN.has(change) ? [seen(target, id)] : []
}

function seen(target: Target, id: string): Sighting {
  return { target, id, deleted: false, forgotten: false }
}

/** The survivor has to be read, the merged ones to be found missing. */
function mergeSides(event: Event, target: Target): Sighting[] {
  const { objectId, primaryObjectId, mergedObjectIds, newObjectId } = event
  const ids = [primaryObjectId, newObjectId, objectId, ...(mergedObjectIds ?? [])]
  const known = new Set(ids.filter((id) => id !== undefined))
  return [...known].map((id) => seen(target, id))
}

/**
 * Sides are named by type id, or as `CONTACT_TO_COMPANY`; failing both, the event's own name tells the
 * first. An activity or deal on one side needs no look of its own: the contact on the other is read
 * with all of them.
 */
function associationSides(event: Event, subject: string): Sighting[] {
  const [from = '', to] = (event.associationType ?? '').toLowerCase().split('_to_')
  const sides = [
    { target: targetOf(event.fromObjectTypeId ?? (from || subject)), id: event.fromObjectId },
    { target: targetOf(event.toObjectTypeId ?? to), id: event.toObjectId },
  ]
  return sides.flatMap(({ target, id }) =>
    id !== undefined && (target === 'contact' || target === 'company') ? [seen(target, id)] : [],
  )
}

/** Our own writes must not come back as work, should somebody subscribe to them. */
function isOurOwn({ propertyName }: Event): boolean {
  return propertyName?.startsWith('leadwell_') === true && propertyName !== FEEDBACK_PROPERTY
}

function targetOf(name: string | undefined): Target | undefined {
  return name === undefined ? undefined : TARGETS[name]
}

export function recordOf({ target, id }: Sighting): RecordRef[] {
  return target === 'contact' || target === 'company' ? [{ object: target, id }] : []
}

export function activityOf({ target, id }: Sighting): ActivityRef[] {
  const isRecord = target === 'contact' || target === 'company' || target === 'lead'
  return isRecord ? [] : [{ object: target, id }]
}
