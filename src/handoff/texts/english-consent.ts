import type { ConsentTexts } from './note-texts.ts'

const OTHER_TEAM = 'please pass this inquiry to the team your organisation names for it'
const CONSENT_MISSING = 'Not scored: a consent this inquiry needs is not on file yet.'

export const ENGLISH_CONSENT: ConsentTexts = {
  channels: { phone: 'phone', email: 'email', sms: 'text message' },
  anyChannel: 'any channel',
  allowed: 'Allowed channels: {channels}.',
  noneAllowed: 'Allowed channels: none.',
  closed: 'Not by {channels}: {why}.',
  closedBecause: {
    'forget-requested': 'asked that their data be deleted',
    'do-not-process': 'asked that their data not be used',
    'consent-unreadable': 'a consent field on this record cannot be read',
    'under-13': OTHER_TEAM,
    'aged-13-17': OTHER_TEAM,
    'age-unreadable': OTHER_TEAM,
    'legal-basis-missing': 'no legal basis for contact is on record',
    'consent-revoked': 'asked that all contact end',
    'do-not-solicit': 'asked not to be approached',
    'contact-not-wanted': 'asked not to be contacted, or not for now',
    'do-not-call': 'asked not to be called',
    'phone-opt-out': 'opted out, or the consent has ended',
    'email-opt-out': 'opted out, or the consent has ended',
    'sms-consent-missing': 'no express written consent is on record',
    'sms-consent-incomplete': 'the written consent on record lacks a part the law asks for',
  },
  closedUnsaid: 'nothing on record allows it',
  withCare: 'With care ({channels}): nothing on record says it is welcome; begin by asking.',
  holds: {
    'no-consent': 'Scored for internal reporting only; please do not reach out.',
    'do-not-profile': 'Not scored: this person asked that their data not be used this way.',
    'another-team': `Not scored: ${OTHER_TEAM}.`,
    'consent-awaited': CONSENT_MISSING,
    'at-capacity':
      'No opening matches this inquiry at present; offer the waiting list or a referral.',
    'existing-patient': 'Already in contact with the care team; please route questions to them.',
  },
  stopped: {
    'consent-unreadable':
      'Not scored: a consent field on this record cannot be read; please ask your CRM administrator to check it.',
    'legal-basis-missing': 'Not scored: no legal basis for contact is on record yet.',
  },
  crisis: "Follow your organisation's crisis protocol; 988 (call or text) is available.",
  // Statement 2 of 42 CFR 2.32(a) as amended by 89 FR 12472, word for word.
  part2Notice: '42 CFR part 2 prohibits unauthorized use or disclosure of these records.',
  part2Signed: 'The written consent on file was signed on {date}.',
  part2Undated: 'A written consent is on file; the date of its signature is not on this record.',
}
