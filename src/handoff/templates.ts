import type { ConsentCode } from '../consent/consent-rules.ts'
import type {
  ActivityCategory,
  ActivityKind,
  Audience,
  Channel,
  Hold,
  NextAction,
} from '../ports.ts'

/** Every word of our own a rep can read in a note. Model labels, reasons and themes come from the model. */

export const HEADINGS = {
  happened: 'WHAT HAPPENED',
  score: 'WHAT THE SCORE MEANS',
  next: 'NEXT',
  ask: 'ASK',
  say: 'SAY',
} as const

/** How an activity reads after its date; `{about}` is the category, left out when there is none to tell. */
export const ACTIVITY_LINES: Readonly<Record<ActivityKind, string>> = {
  'form-submitted': 'sent a form{about}',
  'page-viewed': 'visited our website{about}',
  'email-opened': 'opened an email',
  'email-clicked': 'followed a link in an email',
  'email-replied': 'replied to an email',
  'email-bounced': 'an email could not be delivered',
  'meeting-booked': 'booked a meeting',
  'meeting-attended': 'met with us',
  'meeting-missed': 'was unable to make a meeting',
  'webinar-registered': 'registered for a webinar',
  'webinar-attended': 'attended a webinar',
  'demo-booked': 'booked a demo',
  'demo-attended': 'attended a live demo',
  'call-connected': 'spoke with us by phone',
  'call-no-answer': 'a call was not answered',
  'consult-requested': 'asked for a consultation',
  'consult-booked': 'booked a consultation',
  'content-downloaded': 'downloaded a resource',
  'campaign-responded': 'responded to a campaign',
  'message-received': 'sent us a message',
  unsubscribed: 'unsubscribed from emails',
  'feedback-given': 'gave feedback',
}

/** What a form or page was about. Services stay unnamed, so that no condition can be read from a note. */
export const ABOUT: Readonly<Record<ActivityCategory, string>> = {
  other: '',
  pricing: ' about pricing',
  insurance: ' about insurance',
  services: ' about our services',
  locations: ' about locations',
  admissions: ' about how to start',
  employers: ' about programmes for employers',
  referrals: ' about referrals',
  'case-study': ' about a case study',
  demo: ' about a demo',
  webinar: ' about a webinar',
  contact: ' to get in touch',
  about: ' about our organisation',
  blog: ' to read articles',
  resources: ' about our resources',
  careers: ' about working here',
  press: ' about press matters',
  newsletter: ' for the newsletter',
  callback: ' to ask for a call back',
  'benefits-check': ' to check benefits',
  'health-plans': ' about working with health plans',
}

/** What the person told us, by fact and code. Service lines are left to the CRM record. */
export const TOLD_US: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  inquiryType: {
    self: 'the inquiry is for themselves',
    'loved-one': 'the inquiry is for a loved one',
    'employer-benefits': 'the inquiry is about employee benefits',
    'health-plan': 'the inquiry is about working with a health plan or network',
    referral: 'the inquiry is from someone who refers others',
    'provider-services': 'the inquiry is for a provider organisation',
    'job-seeker': 'the inquiry is about working here',
    vendor: 'the inquiry offers a product or service',
  },
  requestedContact: {
    'call-today': 'asked for a call on the day of the inquiry',
    call: 'asked for a call',
    email: 'asked for an email',
    text: 'asked for a text message',
  },
  verification: {
    submitted: 'insurance details are being verified',
    verified: 'insurance details are verified',
    'out-of-network': 'the plan is out of network',
    'self-pay': 'chose to pay without insurance',
  },
}

export const FIRST_SEEN = 'first inquiry or contact'

export const CHANNEL_NAMES: Readonly<Record<Channel, string>> = {
  phone: 'phone',
  email: 'email',
  sms: 'text message',
}

/** Why a channel is closed. Holds that close every channel say so in their own line. */
export const CLOSED_BECAUSE: Readonly<Partial<Record<ConsentCode, string>>> = {
  'do-not-solicit': 'Not by any channel: asked not to be approached.',
  'do-not-call': 'Not by phone: asked not to be called.',
  'email-opt-out': 'Not by email: opted out.',
  'sms-consent-missing': 'Not by text message: no express consent.',
}

