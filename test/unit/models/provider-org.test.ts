import { describe, expect, it } from 'vitest'
import { BEST, type Persona, scoreOf } from './shipped.ts'

const PERSONAS: readonly Persona[] = [
  {
    who: 'the chief medical officer of a community centre of 300 who attended a demo',
    facts: {
      role: 'chief-medical-officer',
      organisationType: 'community-mental-health-center',
      companySize: 300,
    },
    acts: [['demo-attended', 'demo', 1]],
    tier: 'sales-ready',
    grades: ['A1'],
  },
  {
    who: 'a VP Growth of an outpatient provider who read prices and a case study',
    facts: { role: 'marketing-leader', organisationType: 'outpatient-provider', companySize: 60 },
    acts: [
      ['page-viewed', 'pricing', 1],
      ['page-viewed', 'case-study', 1],
    ],
    tier: 'sales-ready',
    grades: ['A1'],
  },
  {
    who: 'an executive director of a residential provider who read one article',
    facts: {
      role: 'executive-director',
      organisationType: 'residential-provider',
      companySize: 120,
    },
    acts: [['page-viewed', 'blog']],
    tier: 'nurture',
    grades: ['A3'],
  },
  {
    who: 'the same director after one visit to the pricing page',
    facts: BEST['provider-org'],
    acts: [['page-viewed', 'pricing']],
    tier: 'nurture',
    grades: ['A2'],
  },
  {
    who: 'an admissions director who wrote to us and replied',
    facts: {
      role: 'admissions-leader',
      organisationType: 'residential-provider',
      inquiryType: 'provider-services',
    },
    acts: [
      ['form-submitted', 'contact', 1],
      ['email-replied', 'other', 1],
    ],
    tier: 'sales-ready',
    grades: ['A1'],
  },
  {
    who: 'the owner of a practice of two who attended a demo',
    facts: { role: 'executive', organisationType: 'outpatient-provider', companySize: 2 },
    acts: [['demo-attended', 'demo', 1]],
    tier: 'nurture',
    grades: ['B1'],
  },
  {
    who: 'a therapist of a community centre who reads along',
    facts: { role: 'clinician', organisationType: 'community-mental-health-center' },
    acts: [
      ['page-viewed', 'case-study', 1],
      ['email-clicked', 'other', 1],
    ],
    tier: 'nurture',
    grades: ['B2'],
  },
  {
    who: 'a student',
    facts: { role: 'student', emailClass: 'student' },
    acts: [['page-viewed', 'pricing']],
    tier: 'unqualified',
    grades: ['C2'],
  },
  {
    who: 'a vendor',
    facts: { role: 'executive', inquiryType: 'vendor' },
    acts: [['form-submitted', 'contact']],
    tier: 'unqualified',
    grades: ['C2'],
  },
]

describe('the provider-org model', () => {
  it.each(PERSONAS)('puts $who into $tier', ({ facts, acts, tier, grades }) => {
    const score = scoreOf('provider-org', facts, acts)

    expect(score.tier).toBe(tier)
    expect(grades).toContain(score.grade)
  })

  it('takes nothing off for a university address: university clinics are providers too', () => {
    const acts = [['demo-attended', 'demo', 1]] as const
    const plain = scoreOf('provider-org', BEST['provider-org'], acts)

    expect(
      scoreOf('provider-org', { ...BEST['provider-org'], emailClass: 'student' }, acts).reasons,
    ).toEqual(plain.reasons)
  })
})
