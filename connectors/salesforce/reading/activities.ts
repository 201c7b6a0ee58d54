import type { Activity, ActivityCategory, ActivityKind, Facts } from '#src/ports.ts'
import type { AllowList } from '#src/privacy/allowed-field.ts'
import { meetingActivities } from '#src/privacy/meeting-activities.ts'
import { codeFields } from '#src/privacy/safe-record.ts'
import type { Row } from '../querying/query.ts'
import type { ActivitySource } from '../schema/sobjects.ts'
import { valueAt } from './records.ts'

const HALF_DAY_MS = 43_200_000

export interface ActivityCoding {
  readonly source: ActivitySource
  readonly allowList: AllowList
  /** What may be asked for; an answer that holds more is cut down to it. */
  readonly fields: readonly string[]
  /** Where in the row they are: `Opportunity.` where the row is of what ties a person to one. */
  readonly prefix?: string
}

/** What one activity row says happened, past acts only; a meeting may say two things. */
export function activitiesOf(
  { source, allowList, fields, prefix = '' }: ActivityCoding,
  row: Row,
  nowMs: number,
): Activity[] {
  const values = fields.map((field) => [field, valueAt(row, `${prefix}${field}`)])
  const facts = codeFields(allowList, source, Object.fromEntries(values))
  return READERS[source](facts, nowMs).filter(({ at }) => at <= nowMs)
}

type Read = (facts: Facts, nowMs: number) => Activity[]

const READERS: Readonly<Record<ActivitySource, Read>> = {
  task: readTask,
  event: readEvent,
  email: readEmail,
  'campaign-member': readCampaignMember,
  deal: readDeal,
}

const NOT_REACHED: ReadonlySet<unknown> = new Set([
  'no-answer',
  'voicemail',
  'busy',
  'wrong-number',
])

/**
 * Done tasks only, at the time they were done. ActivityDate is a due date and may lie ahead. A call
 * without a known disposition says nothing of how it went.
 */
function readTask(facts: Facts): Activity[] {
  if (facts['closed'] !== true) return []
  const at = timeIn(facts, 'completedAt') ?? timeIn(facts, 'createdAt')
  if (facts['type'] === 'email') {
    return facts['direction'] === 'inbound' ? activity('email-replied', at) : []
  }
  if (facts['type'] !== 'call') return []
  if (facts['outcome'] === 'connected') return activity('call-connected', at)
  return NOT_REACHED.has(facts['outcome']) ? activity('call-no-answer', at) : []
}

/**
 * The copies Salesforce makes for invited users would count one meeting several times. An Event has no
 * field for who came: `EventRelation.Status` is an answer to an invitation, given beforehand (Object
 * Reference, "EventRelation"). An organisation that keeps the outcome in a field of its own maps it.
 */
function readEvent(facts: Facts): Activity[] {
  if (facts['copy'] === true) return []
  return meetingActivities({
    type: facts['type'],
    outcome: facts['outcome'],
    bookedAt: timeIn(facts, 'createdAt'),
    heldAt: timeIn(facts, 'startAt'),
  })
}

/** A draft went nowhere; when a mail was opened is told by those that are tracked. */
function readEmail(facts: Facts): Activity[] {
  if (facts['draft'] === true) return []
  const at = timeIn(facts, 'at')
  if (facts['incoming'] === true) return activity('email-replied', at)
  if (facts['bounced'] === true) return activity('email-bounced', at)
  const opened = new Set([timeIn(facts, 'openedAt'), timeIn(facts, 'lastOpenedAt')])
  return [...opened].flatMap((openedAt) => activity('email-opened', openedAt))
}

/**
 * Closed when it came to its last stage; the close date is what somebody expected before. Without
 * either nobody could say what a score was worth at that time.
 */
function readDeal(facts: Facts, nowMs: number): Activity[] {
  const opened = activity('deal-opened', timeIn(facts, 'createdAt'))
  if (facts['closed'] !== true && facts['won'] !== true) return opened
  const closedAt = timeIn(facts, 'stageChangedAt') ?? dayIn(facts, 'closedAt', nowMs)
  return [...opened, ...activity(facts['won'] === true ? 'deal-won' : 'deal-lost', closedAt)]
}

/** A member who did not respond was put on a list, which is no act of theirs. */
function readCampaignMember(facts: Facts, nowMs: number): Activity[] {
  if (facts['responded'] !== true) return []
  const createdAt = timeIn(facts, 'createdAt')
  const respondedAt = dayIn(facts, 'respondedAt', nowMs) ?? createdAt
  if (facts['type'] === 'form') return activity('form-submitted', respondedAt)
  if (facts['type'] === 'content') return activity('content-downloaded', respondedAt, 'resources')
  if (facts['type'] !== 'webinar') return activity('campaign-responded', respondedAt)
  return [
    ...activity('webinar-registered', createdAt, 'webinar'),
    ...activity('webinar-attended', respondedAt, 'webinar'),
  ]
}

function timeIn(facts: Facts, name: string): number | undefined {
  const value = facts[name]
  return typeof value === 'number' ? value : undefined
}

/** A day counts as its noon in UTC, which in the morning is still ahead: then its midnight. */
export function dayIn(facts: Facts, name: string, nowMs: number): number | undefined {
  const noon = timeIn(facts, name)
  return noon !== undefined && noon > nowMs ? noon - HALF_DAY_MS : noon
}

export function activity(
  kind: ActivityKind,
  at: number | undefined,
  category: ActivityCategory = 'other',
): Activity[] {
  return at === undefined ? [] : [{ kind, category, at }]
}
