import { type ConsentCode, HOLD_RULES } from './consent/consent-rules.ts'
import type { Hold } from './ports.ts'
import type { Role } from './privacy/allowed-field.ts'

/** Holds that say no more than their codes may, where a code tells of an age or of a kind of care. */
const NEUTRAL: readonly Hold[] = ['another-team', 'consent-awaited']

const NEUTRAL_WORDS: ReadonlyMap<ConsentCode, string> = new Map(
  HOLD_RULES.filter(({ hold }) => NEUTRAL.includes(hold)).map(({ because, hold }) => [
    because,
    hold,
  ]),
)

/**
 * Why a decision about consent is as it is, as far as a role may know. Admissions read what CRM users
 * read: that a Part 2 consent is missing tells what somebody sought help for.
 */
export function consentCodesFor(role: Role, because: readonly ConsentCode[]): readonly string[] {
  if (role !== 'admissions') return because
  return [...new Set(because.map((code) => NEUTRAL_WORDS.get(code) ?? code))]
}
