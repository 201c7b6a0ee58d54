import type { Activity, ActivityCategory, ActivityKind, FactValue } from '../ports.ts'

/** One meeting as a CRM tells of it, in codes of `meeting-type` and `meeting-outcome`; times in epoch ms. */
interface Meeting {
  readonly type: FactValue | undefined
  readonly outcome: FactValue | undefined
  readonly bookedAt: number | undefined
  readonly heldAt: number | undefined
}

/** What a meeting counts as when it is made and when it was held. */
interface MeetingKinds {
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

/**
 * What a meeting says happened, the same whichever CRM it came from. Without an outcome nobody knows who
 * came: it was booked and no more, though its hour has passed. One that was called off says nothing.
 */
export function meetingActivities({ type, outcome, bookedAt, heldAt }: Meeting): Activity[] {
  if (outcome === 'canceled') return []
  const { booked, attended, category } = BY_TYPE[String(type)] ?? MEETING
  const told: [ActivityKind, number | undefined][] = [[booked, bookedAt]]
  if (outcome === 'completed') told.push([attended, heldAt])
  if (outcome === 'no-show') told.push(['meeting-missed', heldAt])
  return told.flatMap(([kind, at]) => (at === undefined ? [] : [{ kind, category, at }]))
}
