import type { Facts, PortalPolicy } from '../ports.ts'
import type { ConsentContext } from './consent-context.ts'
import { holdsEvery, yes } from './fact-questions.ts'

/** What a written consent to disclose must hold, 42 CFR 2.31(a) as amended by 89 FR 12472. */
export const PART2_ELEMENTS: readonly string[] = [
  'patient-name',
  'discloser',
  'information',
  'recipient',
  'purpose',
  'right-to-revoke',
  'expiry',
  'signature',
  'date',
]

/** 42 CFR 2.11 covers who applied for such a program, so the first inquiry already counts. */
export function isPart2(facts: Facts, { part2ServiceLines }: PortalPolicy): boolean {
  const line = facts['serviceLine']
  return typeof line === 'string' && part2ServiceLines.includes(line)
}

export function hasValidPart2Consent(facts: Facts, { at, policy }: ConsentContext): boolean {
  return !yes('part2Revoked')(facts) && !isExpired(facts, at) && isComplete(facts, policy)
}

/** When a consent that is valid now ends by itself. */
export function part2EndsAt(facts: Facts, context: ConsentContext): number | undefined {
  const expiresAt = facts['part2ExpiresAt']
  if (typeof expiresAt !== 'number' || !isPart2(facts, context.policy)) return undefined
  return hasValidPart2Consent(facts, context) ? expiresAt : undefined
}

function isExpired(facts: Facts, at: number): boolean {
  const expiresAt = facts['part2ExpiresAt']
  if (expiresAt === undefined) return false
  return typeof expiresAt !== 'number' || expiresAt <= at
}

/** A status alone proves no element, unless the owner vouches that it is never set without all. */
function isComplete(facts: Facts, { part2StatusSuffices }: PortalPolicy): boolean {
  const status = facts['part2Consent']
  if (status !== undefined && status !== 'complete') return false
  if (facts['part2Elements'] !== undefined)
    return holdsEvery(facts, 'part2Elements', PART2_ELEMENTS)
  return status === 'complete' && part2StatusSuffices
}