export const ALLOWED_CHANNELS = 'Allowed channels: {channels}.'
export const NO_CHANNELS = 'Allowed channels: none.'

export const ACTION_LINES: Readonly<Record<NextAction, string>> = {
  call: 'Call them{within}.',
  email: 'Write them an email{within}.',
  'book-consult': 'Offer a consultation{within}.',
  'verify-benefits': 'Offer to verify their benefits{within}.',
  'send-information': 'Send the information they asked about{within}.',
  nurture: 'Keep in touch at their pace.',
  refer: 'Help them find a better fit elsewhere{within}.',
  'follow-crisis-protocol': "Follow your organisation's crisis protocol.",
  none: 'No action for sales.',
}

export const THEME = 'Theme: {theme}.'

/** The whole note of a crisis; nothing is ever added to it. */
export const CRISIS_NOTE =
  "Follow your organisation's crisis protocol; 988 (call or text) is available."

/** What a hold means, in words that tell nothing about a person's health. */
export const HOLD_LINES: Readonly<Record<Exclude<Hold, 'crisis'>, string>> = {
  'no-consent': 'Scored for internal reporting only; please do not reach out.',
  'do-not-profile': 'Not scored: this person asked that their data not be used this way.',
  minor: 'Not scored: please pass this inquiry to the team your organisation names for it.',
  'part2-consent-missing': 'Not scored: a consent this inquiry needs is not on file yet.',
  'at-capacity':
    'No opening matches this inquiry at present; offer the waiting list or a referral.',
  'existing-patient': 'Already in contact with the care team; please route questions to them.',
}

export const SCORE_LINE =
  'Score {score} of 100 (fit {fit}, engagement {engagement}), grade {grade}: {tier}.'

/** What is worth asking while we do not know it; the most useful first. */
export const QUESTIONS: Readonly<
  Record<Audience, readonly (readonly [fact: string, ask: string])[]>
> = {
  individual: [
    ['inquiryType', 'whether the inquiry is for themselves or a loved one'],
    ['requestedContact', 'how they would like to be contacted'],
    ['verification', 'whether they would like their insurance checked'],
    ['state', 'which state they live in'],
    ['serviceLine', 'what kind of support they are looking for'],
    ['smsConsent', 'whether text messages are welcome'],
  ],
  employer: [
    ['role', 'their part in choosing benefits'],
    ['companySize', 'how many employees they support'],
    ['selfInsured', 'how their health plan is funded'],
    ['industry', 'what their organisation does'],
    ['requestedContact', 'how they would like to be contacted'],
  ],
  'health-plan': [
    ['role', 'their part in network decisions'],
    ['state', 'which states their members live in'],
    ['requestedContact', 'how they would like to be contacted'],
  ],
  'referral-partner': [
    ['organisationType', 'what kind of organisation they work for'],
    ['state', 'which states they refer from'],
    ['requestedContact', 'how they would like to be contacted'],
  ],
  'provider-org': [
    ['role', 'their part in the organisation'],
    ['companySize', 'how many people work there'],
    ['state', 'which states they serve'],
  ],
}

export const ASK_LINE = 'If it comes up: {questions}.'

/** Two lines a rep may say as they are. */
export const SAY_LINES: Readonly<Record<Audience, readonly [string, string]>> = {
  individual: [
    '"Thank you for reaching out. What would be most helpful to talk about?"',
    '"We can go at your pace, and you choose what comes next."',
  ],
  employer: [
    '"Thank you for looking into support for your people."',
    '"What would you like them to have that they do not have yet?"',
  ],
  'health-plan': [
    '"Thank you for your interest in working together."',
    '"What matters most to your members right now?"',
  ],
  'referral-partner': [
    '"Thank you for thinking of us for the people you support."',
    '"What would make referring easier for you and for them?"',
  ],
  'provider-org': [
    '"Thank you for your interest in working together."',
    '"What are you hoping to offer the people you serve?"',
  ],
}

/** Puts values into `{slots}`. */
export function fill(template: string, values: Readonly<Record<string, string>>): string {
  return template.replace(/\{(\w+)\}/g, (_slot, name: string) => values[name] ?? '')
}
