import type { RecordObject, RecordRef } from '#src/ports.ts'
import { refOf, toLongId } from '../schema/record-id.ts'
import { OBJECT_BY_PREFIX, SOBJECTS } from '../schema/sobjects.ts'
import type { ChangeEventHeader } from './change-events.ts'

/** What some events come to: whom to look at again, and what only the existing jobs can find out. */
export interface ChangeHints {
  readonly refs: readonly RecordRef[]
  /** Something changed that hangs on people; a poll finds on whom. */
  readonly poll: boolean
  /** Objects of which we were not told every change. */
  readonly resync: readonly RecordObject[]
}

/**
 * Objects that change without their people being named in the header. Their fields are not trusted:
 * an event holds only what changed, so that a moved task does not say where it was.
 */
const POLLED = new Set([
  'Task',
  'TaskRelation',
  'Event',
  'EventRelation',
  'EmailMessage',
  'Campaign',
  'CampaignMember',
  'CampaignMemberStatus',
  'Opportunity',
  'OpportunityContactRole',
  'Individual',
  'ContactPointTypeConsent',
  'ContactPointConsent',
])

const RECORD_BY_ENTITY: ReadonlyMap<string, RecordObject> = new Map(
  [...OBJECT_BY_PREFIX.values()].map((object) => [SOBJECTS[object], object]),
)

/**
 * Turns headers into hints. What `ownUserId` committed is our own write coming back. Gap events are
 * changes like any other; an overflow or a wildcard such as `001*` names nobody (Change Data Capture
 * guide, "Gap Events", "Overflow Events", "Conversions That Generate a Change Event").
 */
export function hintsOf(
  headers: readonly ChangeEventHeader[],
  ownUserId: string | undefined,
): ChangeHints {
  const foreign = headers.filter((header) => !isOwn(header, ownUserId))
  const ofRecords = foreign.filter(({ entityName }) => RECORD_BY_ENTITY.has(entityName))
  const refs = new Map<string, RecordRef>()
  const resync = new Set<RecordObject>()
  for (const header of ofRecords) {
    const found = header.recordIds.map((id) => refOf(id))
    for (const ref of found) if (ref !== undefined) refs.set(ref.id, ref)
    const isWhole = found.length > 0 && !found.includes(undefined)
    const object = RECORD_BY_ENTITY.get(header.entityName)
    if (object !== undefined && (!isWhole || header.changeType === 'GAP_OVERFLOW'))
      resync.add(object)
  }
  return {
    refs: [...refs.values()],
    poll: foreign.some(({ entityName }) => POLLED.has(entityName)),
    resync: [...resync],
  }
}

function isOwn({ commitUser }: ChangeEventHeader, ownUserId: string | undefined): boolean {
  return ownUserId !== undefined && toLongId(commitUser) === ownUserId
}
