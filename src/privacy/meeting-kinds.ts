import type { ActivityCategory, ActivityKind, FactValue } from '../ports.ts'

/** What a meeting counts as when it is made and when it was held. */
export interface MeetingKinds {
  readonly booked: ActivityKind
  readonly attended: ActivityKind
  readonly category: ActivityCategory
}

const MEETING: MeetingKinds = {
  booked: 'meeting-booked',
  attended: 'meeting-attended',
  category: 'other',
}

const BY_TYPE: Readonly<Record<string, MeetingKinds>> = {
  demo: { booked: 'demo-booked', attended: 'demo-attended', category: 'demo' },
  webinar: { booked: 'webinar-registered', attended: 'webinar-attended', category: 'webinar' },
  consult: { ...MEETING, booked: 'consult-booked' },
  intake: { ...MEETING, booked: 'consult-booked', category: 'admissions' },
}

/** The kinds for a code of the `meeting-type` vocabulary; the same whichever CRM it came from. */
export function meetingKindsOf(type: FactValue | undefined): MeetingKinds {
  return BY_TYPE[String(type)] ?? MEETING
}
