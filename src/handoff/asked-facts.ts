import type { Audience } from '../ports.ts'

/** What is worth asking while we do not know it; the most useful first. */
export const ASKED_FACTS = {
  individual: [
    'inquiryType',
    'requestedContact',
    'verification',
    'state',
    'serviceLine',
    'smsConsent',
  ],
  employer: ['role', 'companySize', 'selfInsured', 'industry', 'requestedContact'],
  'health-plan': ['role', 'state', 'requestedContact'],
  'referral-partner': ['organisationType', 'state', 'requestedContact'],
  'provider-org': ['role', 'companySize', 'state'],
} as const satisfies Readonly<Record<Audience, readonly string[]>>

export type AskedFacts = {
  readonly [For in Audience]: (typeof ASKED_FACTS)[For][number]
}
