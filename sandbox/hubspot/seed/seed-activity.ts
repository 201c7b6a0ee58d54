import {
  CALLS,
  COMMUNICATIONS,
  EMAILS,
  MEETINGS,
  NOTES,
  type ObjectType,
  TASKS,
} from '#sandbox/hubspot/portal/object-types.ts'
import type { SeedActivity } from '#sandbox/seed/population.ts'
import { repliesToMarketing } from './contact-timeline.ts'

/** Default dispositions of every account ("Calls" guide). */
const CONNECTED = 'f240bbac-87c9-4f6e-bf70-924b57d47db7'
const NO_ANSWER = '73a0d17f-1163-4015-bdd5-ec830791da20'

const MEETING_TYPES = {
  demo: 'Demo',
  consult: 'Consultation',
  intake: 'Intake',
  meeting: 'General meeting',
} as const

const MEETING_LENGTH_MS = 30 * 60_000

interface ActivityObject {
  readonly type: ObjectType
  readonly properties: Record<string, string>
}

/** `undefined` for what HubSpot keeps as contact properties: opens, clicks, page views, forms. */
export function activityObject(
  activity: SeedActivity,
  baseTime: number,
): ActivityObject | undefined {
  switch (activity.kind) {
    case 'email-opened':
    case 'email-clicked':
    case 'page-viewed':
    case 'form-submitted':
      return undefined
    case 'email-replied':
      if (repliesToMarketing(activity)) return undefined
      return logged(EMAILS, activity.at, { hs_email_direction: 'INCOMING_EMAIL' })
    case 'email-sent':
      return logged(EMAILS, activity.at, {
        hs_email_direction: 'EMAIL',
        hs_email_status: 'SENT',
        hs_email_subject: activity.subject,
        hs_email_text: activity.body,
      })
    case 'call':
      return call(activity)
    case 'meeting':
      return meeting(activity, baseTime)
    case 'webinar':
      return webinar(activity)
    case 'message':
      return logged(COMMUNICATIONS, activity.at, {
        hs_communication_channel_type: activity.at % 3 === 0 ? 'WHATS_APP' : 'SMS',
        hs_communication_logged_from: 'CRM',
        hs_communication_body: activity.body,
      })
    case 'note':
      return logged(NOTES, activity.at, { hs_note_body: activity.body })
    case 'task':
      return logged(TASKS, activity.at, {
        hs_task_subject: activity.title,
        hs_task_status: activity.done ? 'COMPLETED' : 'NOT_STARTED',
        hs_task_type: 'CALL',
      })
  }
}

function call(activity: Extract<SeedActivity, { kind: 'call' }>): ActivityObject {
  return logged(CALLS, activity.at, {
    hs_call_title: 'Call',
    hs_call_body: activity.note,
    hs_call_direction: activity.inbound ? 'INBOUND' : 'OUTBOUND',
    hs_call_status: activity.connected ? 'COMPLETED' : 'NO_ANSWER',
    hs_call_disposition: activity.connected ? CONNECTED : NO_ANSWER,
    hs_call_duration: activity.connected ? String(60_000 + (activity.at % 900_000)) : '0',
  })
}

function meeting(
  activity: Extract<SeedActivity, { kind: 'meeting' }>,
  baseTime: number,
): ActivityObject {
  const modifiedAt = Math.min(Math.max(activity.at, activity.bookedAt), baseTime)
  const object = logged(MEETINGS, activity.at, {
    hs_meeting_title: activity.title,
    hs_activity_type: MEETING_TYPES[activity.type],
    hs_meeting_outcome: activity.outcome.toUpperCase(),
    hs_meeting_start_time: new Date(activity.at).toISOString(),
    hs_meeting_end_time: new Date(activity.at + MEETING_LENGTH_MS).toISOString(),
  })
  object.properties['hs_createdate'] = new Date(activity.bookedAt).toISOString()
  object.properties['hs_lastmodifieddate'] = new Date(modifiedAt).toISOString()
  return object
}

/** Attendance is logged as a meeting of its own type; the registration was a form. */
function webinar(activity: Extract<SeedActivity, { kind: 'webinar' }>): ActivityObject | undefined {
  if (!activity.attended) return undefined
  return logged(MEETINGS, activity.at, {
    hs_meeting_title: 'Webinar',
    hs_activity_type: 'Webinar',
    hs_meeting_outcome: 'COMPLETED',
    hs_meeting_start_time: new Date(activity.at).toISOString(),
  })
}

function logged(type: ObjectType, at: number, properties: Record<string, string>): ActivityObject {
  const when = new Date(at).toISOString()
  return {
    type,
    properties: {
      hs_timestamp: when,
      hs_createdate: when,
      hs_lastmodifieddate: when,
      ...properties,
    },
  }
}
