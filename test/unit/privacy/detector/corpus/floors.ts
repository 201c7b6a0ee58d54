import type { FindingKind } from '#src/privacy/detector/finding.ts'

export interface Floor {
  readonly recall: number
  readonly falsePositives: number
}

// What has a shape of its own, what needs a word beside it, what has neither.
const shaped: Floor = { recall: 0.95, falsePositives: 0.05 }
const announced: Floor = { recall: 0.95, falsePositives: 0.08 }
const guessed: Floor = { recall: 0.85, falsePositives: 0.1 }
const term: Floor = { recall: 0.9, falsePositives: 0.08 }

/** The least that is good enough, by kind, on the cases the detector may be tuned on. */
export const FLOORS: Readonly<Record<FindingKind, Floor>> = {
  name: guessed,
  geography: guessed,
  date: { recall: 0.95, falsePositives: 0.08 },
  phone: shaped,
  fax: shaped,
  email: shaped,
  ssn: shaped,
  'medical-record-number': announced,
  // Claim and authorisation numbers are told as unique codes, which is as much as leaving them unsaid.
  'health-plan-number': { recall: 0.9, falsePositives: 0.08 },
  'account-number': announced,
  'licence-number': announced,
  vehicle: announced,
  device: announced,
  url: shaped,
  'ip-address': shaped,
  biometric: guessed,
  photo: guessed,
  'unique-code': { recall: 0.9, falsePositives: 0.08 },
  'mental-health': term,
  'substance-use': term,
  medication: term,
  crisis: term,
}

/** Of the terms found, how many have negation and person right. */
export const FLAGS_FLOOR = 0.9

/** Over all unseen cases together: by kind they are too few to hold a floor each. */
export const HOLDOUT_FLOOR: Floor = { recall: 0.85, falsePositives: 0.1 }
