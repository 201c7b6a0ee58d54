import type { ActivityCategory, ActivityKind } from '../../ports.ts'
import type { Inline } from './blocks.ts'
import { either } from './plain-words.ts'

interface KindWords {
  /** What the person does: "someone …". */
  readonly does: string
  readonly one: string
  readonly more: string
}

const words = (does: string, one: string, more = `${one}s`): KindWords => ({ does, one, more })

/** How a kind of activity reads in a rule and in an example. */
export const KIND_WORDS: Readonly<Record<ActivityKind, KindWords>> = {
  'form-submitted': words('sends a form', 'form sent', 'forms sent'),
  'page-viewed': words('visits a page', 'page visit'),
  'email-opened': words('opens an email', 'email opened', 'emails opened'),
  'email-clicked': words(
    'follows a link in an email',
    'email link followed',
    'email links followed',
  ),
  'email-replied': words('replies to an email', 'reply to an email', 'replies to emails'),
  'email-bounced': words('cannot be reached by email', 'email returned', 'emails returned'),
  'meeting-booked': words('books a meeting', 'meeting booked', 'meetings booked'),
  'meeting-attended': words('meets with us', 'meeting held', 'meetings held'),
  'meeting-missed': words('is unable to make a meeting', 'meeting missed', 'meetings missed'),
  'webinar-registered': words('registers for a webinar', 'webinar registration'),
  'webinar-attended': words('attends a webinar', 'webinar attended', 'webinars attended'),
  'demo-booked': words('books a demo', 'demo booked', 'demos booked'),
  'demo-attended': words('attends a demo', 'demo attended', 'demos attended'),
  'call-connected': words('speaks with us by phone', 'phone conversation'),
  'call-no-answer': words('does not answer a call', 'call not answered', 'calls not answered'),
  'consult-requested': words('asks for a consultation', 'consultation request'),
  'consult-booked': words('books a consultation', 'consultation booked', 'consultations booked'),
  'content-downloaded': words('downloads something', 'download'),
  'campaign-responded': words('responds to a campaign', 'campaign response'),
  'message-received': words('sends us a message', 'message', 'messages'),
  unsubscribed: words('unsubscribes from emails', 'unsubscription'),
  'feedback-given': words('is given feedback on by a rep', 'rep feedback', 'rep feedbacks'),
  'deal-opened': words('has a deal opened', 'deal opened', 'deals opened'),
  'deal-won': words('has a deal won', 'deal won', 'deals won'),
  'deal-lost': words('has a deal lost', 'deal lost', 'deals lost'),
}

/** What it was about, as it reads in a list: "about a or b". */
export const ABOUT_WORDS: Readonly<Record<ActivityCategory, string>> = {
  other: 'anything else',
  pricing: 'pricing',
  insurance: 'insurance',
  services: 'our services',
  locations: 'locations',
  admissions: 'how to start',
  employers: 'programmes for employers',
  referrals: 'referrals',
  'case-study': 'a case study',
  demo: 'a demo',
  webinar: 'a webinar',
  contact: 'getting in touch',
  about: 'our organisation',
  blog: 'an article',
  resources: 'resources',
  careers: 'working here',
  press: 'press matters',
  newsletter: 'the newsletter',
  callback: 'a call back',
  'benefits-check': 'checking benefits',
  'health-plans': 'health plans',
}

/** What someone does: "visits a page about pricing or insurance". */
export function activitiesInWords({
  activity,
  category,
}: {
  readonly activity: readonly ActivityKind[]
  readonly category?: readonly ActivityCategory[] | undefined
}): readonly Inline[] {
  const acts = either(activity.map((kind) => [KIND_WORDS[kind].does]))
  if (category === undefined) return acts
  return [...acts, ' about ', ...either(category.map((about) => [ABOUT_WORDS[about]]))]
}
