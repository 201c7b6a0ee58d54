import { byExactWords, plainWords, type Vocabulary } from './vocabulary.ts'

/** What a written consent under 42 CFR 2.31 holds, in the words of consent forms. */
export const PART2_ELEMENTS = byExactWords({
  'patient-name': ['name of patient', 'name of the patient', 'patient', 'client name'],
  discloser: ['who may disclose', 'disclosing party', 'disclosing program', 'from whom'],
  information: [
    'description of information',
    'information to be disclosed',
    'what may be disclosed',
    'amount kind of information',
  ],
  recipient: ['recipients', 'who may receive', 'to whom', 'receiving party'],
  purpose: ['purpose of disclosure', 'purpose of the disclosure'],
  'right-to-revoke': ['right to revoke', 'right of revocation', 'how to revoke'],
  expiry: ['expiration', 'expiration date', 'expiration event', 'expiry date', 'expires'],
  signature: ['signed', 'patient signature', 'signature of patient'],
  date: ['date signed', 'date of signature', 'signed on'],
})

/** What prior express written consent under 47 CFR 64.1200(f)(9) holds. */
export const SMS_ELEMENTS = byExactWords({
  signature: ['signed', 'e signature', 'esignature', 'electronic signature'],
  number: ['phone number', 'mobile number', 'telephone number', 'number named'],
  seller: ['seller named', 'organization named', 'organisation named', 'company named'],
  disclosure: ['clear disclosure', 'disclosure shown', 'autodialer disclosure'],
  'not-a-condition': ['not a condition of purchase', 'no condition of purchase', 'not required'],
})

// HubSpot subscription statuses, and Salesforce PrivacyConsentStatus (`OptIn`, `OptOut`, `Seen`, `NotSeen`).
export const CONSENT_STATUS = byExactWords({
  'opt-in': ['optin', 'opted in', 'subscribed', 'consented', 'granted'],
  'opt-out': ['optout', 'opted out', 'unsubscribed', 'withdrawn', 'revoked', 'denied'],
  expired: ['lapsed'],
  other: ['not specified', 'seen', 'not seen', 'notseen'],
})

// HubSpot's options of hs_legal_basis, and the enumeration of its communication preferences API.
export const LEGAL_BASIS = byExactWords({
  consent: ['freely given consent from contact', 'consent with notice', 'freely given consent'],
  'legitimate-interest': [
    'legitimate interest prospect lead',
    'legitimate interest existing customer',
    'legitimate interest other',
    'legitimate interest pql',
    'legitimate interest client',
  ],
  contract: ['performance of a contract', 'performance of contract'],
  'not-applicable': ['non gdpr', 'n a'],
  other: ['process store'],
})

const LANGUAGES: Readonly<Record<string, string>> = {
  en: 'en',
  eng: 'en',
  english: 'en',
  ingles: 'en',
  es: 'es',
  spa: 'es',
  spanish: 'es',
  espanol: 'es',
  castellano: 'es',
}

/** By its first word: `es-MX`, `en_US` and `Spanish (Mexico)` name a country behind it. */
export const LANGUAGE: Vocabulary = {
  codes: ['en', 'es', 'other'],
  code: (text) => {
    const [first = ''] = plainWords(text.slice(0, 60)).split(' ')
    return Object.hasOwn(LANGUAGES, first) ? (LANGUAGES[first] ?? 'other') : 'other'
  },
}
