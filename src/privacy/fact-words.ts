import type { FieldSource } from './allowed-field.ts'

const PERSON: readonly FieldSource[] = ['contact', 'lead']
const ORGANISATION: readonly FieldSource[] = ['company', 'lead']

/** Words that name a fact in the names and labels of fields, the most telling first. */
export const FACT_WORDS: readonly (readonly [
  fact: string,
  words: RegExp,
  on: readonly FieldSource[],
])[] = [
  [
    'emailOptOut',
    /^hs email optout(?: \d+)?$|\be ?mails?\b.*\b(?:opt(?:ed)? ?out|unsubscribed?|do not send)\b|\b(?:opt(?:ed)? ?out|unsubscribed?)\b.*\be ?mails?\b/,
    PERSON,
  ],
  ['doNotCall', /\bdo not (?:call|phone)\b|\bdnc\b|\bno (?:phone )?calls?\b/, PERSON],
  [
    'smsElements',
    /\b(?:sms|texts?|texting|text messages?|tcpa)\b.*\bconsent\b.*\belements?\b/,
    PERSON,
  ],
  [
    'smsConsent',
    /\b(?:sms|texts?|texting|text messages?|tcpa)\b.*\b(?:opt(?:ed)? ?in|optin|consent(?:ed)?|permission|agree[a-z]*|ok)\b|\b(?:opt(?:ed)? ?in|consent(?:ed)?|permission|agree[a-z]*)\b.*\b(?:sms|texts?|texting|text messages?)\b/,
    PERSON,
  ],
  ['part2Elements', /\b(?:part ?2|42 cfr)\b.*\belements?\b/, PERSON],
  ['part2ExpiresAt', /\b(?:part ?2|42 cfr)\b.*\b(?:expir[a-z]*|ends?)\b/, PERSON],
  ['part2SignedAt', /\b(?:part ?2|42 cfr)\b.*\b(?:signed|date)\b/, PERSON],
  ['part2Revoked', /\b(?:part ?2|42 cfr)\b.*\b(?:revoked|withdrawn)\b/, PERSON],
  ['part2Consent', /\b(?:part ?2|42 cfr)\b.*\b(?:consent|status)\b/, PERSON],
  ['healthDataConsent', /\bhealth data\b.*\bconsent\b|\bmhmda\b|\bmy health my data\b/, PERSON],
  ['revoked', /\b(?:revoked|withdrawn|revocation|stop requested)\b/, PERSON],
  ['doNotProfile', /\b(?:do not|dont|no) profil/, PERSON],
  ['doNotSolicit', /\bdo not (?:contact|solicit|market)\b/, PERSON],
  ['doNotTrack', /\bdo not track\b|\bopted out (?:of )?tracking\b/, PERSON],
  ['shouldForget', /\b(?:should|to be|be) forgot?t?e?n?\b|\bforget me\b|\berasure\b/, PERSON],
  ['legalBasis', /\blegal basis\b|\blawful basis\b/, PERSON],
  ['crisis', /\bcrisis\b/, PERSON],
  [
    'existingPatient',
    /\b(?:existing|current|active|former|returning) (?:patient|client)\b|\bis (?:a )?(?:patient|client)\b/,
    PERSON,
  ],
  ['ageBand', /\bage (?:band|group|range|bracket)\b/, PERSON],
  ['language', /\blanguages?\b|\bidioma\b/, PERSON],
  [
    'inquiryType',
    /\b(?:inquiry|enquiry) (?:type|kind|for)\b|\bseeking (?:help|care) for\b/,
    PERSON,
  ],
  [
    'requestedContact',
    /\b(?:preferred|requested|best) (?:contact|method|way|channel)\b|\bcontact (?:preference|method)\b/,
    PERSON,
  ],
  [
    'serviceLine',
    /\bservice line\b|\bprogram(?:me)?s?(?: of)?(?: interest)?$|\blevel of care\b|\bservices? (?:of )?interest\b/,
    PERSON,
  ],
  [
    'verification',
    /\b(?:insurance|benefits?|coverage)\b.*\b(?:verif[a-z]*|status|check)\b|\bvob\b/,
    PERSON,
  ],
  ['source', /\blead source\b|\bhow did you hear\b|\bheard (?:about|of) us\b/, PERSON],
  ['role', /\bjob ?title\b|\bjob function\b|\bposition\b/, PERSON],
  ['state', /^(?:mailing |home )?state(?: (?:region|province|code))?$/, PERSON],
  ['organisationType', /\b(?:organi[sz]ation|company|account|employer) type\b/, ['company']],
  ['companySize', /\b(?:employees|headcount|company size|covered lives)\b/, ORGANISATION],
  ['selfInsured', /\bself (?:insured|funded)\b/, ORGANISATION],
  ['industry', /^industry$|\bsector\b/, ORGANISATION],
]
