import { describe, expect, it } from 'vitest'
import type { Audience, Facts } from '#src/ports.ts'
import { type Act, audienceOf, scoreOf } from './shipped.ts'

/** Of whom no more is known than what puts them into the audience. */
const BARELY_KNOWN: readonly (readonly [Audience, Facts])[] = [
  ['individual', {}],
  ['individual', { inquiryType: 'self' }],
  ['employer', { inquiryType: 'employer-benefits' }],
  ['employer', { role: 'benefits-leader' }],
  ['employer', { role: 'hr-manager' }],
  ['employer', { role: 'executive' }],
  ['health-plan', { inquiryType: 'health-plan' }],
  ['health-plan', { role: 'network-manager' }],
  ['health-plan', { organisationType: 'health-plan' }],
  ['referral-partner', { inquiryType: 'referral' }],
  ['referral-partner', { role: 'physician' }],
  ['referral-partner', { organisationType: 'hospital' }],
  ['provider-org', { inquiryType: 'provider-services' }],
  ['provider-org', { role: 'clinical-leader' }],
  ['provider-org', { organisationType: 'outpatient-clinic' }],
]

/** By which people write to us or ask for our time. */
const INBOUND: readonly Act[] = [
  ['form-submitted', 'other'],
  ['form-submitted', 'contact'],
  ['form-submitted', 'services'],
  ['form-submitted', 'about'],
  ['form-submitted', 'locations'],
  ['consult-requested', 'callback'],
  ['consult-requested', 'admissions'],
  ['consult-booked', 'other'],
  ['email-replied', 'other'],
  ['message-received', 'other'],
  ['meeting-booked', 'other'],
  ['demo-booked', 'demo'],
]

describe.each(BARELY_KNOWN)('somebody for the %s model of whom is known: %j', (audience, facts) => {
  it('is that audience’s', () => {
    expect(audienceOf(facts)).toBe(audience)
  })

  it('is not answered by “no action” within a week of writing to us', () => {
    const left = INBOUND.flatMap(([kind, category]) =>
      [0, 3.5, 6.5].flatMap((daysAgo) =>
        scoreOf(audience, facts, [[kind, category, daysAgo]]).tier === 'unqualified'
          ? [`${kind}/${category} after ${daysAgo} days`]
          : [],
      ),
    )

    expect(left).toEqual([])
  })

  it.each(['job-seeker', 'vendor'])('is left to others as a %s who writes', (inquiryType) => {
    const tiers = INBOUND.map((act) => scoreOf(audience, { ...facts, inquiryType }, [act]).tier)

    expect(new Set(tiers)).toEqual(new Set(['unqualified']))
  })
})
