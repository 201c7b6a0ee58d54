import type { Category, FieldSource } from './allowed-field.ts'
import type { Definitions, FactDefinition } from './fact-definition.ts'
import { ACTIVITY_FACTS } from './facts/activity-facts.ts'
import { AUDIT_FACTS } from './facts/audit-facts.ts'
import { CONSENT_FACTS, PART2_FACTS, SAFETY_FACTS } from './facts/consent-facts.ts'
import { CARE_FACTS, ENGAGEMENT_FACTS, PROFILE_FACTS } from './facts/record-facts.ts'

/** Every fact of a person or an organisation by its name. A portal may add facts of its own. */
export const RECORD_FACTS: Definitions = {
  ...CONSENT_FACTS,
  ...PART2_FACTS,
  ...SAFETY_FACTS,
  ...CARE_FACTS,
  ...PROFILE_FACTS,
  ...ENGAGEMENT_FACTS,
  ...AUDIT_FACTS,
}

/** Set by us, never mapped from a field: a consent field holds what nobody can read, or is gone. */
export const CONSENT_UNREADABLE = 'consentUnreadable'

/** Facts a source can tell, by name. */
export function factsOf(source: FieldSource): Definitions {
  return ACTIVITY_FACTS[source] ?? RECORD_FACTS
}

/** `undefined` for a portal's own fact. */
export function definitionOf(source: FieldSource, fact: string): FactDefinition | undefined {
  const known = factsOf(source)
  return Object.hasOwn(known, fact) ? known[fact] : undefined
}

const GUARDS: ReadonlySet<Category> = new Set(['consent', 'part2', 'safety'])

/** Facts that keep people from being scored or reached: unreadable, they count as a no. */
export function isGuard({ category }: { readonly category: Category }): boolean {
  return GUARDS.has(category)
}
