/**
 * Facts from which points may be learned; a closed list. Not on it, and never to be: protected
 * attributes and what may stand for them (state, language, age), how somebody would pay, which
 * programme they ask for, stages that reps set, dates, counts, and whatever a portal added.
 */
export const LEARNABLE_FACTS = [
  'role',
  'emailClass',
  'industry',
  'companySize',
  'selfInsured',
  'organisationType',
  'inquiryType',
  'requestedContact',
  'source',
] as const

/** Those that stay as they are: seen late, they still tell how it was earlier. */
export const ENDURING_FACTS: readonly string[] = LEARNABLE_FACTS.filter(
  (fact) => fact !== 'requestedContact',
)
