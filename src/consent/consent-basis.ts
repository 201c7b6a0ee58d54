import type { Activity, Channel, Facts } from '../ports.ts'
import {
  askedForAnswer,
  askedForCall,
  askedForEmail,
  askedForText,
  soughtConversation,
} from './asked-for-contact.ts'
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

const agreed = (facts: Facts): boolean => holdsAny(facts, 'legalBasis', ['consent'])

/** The first that fits, strongest first. */
const BASIS_RULES: readonly BasisRule[] = [
  { basis: 'requested-contact', applies: askedForAnswer },
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

type IsWelcome = (facts: Facts, activities: readonly Activity[]) => boolean

const asksToBeWrittenTo = (facts: Facts): boolean => askedForEmail(facts) || askedForText(facts)

/** Whether anything on record says that the person wants to hear from us this way. */
export const IS_WELCOME: Readonly<Record<Channel, IsWelcome>> = {
  phone: (facts, activities) =>
    agreed(facts) ||
    is('phoneConsent', 'opt-in')(facts) ||
    askedForCall(facts) ||
    // How to be answered is for them to say; the form they used says less.
    (!asksToBeWrittenTo(facts) && soughtConversation(activities)),
  email: (facts) => agreed(facts) || is('emailConsent', 'opt-in')(facts) || askedForEmail(facts),
  // Open only with written consent, which is a welcome.
  sms: () => true,
}
