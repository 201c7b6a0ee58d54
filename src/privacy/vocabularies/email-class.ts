import type { Vocabulary } from './vocabulary.ts'

const PERSONAL_PROVIDERS = new Set([
  'gmail.com',
  'googlemail.com',
  'yahoo.com',
  'ymail.com',
  'rocketmail.com',
  'hotmail.com',
  'outlook.com',
  'live.com',
  'msn.com',
  'passport.com',
  'icloud.com',
  'me.com',
  'mac.com',
  'aol.com',
  'aim.com',
  'protonmail.com',
  'proton.me',
  'pm.me',
  'gmx.com',
  'gmx.net',
  'gmx.us',
  'mail.com',
  'email.com',
  'usa.com',
  'zoho.com',
  'zohomail.com',
  'fastmail.com',
  'hey.com',
  'tutanota.com',
  'tuta.com',
  'yandex.com',
  'inbox.com',
  'comcast.net',
  'xfinity.com',
  'verizon.net',
  'att.net',
  'sbcglobal.net',
  'bellsouth.net',
  'pacbell.net',
  'ameritech.net',
  'cox.net',
  'charter.net',
  'spectrum.net',
  'roadrunner.com',
  'rr.com',
  'earthlink.net',
  'mindspring.com',
  'juno.com',
  'netzero.net',
  'netzero.com',
  'optonline.net',
  'optimum.net',
  'frontier.com',
  'frontiernet.net',
  'windstream.net',
  'centurylink.net',
  'q.com',
  'embarqmail.com',
  'suddenlink.net',
  'mediacombb.net',
  'cableone.net',
  'duck.com',
  'privaterelay.appleid.com',
])

// yahoo.co.uk, hotmail.fr, outlook.es and the like.
const PERSONAL_ANYWHERE =
  /^(?:yahoo|hotmail|outlook|live|gmx|ymail)\.(?:co\.)?[a-z]{2}$|^(?:yahoo|hotmail|live|outlook)\.com\.[a-z]{2}$/
const SCHOOL = /\.edu$|\.edu\.[a-z]{2}$|\.ac\.[a-z]{2}$|\.k12\.[a-z]{2}\.us$|^(?:students?|stu)\./
const DOMAIN = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$/

/** Tells an address only by the kind of its domain; the address itself ends here. */
export const EMAIL_CLASS: Vocabulary = {
  codes: ['personal', 'student', 'business', 'other'],
  code: (text) => {
    const domain = mailDomain(text)
    return domain === undefined ? 'other' : classOf(domain)
  },
}

/** The domain of a plain address in lower case; `undefined` for whatever else. */
export function mailDomain(text: string): string | undefined {
  const domain = /^[^\s@]+@([^\s@]+)$/.exec(text.trim().toLowerCase())?.[1]
  return domain !== undefined && domain.length <= 253 && DOMAIN.test(domain) ? domain : undefined
}

function classOf(domain: string): string {
  if (SCHOOL.test(domain)) return 'student'
  if (PERSONAL_PROVIDERS.has(domain) || PERSONAL_ANYWHERE.test(domain)) return 'personal'
  return 'business'
}
