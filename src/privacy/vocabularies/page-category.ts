import { ACTIVITY_CATEGORIES } from '../../ports.ts'
import type { Vocabulary, WordRule } from './vocabulary.ts'
import { anyOf, firstRule, plainWords } from './vocabulary.ts'

/** Sections of a site, known by a whole path segment or a subdomain; what lies below does not matter. */
const SECTIONS: readonly WordRule[] = [
  [
    'careers',
    /^(?:careers?|jobs?|join (?:us|our team)|work (?:with|for) us|employment|open positions|openings|vacancies|apply now jobs)$/,
  ],
  ['press', /^(?:press|press releases?|newsroom|news|media|media room|in the news)$/],
  ['blog', /^(?:blogs?|articles?|posts?|stories|insights|magazine)$/],
  ['webinar', /^(?:webinars?|on demand webinars?|webcasts?|events?)$/],
  [
    'case-study',
    /^(?:case stud(?:y|ies)|success stories|customer stories|client stories|customers)$/,
  ],
  ['newsletter', /^(?:newsletters?|subscribe)$/],
  [
    'resources',
    /^(?:resources?|resource (?:center|library|hub)|library|guides?|e ?books?|white ?papers?|downloads?|faqs?|toolkits?|tools|learn|help)$/,
  ],
]

/** Pages known by words anywhere in the path, most telling first. */
const PAGES: readonly WordRule[] = [
  ['demo', anyOf('demo', 'demos', 'book a demo', 'live demo', 'product tour')],
  ['webinar', anyOf('webinars?')],
  ['case-study', anyOf('case stud(?:y|ies)', 'success stor(?:y|ies)')],
  [
    'benefits-check',
    anyOf(
      '(?:check|verify)(?: my| your)? (?:insurance|benefits|coverage)',
      'insurance (?:verification|verify)',
      'verification of benefits',
      'benefits? (?:check|checker|verification)',
      'vob',
    ),
  ],
  // Only pages that speak to plans; a list of plans we accept is for the people who look for care.
  [
    'health-plans',
    anyOf(
      'for (?:health plans?|plans|payers?|payors?|insurers)',
      'payers?',
      'payors?',
      'health plan partners?(?:hips?)?',
      'managed care',
      'network partners?(?:hips?)?',
    ),
  ],
  [
    'pricing',
    anyOf(
      'pricing',
      'prices?',
      'costs?',
      'rates',
      'fees',
      'plans',
      'pricing plans',
      'quote',
      'payment options',
      'financing',
      'self pay',
      'sliding scale',
    ),
  ],
  ['callback', anyOf('call ?back', 'request a call', 'call me', 'schedule a call')],
  [
    'insurance',
    anyOf(
      'insurance',
      'insurances',
      'insurers?',
      'in network',
      'out of network',
      'medicaid',
      'medicare',
      'coverage',
      'carriers',
    ),
  ],
  [
    'employers',
    anyOf(
      'employers?',
      'for (?:business|businesses|companies|teams|hr|work|organizations)',
      'businesses',
      'workplaces?',
      'eap',
      'employee assistance',
      'brokers?',
      'benefits leaders',
      'corporate',
    ),
  ],
  [
    'referrals',
    anyOf(
      'referrals?',
      'refer',
      'refer a (?:patient|client)',
      'for (?:providers|professionals|clinicians|partners)',
      'referring providers?',
    ),
  ],
  [
    'admissions',
    anyOf(
      'admissions?',
      'intake',
      'get started',
      'getting started',
      'start here',
      'book',
      'book (?:now|online|appointment)',
      'appointments?',
      'schedule',
      'enroll',
      'new (?:patients?|clients?)',
      'consultation',
      'consult',
    ),
  ],
  [
    'locations',
    anyOf(
      'locations?',
      'find us',
      'directions',
      'near me',
      'offices',
      'centers?',
      'facilities',
      'tour',
      'campus',
    ),
  ],
  ['contact', anyOf('contact', 'contact us', 'get in touch', 'reach us', 'talk to us')],
  ['careers', anyOf('careers', 'now hiring')],
  ['newsletter', anyOf('newsletter')],
  // Every page about a condition, a drug or a kind of care is this one code, whatever it names.
  [
    'services',
    anyOf(
      'services?',
      'programs?',
      'treatments?',
      'therap(?:y|ies)',
      'counsell?ing',
      'care',
      'conditions?',
      'specialties',
      'what we (?:do|treat|offer)',
      'levels of care',
      'approach',
      'telehealth',
      'virtual',
      'outpatient',
      'inpatient',
      'residential',
      'iop',
      'php',
      'detox',
      'rehab',
      'recovery',
      'psychiatry',
      'medications?',
      'medication management',
      'disorders?',
      'mental health',
      'addiction',
      'anxiety',
      'depression',
      'trauma',
      'ptsd',
      'adhd',
      'ocd',
      'bipolar',
      'grief',
      'self harm',
      'substance use',
      'alcohol',
      'opioids?',
    ),
  ],
  [
    'about',
    anyOf(
      'about',
      'about us',
      'team',
      'our team',
      'staff',
      'leadership',
      'mission',
      'who we are',
      'our story',
      'meet',
      'testimonials',
      'reviews',
    ),
  ],
]

/**
 * What a page is about to us, by its path; host, query, fragment and path end here. Unknown pages,
 * the home page among them, are `other`.
 */
export const PAGE_CATEGORY: Vocabulary = {
  codes: ACTIVITY_CATEGORIES,
  code: (text) => {
    const segments = segmentsOf(text)
    const section = SECTIONS.find(([, name]) => segments.some((segment) => name.test(segment)))
    return section?.[0] ?? firstRule(PAGES, segments.slice(1).join(' '))
  },
}

/** Plain words of the subdomain and of each path segment, in order. */
function segmentsOf(url: string): readonly string[] {
  const [address = ''] = url.trim().slice(0, 2_000).toLowerCase().split(/[?#;]/)
  const [host = '', ...path] = address.replace(/^(?:[a-z][a-z0-9+.-]*:)?\/\//, '').split('/')
  const subdomain = host.split('.').length > 2 ? host.split('.')[0] : ''
  return [subdomain ?? '', ...path.map(withoutExtension)].map(plainWords)
}

function withoutExtension(segment: string): string {
  return segment.replace(/%[0-9a-f]{2}/g, ' ').replace(/\.(?:html?|php|aspx?|jsp)$/, '')
}
