import type { Channel, Facts } from '../ports.ts'
import { holdsAny, is, yes } from './fact-questions.ts'

/** On what a contact may rest; `own-service` is the organisation describing what it offers, 45 CFR 164.501. */
export type ConsentBasis =
  | 'requested-contact'
  | 'consent'
  | 'contract'
  | 'legitimate-interest'
  | 'own-service'
  | 'none'

interface BasisRule {
  readonly basis: ConsentBasis
  readonly applies: (facts: Facts) => boolean
}

const ASKED_FOR_CONTACT = ['call-today', 'call', 'email', 'text']

const agreed = (facts: Facts): boolean => holdsAny(facts, 'legalBasis', ['consent'])

/** The first that fits, strongest first. */
const BASIS_RULES: readonly BasisRule[] = [
  {
    basis: 'requested-contact',
    applies: (facts) => holdsAny(facts, 'requestedContact', ASKED_FOR_CONTACT),
  },
  {
    basis: 'consent',
    applies: (facts) =>
      agreed(facts) ||
      is('emailConsent', 'opt-in')(facts) ||
      is('phoneConsent', 'opt-in')(facts) ||
      yes('smsConsent')(facts),
  },
  { basis: 'contract', applies: (facts) => holdsAny(facts, 'legalBasis', ['contract']) },
  {
    basis: 'legitimate-interest',
    applies: (facts) => holdsAny(facts, 'legalBasis', ['legitimate-interest']),
  },
]

export function consentBasis(facts: Facts): ConsentBasis {
  return BASIS_RULES.find(({ applies }) => applies(facts))?.basis ?? 'own-service'
}

/** Whether anything on record says that the person wants to hear from us this way. */
export const IS_WELCOME: Readonly<Record<Channel, (facts: Facts) => boolean>> = {
  phone: (facts) =>
    agreed(facts) ||
    is('phoneConsent', 'opt-in')(facts) ||
    holdsAny(facts, 'requestedContact', ['call', 'call-today']),
  email: (facts) =>
    agreed(facts) || is('emailConsent', 'opt-in')(facts) || is('requestedContact', 'email')(facts),
  // Open only with written consent, which is a welcome.
  sms: () => true,
}
