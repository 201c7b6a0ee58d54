import { describe, expect, it } from 'vitest'
import { speaksForOrganisation } from '#src/consent/speaks-for-organisation.ts'
import type { Activity, ActivityCategory, ActivityKind, Audience, Facts } from '#src/ports.ts'

/** As careful an administrator would write it, and one who believes everybody buys. */
const careful = ({ role, inquiryType }: Facts): Audience =>
  role === 'hr-manager' || inquiryType === 'employer-benefits' ? 'employer' : 'individual'
const careless = (): Audience => 'employer'

const did = (kind: ActivityKind, category: ActivityCategory = 'other'): Activity => ({
  kind,
  category,
  at: 0,
})
const speaks = (facts: Facts, activities: readonly Activity[] = [], audienceOf = careful) =>
  speaksForOrganisation({ facts, activities }, audienceOf)

describe('an employee who looks for care never counts for the employer', () => {
  it.each<[string, Facts, readonly Activity[]]>([
    ['asks for themselves', { inquiryType: 'self' }, []],
    ['asks for somebody dear to them', { inquiryType: 'loved-one' }, []],
    ['is in a crisis', { crisis: true }, []],
    ['is a patient already', { existingPatient: true }, []],
    ['gave consent to share treatment records', { part2Consent: 'complete' }, []],
    ['signed part of such a consent', { part2Elements: ['signature'] }, []],
    ['signed a consent that ends', { part2ExpiresAt: 1 }, []],
    ['took such a consent back', { part2Revoked: true }, []],
    ['had insurance checked', { verification: 'submitted' }, []],
    ['chose a service', { serviceLine: 'outpatient' }, []],
    ['asked for a consultation', {}, [did('consult-requested')]],
    ['booked a consultation', {}, [did('consult-booked')]],
    ['sent a form to check benefits', {}, [did('form-submitted', 'benefits-check')]],
    ['sent a form to be admitted', {}, [did('form-submitted', 'admissions')]],
    ['looked at how to be admitted', {}, [did('page-viewed', 'admissions')]],
    ['looked at how to check benefits', {}, [did('page-viewed', 'benefits-check')]],
  ])('who %s', (_, facts, activities) => {
    const business = [did('demo-attended'), did('form-submitted', 'employers'), ...activities]

    expect(speaks({ role: 'hr-manager', ...facts }, activities)).toBe(false)
    expect(speaks(facts, business)).toBe(false)
    expect(speaks(facts, business, careless)).toBe(false)
  })

  it('whom only the organisation’s own facts make a buyer', () => {
    const visits = [did('page-viewed', 'insurance'), did('email-clicked'), did('call-connected')]

    expect(speaks({ emailClass: 'business' }, visits)).toBe(false)
  })

  it('who asked about benefits for employees once, and for a consultation later', () => {
    const facts = { inquiryType: 'employer-benefits', role: 'hr-manager' }

    expect(speaks(facts, [did('demo-attended'), did('consult-requested')])).toBe(false)
  })
})

describe('who deals with us for an organisation counts', () => {
  it.each<[string, Facts, readonly Activity[]]>([
    ['by their role', { role: 'hr-manager' }, []],
    ['by what they asked about', { inquiryType: 'employer-benefits' }, []],
    ['by a demo they came to', {}, [did('demo-attended')]],
    ['by a form for employers', {}, [did('form-submitted', 'employers')]],
    ['with codes that say nothing of care', { role: 'hr-manager', serviceLine: 'other' }, []],
    [
      'with boxes nobody ticked',
      { role: 'hr-manager', part2Revoked: false, part2Elements: [] },
      [],
    ],
    [
      'with a programme for the workplace',
      { role: 'hr-manager', serviceLine: 'workplace-program', verification: 'not-started' },
      [],
    ],
  ])('%s', (_, facts, activities) => {
    expect(speaks(facts, activities)).toBe(true)
  })

  it('when they refer others, whose service and insurance are not their own', () => {
    const facts = { inquiryType: 'referral', serviceLine: 'residential', verification: 'verified' }
    const acts = [did('form-submitted', 'admissions'), did('consult-booked')]

    expect(speaks(facts, acts, () => 'referral-partner')).toBe(true)
    expect(speaks({ ...facts, existingPatient: true }, acts, () => 'referral-partner')).toBe(false)
  })
})
