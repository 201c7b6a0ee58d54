import type { Role } from '../allowed-field.ts'
import type { Group } from '../fact-definition.ts'

const EVERYBODY: readonly Role[] = [
  'marketing',
  'admissions',
  'clinical-intake',
  'analytics',
  'admin',
]
/** 45 CFR 164.514(d)(2): who admits people sees what they asked for; nobody else needs to. */
const CARE_TEAM: readonly Role[] = ['admissions', 'clinical-intake', 'admin']
const OUTREACH: readonly Role[] = ['marketing', ...CARE_TEAM]

const TWO_YEARS = 730
const THREE_YEARS = 1_095
/** Claims under the TCPA may be brought for four years (28 USC 1658(a)); one more to answer them. */
const FIVE_YEARS = 1_825

export const CONSENT: Group = {
  category: 'consent',
  purpose: 'consent',
  roles: OUTREACH,
  retentionDays: FIVE_YEARS,
}
export const PART2: Group = {
  category: 'part2',
  purpose: 'consent',
  roles: CARE_TEAM,
  retentionDays: FIVE_YEARS,
}
export const SAFETY: Group = {
  category: 'safety',
  purpose: 'safety',
  roles: CARE_TEAM,
  retentionDays: TWO_YEARS,
}
export const CARE: Group = {
  category: 'care',
  purpose: 'scoring',
  roles: CARE_TEAM,
  retentionDays: TWO_YEARS,
}
export const PROFILE: Group = {
  category: 'profile',
  purpose: 'scoring',
  roles: EVERYBODY,
  retentionDays: THREE_YEARS,
}
export const ORGANISATION: Group = { ...PROFILE, category: 'organisation' }
export const FUNNEL: Group = { ...PROFILE, category: 'funnel' }
export const ENGAGEMENT: Group = {
  category: 'engagement',
  purpose: 'scoring',
  roles: EVERYBODY,
  retentionDays: TWO_YEARS,
}
/** What was looked at and filled in tells what somebody seeks. */
export const INTEREST: Group = { ...ENGAGEMENT, roles: CARE_TEAM }
export const ACTIVITY: Group = { ...INTEREST, category: 'activity' }
export const BOOKKEEPING: Group = { ...PROFILE, category: 'bookkeeping' }
export const FEEDBACK: Group = {
  category: 'feedback',
  purpose: 'feedback',
  roles: ['admissions', 'analytics', 'admin'],
  retentionDays: TWO_YEARS,
}
/** Held to see how people fare, never to decide about one; whoever works with people never sees it. */
export const AUDIT: Group = {
  category: 'audit',
  purpose: 'audit',
  roles: ['admin'],
  retentionDays: TWO_YEARS,
}
/** A portal's own fact, until its owner says otherwise. */
export const CUSTOM: Group = { ...CARE, category: 'custom' }

export const ACTIVITY_RETENTION_DAYS = TWO_YEARS
