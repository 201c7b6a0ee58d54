import { askedForCall } from '../consent/asked-for-contact.ts'
import { dateIn } from '../consent/fact-questions.ts'
import type { ActivityKind, Facts, SafeRecord } from '../ports.ts'

const THIRTY_DAYS_MS = 30 * 86_400_000
const NEVER = -Infinity

/** Acts by which somebody is in touch with us; visits, opens and downloads are none. */
const CONTACT: ReadonlySet<ActivityKind> = new Set([
  'form-submitted',
  'consult-requested',
  'consult-booked',
  'email-replied',
  'message-received',
  'call-connected',
  'meeting-booked',
  'meeting-attended',
  'demo-booked',
  'demo-attended',
])

/**
 * Until when a call answers something: thirty days after somebody was last in touch; epoch ms. What a
 * record says of itself counts as well, for portals that read no activities: an inquiry is no older than
 * its record. Where nothing at all is dated, `Infinity` for whoever asked for a call.
 */
export function callAnswersUntil({
  facts,
  activities,
}: Pick<SafeRecord, 'facts' | 'activities'>): number {
  let last = lastTold(facts)
  for (const { kind, at } of activities) if (at > last && CONTACT.has(kind)) last = at
  if (last !== NEVER) return last + THIRTY_DAYS_MS
  const isUndated = activities.length === 0 && dateIn(facts, 'createdAt') === NEVER
  return isUndated && askedForCall(facts) ? Infinity : NEVER
}

/** When somebody was last in touch by the facts alone. */
function lastTold(facts: Facts): number {
  const isInquiry = facts['requestedContact'] !== undefined || facts['inquiryType'] !== undefined
  return Math.max(
    dateIn(facts, 'lastFormAt'),
    dateIn(facts, 'lastEmailReplyAt'),
    isInquiry ? dateIn(facts, 'createdAt') : NEVER,
  )
}
