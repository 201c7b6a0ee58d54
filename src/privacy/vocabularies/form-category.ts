import { ACTIVITY_CATEGORIES } from '../../ports.ts'
import type { Vocabulary, WordRule } from './vocabulary.ts'
import { anyOf, firstRule, plainWords } from './vocabulary.ts'

/** Most telling first: HubSpot reports a conversion as "page title: form name" in one string. */
const FORMS: readonly WordRule[] = [
  [
    'careers',
    anyOf(
      'careers?',
      'job applications?',
      'jobs?',
      'applicants?',
      'employment',
      'resume',
      'apply to work',
    ),
  ],
  ['demo', anyOf('demo', 'demos', 'demonstration', 'product tour')],
  [
    'benefits-check',
    anyOf(
      '(?:check|verify)(?: my| your)? (?:insurance|benefits|coverage)',
      'insurance (?:verification|check)',
      'verification of benefits',
      'benefits? (?:check|checker|verification)',
      'vob',
    ),
  ],
  ['webinar', anyOf('webinars?', 'webcast', 'event registration')],
  ['callback', anyOf('call ?back', 'call me(?: back)?', 'request(?: a)? call', 'schedule a call')],
  [
    'health-plans',
    anyOf(
      'payers?',
      'payors?',
      'for health plans?',
      'health plan (?:inquiry|inquiries|partners?|partnerships?|contact|contracting)',
      'managed care',
      'network (?:inquiry|contracting|partners?|partnerships?)',
    ),
  ],
  ['pricing', anyOf('pricing', 'quote', 'proposal', 'prices?', 'costs?')],
  ['case-study', anyOf('case stud(?:y|ies)', 'success stor(?:y|ies)')],
  [
    'newsletter',
    anyOf('newsletters?', 'subscribe', 'subscription', 'email updates', 'sign up for updates'),
  ],
  ['referrals', anyOf('referrals?', 'refer', 'referring')],
  [
    'employers',
    anyOf('employers?', 'eap', 'workplace', 'for business(?:es)?', 'brokers?', 'employee benefits'),
  ],
  [
    'resources',
    anyOf(
      'downloads?',
      'guides?',
      'e ?books?',
      'white ?papers?',
      'checklists?',
      'toolkits?',
      'resources?',
      'reports?',
    ),
  ],
  [
    'admissions',
    anyOf(
      'admissions?',
      'intake',
      'appointments?',
      'book(?:ing)?',
      'consult',
      'consultation',
      'get started',
      'get help',
      'new (?:patients?|clients?)',
      'assessment',
      'screening',
      'enroll(?:ment)?',
    ),
  ],
  ['insurance', anyOf('insurance', 'coverage')],
  ['press', anyOf('press', 'media inquiry')],
  ['locations', anyOf('locations?', 'tour')],
  ['services', anyOf('services?', 'programs?', 'treatment', 'therapy', 'counsell?ing')],
  [
    'contact',
    anyOf('contact', 'get in touch', 'inquiry', 'enquiry', 'question', 'talk to us', 'message us'),
  ],
]

/** What a form or conversion is for; its name ends here. */
export const FORM_CATEGORY: Vocabulary = {
  codes: ACTIVITY_CATEGORIES,
  code: (text) => firstRule(FORMS, plainWords(text.slice(0, 500))),
}
