import type { Activity, ActivityCategory, ActivityKind, Facts } from '#src/ports.ts'
import type { AllowList, FieldSource } from '#src/privacy/allowed-field.ts'
import { meetingActivities } from '#src/privacy/meeting-activities.ts'
import { codeFields } from '#src/privacy/safe-record.ts'
import { type CrmObject, epochMs } from '../transport/answers.ts'
import type { ActivityType } from '../transport/paths.ts'

/** What one activity object says happened; a meeting may say two things. */
export function activitiesOf(
  allowList: AllowList,
  type: ActivityType,
  object: CrmObject,
): Activity[] {
  const { source, read } = READERS[type]
  return read(codeFields(allowList, source, object.properties ?? {}), object)
}

type Read = (facts: Facts, object: CrmObject) => Activity[]

const READERS = {
  calls: { source: 'call', read: readCall },
  emails: { source: 'email', read: readEmail },
  meetings: { source: 'meeting', read: readMeeting },
  communications: { source: 'communication', read: readCommunication },
  deals: { source: 'deal', read: readDeal },
} as const satisfies Record<ActivityType, { source: FieldSource; read: Read }>

const NOT_REACHED: ReadonlySet<unknown> = new Set(['no-answer', 'voicemail', 'busy'])

/** Custom dispositions are unknown to us; the call's status then decides. */
function readCall(facts: Facts, object: CrmObject): Activity[] {
  const disposition = facts['outcome'] === 'other' ? undefined : facts['outcome']
  const outcome = disposition ?? facts['status']
  const at = timeOf(facts['at'], object)
  if (outcome === 'connected') return activity('call-connected', at)
  return NOT_REACHED.has(outcome) ? activity('call-no-answer', at) : []
}

function readEmail(facts: Facts, object: CrmObject): Activity[] {
  if (facts['direction'] !== 'inbound') return []
  return activity('email-replied', timeOf(facts['at'], object))
}

/** Logged messages rarely say who wrote; only those that do count. */
function readCommunication(facts: Facts, object: CrmObject): Activity[] {
  if (facts['direction'] !== 'inbound') return []
  return activity('message-received', timeOf(facts['at'], object))
}

function readMeeting(facts: Facts, object: CrmObject): Activity[] {
  const startAt = epochMs(facts['startAt']) ?? epochMs(facts['bookedFor'])
  const bookedAt = epochMs(facts['createdAt']) ?? epochMs(object.createdAt) ?? startAt
  const { type, outcome } = facts
  return meetingActivities({ type, outcome, bookedAt, heldAt: startAt ?? bookedAt })
}

/** Without a closing date nobody could say what the score was worth at that time. */
function readDeal(facts: Facts, object: CrmObject): Activity[] {
  const opened = activity('deal-opened', epochMs(facts['createdAt']) ?? epochMs(object.createdAt))
  if (facts['closed'] !== true && facts['won'] !== true) return opened
  const outcome = facts['won'] === true ? 'deal-won' : 'deal-lost'
  return [...opened, ...activity(outcome, epochMs(facts['closedAt']))]
}

function timeOf(fact: unknown, object: CrmObject): number | undefined {
  return epochMs(fact) ?? epochMs(object.createdAt)
}

function activity(
  kind: ActivityKind,
  at: number | undefined,
  category: ActivityCategory = 'other',
): Activity[] {
  return at === undefined ? [] : [{ kind, category, at }]
}
