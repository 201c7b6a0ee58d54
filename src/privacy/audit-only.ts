import type { Facts } from '../ports.ts'
import { AUDIT_FACTS } from './facts/audit-facts.ts'

export type AuditOnlyFact = keyof typeof AUDIT_FACTS

/** Facts that are held for the fairness audit and may reach nothing else. */
export const AUDIT_ONLY: ReadonlySet<string> = new Set(Object.keys(AUDIT_FACTS))

/** The same facts where none is held for auditing only, as of nearly everybody. */
export function withoutAuditOnly(facts: Facts): Facts {
  if (!holdsAny(facts)) return facts
  return Object.fromEntries(Object.entries(facts).filter(([fact]) => !AUDIT_ONLY.has(fact)))
}

/** Asked of every record that is scored; looking up each name costs four times as much. */
function holdsAny(facts: Facts): boolean {
  for (const fact in facts) if (fact.startsWith('audit') && AUDIT_ONLY.has(fact)) return true
  return false
}
