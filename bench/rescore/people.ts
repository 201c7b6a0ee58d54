import type { Facts, PortalId, SafeRecord } from '#src/ports.ts'
import { fingerprintOf, restoreSafeRecord } from '#src/privacy/safe-record.ts'
import { createSubjects, DAY_MS, NOW } from '../engines/subjects.ts'

export const PORTAL: PortalId = 'hubspot:4711'
/** When they were scored last, and when the rule changes. */
export const SCORED_AT = NOW
export const PUBLISHED_AT = NOW + 60_000
/** Different people; a larger portal holds each of them several times under other ids. */
export const DISTINCT = 20_000
const COMPANIES = 500
/** One in so many asked about a programme for employees: the rule that is changed is theirs. */
const CONCERNED = 20

const FIRST_ID = 10_000_000_000

/** People with 15 activities each, and the organisations of half of them. */
export function createPeople(count: number): readonly SafeRecord[] {
  return createSubjects(count).map(({ facts, activities }, index) => {
    const concerned = index % CONCERNED === 0
    const own: Facts = concerned ? { ...facts, inquiryType: 'employer-benefits' } : facts
    const companyId = index % 2 === 0 ? undefined : String(1 + (index % COMPANIES))
    return safe('contact', String(FIRST_ID + index), own, companyId, activities)
  })
}

export function createCompanies(): readonly SafeRecord[] {
  return Array.from({ length: COMPANIES }, (_, index) => {
    const facts = { companySize: 100 + index, createdAt: NOW - 900 * DAY_MS }
    return safe('company', String(1 + index), facts, undefined, [])
  })
}

function safe(
  object: SafeRecord['object'],
  id: string,
  facts: Facts,
  companyId: string | undefined,
  activities: SafeRecord['activities'],
): SafeRecord {
  const fingerprint = fingerprintOf(facts, companyId)
  return restoreSafeRecord({ object, id, companyId, facts, activities, fingerprint })
}
