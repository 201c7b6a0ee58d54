import type { Activity, Audience, Facts, SafeRecord } from '../ports.ts'
import { codesOf, yes } from './fact-questions.ts'

type Signs = Pick<SafeRecord, 'facts' | 'activities'>

/** What people ask when they ask on behalf of an organisation or of those it looks after. */
const ASKS_FOR_ORGANISATION = ['employer-benefits', 'health-plan', 'referral', 'provider-services']
const ASKS_FOR_CARE = ['self', 'loved-one']

/** Codes that say nothing of anyone's own care. */
const NO_CARE = {
  serviceLine: ['workplace-program', 'other'],
  verification: ['not-started', 'other'],
  part2Consent: ['none', 'other'],
} as const

const CARE_CATEGORIES = ['admissions', 'benefits-check']
const BUSINESS_FORMS = ['employers', 'health-plans', 'referrals', 'demo', 'case-study']

/**
 * Whether what a person does may count towards their organisation's score. They must have shown
 * themselves that they deal with us for it: a CRM files people under their employer by the domain of
 * their address, and an employee who looks for care must never show on the employer's record. Any
 * sign of care, of the person's own or of someone dear to them, is enough to leave them out.
 */
export function speaksForOrganisation(
  { facts, activities }: Signs,
  audienceOf: (facts: Facts) => Audience,
): boolean {
  if (seeksCare({ facts, activities })) return false
  // Only the person's own facts: what the organisation is says nothing of what they came for.
  return audienceOf(facts) !== 'individual' || activities.some(isBusiness)
}

/** In doubt, yes. */
function seeksCare({ facts, activities }: Signs): boolean {
  const inquiry = facts['inquiryType']
  if (isOneOf(ASKS_FOR_CARE, inquiry)) return true
  if (facts['crisis'] === true || facts['existingPatient'] === true) return true
  if (says(facts, 'part2Consent') || hasSignedForCare(facts)) return true
  // Who refers others fills in forms and books consultations for them.
  if (inquiry !== 'referral' && activities.some(isCareRequest)) return true
  if (isOneOf(ASKS_FOR_ORGANISATION, inquiry)) return false
  return (
    says(facts, 'serviceLine') || says(facts, 'verification') || activities.some(isCarePageView)
  )
}

function says(facts: Facts, fact: keyof typeof NO_CARE): boolean {
  const value = facts[fact]
  return value !== undefined && !isOneOf(NO_CARE[fact], value)
}

/** Nobody signs a consent under 42 CFR Part 2 for an employer. */
function hasSignedForCare(facts: Facts): boolean {
  const signed = codesOf(facts, 'part2Elements') ?? []
  return signed.length > 0 || facts['part2ExpiresAt'] !== undefined || yes('part2Revoked')(facts)
}

function isCareRequest({ kind, category }: Activity): boolean {
  if (kind === 'consult-requested' || kind === 'consult-booked') return true
  return kind !== 'page-viewed' && CARE_CATEGORIES.includes(category)
}

function isCarePageView({ kind, category }: Activity): boolean {
  return kind === 'page-viewed' && CARE_CATEGORIES.includes(category)
}

function isBusiness({ kind, category }: Activity): boolean {
  if (kind === 'demo-booked' || kind === 'demo-attended') return true
  return kind === 'form-submitted' && BUSINESS_FORMS.includes(category)
}

function isOneOf(codes: readonly string[], value: unknown): boolean {
  return typeof value === 'string' && codes.includes(value)
}
