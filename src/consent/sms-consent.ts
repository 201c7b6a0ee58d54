import type { Facts } from '../ports.ts'
import type { ConsentContext } from './consent-context.ts'
import { holdsEvery, yes } from './fact-questions.ts'

/** What prior express written consent must hold, 47 CFR 64.1200(f)(9). */
export const SMS_ELEMENTS: readonly string[] = [
  'signature',
  'number',
  'seller',
  'disclosure',
  'not-a-condition',
]

/** A yes whose form does not show every element; a missing yes has a code of its own. */
export function lacksSmsElements(facts: Facts, { policy }: ConsentContext): boolean {
  if (!yes('smsConsent')(facts)) return false
  if (facts['smsElements'] === undefined) return !policy.smsCheckboxSuffices
  return !holdsEvery(facts, 'smsElements', SMS_ELEMENTS)
}
