import type { Facts, FactValue, PortalPolicy } from '#src/ports.ts'
import type { Situation } from './written-rules.ts'

/** What each fact may be; `undefined` means the record does not have it. */
export type Choices = Readonly<Record<string, readonly (FactValue | undefined)[]>>

export function combinations(choices: Choices): Facts[] {
  return Object.entries(choices).reduce<Facts[]>(
    (made, [fact, values]) =>
      made.flatMap((facts) =>
        values.map((value) => (value === undefined ? facts : { ...facts, [fact]: value })),
      ),
    [{}],
  )
}

// Written out here, so that a changed default cannot change what is expected.
export const USUAL_POLICY: PortalPolicy = {
  part2ServiceLines: ['substance-use-program'],
  part2StatusSuffices: false,
  smsCheckboxSuffices: false,
  coveredEntity: true,
  requireLegalBasis: false,
  noteLanguage: 'en',
  repEdits: 'put-right',
  selfApproval: false,
}

/** A Wednesday, 3 pm in New York: nobody on the mainland sleeps. */
export const NOON_ISH = Date.UTC(2026, 5, 10, 19)

export function situations(
  choices: Choices,
  policies: readonly Partial<PortalPolicy>[] = [{}],
): Situation[] {
  const facts = combinations(choices)
  return policies.flatMap((policy) =>
    facts.map((each) => ({ facts: each, at: NOON_ISH, policy: { ...USUAL_POLICY, ...policy } })),
  )
}
