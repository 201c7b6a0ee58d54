import { describe, expect, it } from 'vitest'
import type { Facts } from '#src/ports.ts'
import { BEST, type Persona, scoreOf } from './shipped.ts'

const PERSONAS: readonly Persona[] = [
  {
    who: 'a network director of a plan who met with us',
    facts: { role: 'network-manager', organisationType: 'health-plan', companyState: 'ny' },
    acts: [['meeting-attended', 'other', 2]],
    tier: 'sales-ready',
    grades: ['A1'],
  },
  {
    who: 'the same director after one article',
    facts: { role: 'network-manager', organisationType: 'health-plan', companyState: 'ny' },
    acts: [['page-viewed', 'blog']],
    tier: 'nurture',
    grades: ['A3'],
  },
  {
    who: 'the same director after one visit to the pages for plans',
    facts: BEST['health-plan'],
    acts: [['page-viewed', 'health-plans']],
    tier: 'nurture',
    grades: ['A2'],
  },
  {
    who: "a plan's chief medical officer who wrote to us",
    facts: { role: 'chief-medical-officer', organisationType: 'health-plan' },
    acts: [['form-submitted', 'health-plans', 1]],
    tier: 'sales-ready',
    grades: ['B1'],
  },
  {
    who: 'the head of an EAP network who booked a meeting and replied',
    facts: { role: 'eap-manager', organisationType: 'eap', inquiryType: 'health-plan' },
    acts: [
      ['meeting-booked', 'other', 1],
      ['email-replied', 'other', 1],
    ],
    tier: 'sales-ready',
    grades: ['A1'],
  },
  {
    who: 'a plan whose interest is a quarter old',
    facts: { role: 'network-manager', organisationType: 'health-plan' },
    acts: [['meeting-attended', 'other', 91]],
    tier: 'nurture',
    grades: ['A3'],
  },
  {
    who: 'an executive of an organisation we do not know',
    facts: { role: 'executive' },
    acts: [
      ['page-viewed', 'health-plans', 1],
      ['page-viewed', 'case-study', 1],
    ],
    tier: 'nurture',
    grades: ['C1'],
  },
  {
    who: 'a student of health policy',
    facts: { role: 'student' },
    acts: [
      ['page-viewed', 'health-plans'],
      ['content-downloaded', 'resources'],
    ],
    tier: 'unqualified',
    grades: ['C2'],
  },
  {
    who: 'a vendor',
    facts: { role: 'executive', inquiryType: 'vendor' },
    acts: [['form-submitted', 'contact']],
    tier: 'unqualified',
    grades: ['C1'],
  },
  {
    who: 'somebody looking for a job',
    facts: { role: 'network-manager', inquiryType: 'job-seeker' },
    acts: [['page-viewed', 'careers']],
    tier: 'unqualified',
    grades: ['C3'],
  },
]

describe('the health-plan model', () => {
  it.each(PERSONAS)('puts $who into $tier', ({ facts, acts, tier, grades }) => {
    const score = scoreOf('health-plan', facts, acts)

    expect(score.tier).toBe(tier)
    expect(grades).toContain(score.grade)
  })

  it.each<[string, Facts]>([
    ['how large the plan is', { companySize: 90_000 }],
    ['whether it insures its own people', { selfInsured: true }],
    ['its industry', { industry: 'finance' }],
  ])('does not ask %s', (_what, more) => {
    const acts = [['meeting-attended', 'other', 2]] as const

    expect(scoreOf('health-plan', { ...BEST['health-plan'], ...more }, acts).reasons).toEqual(
      scoreOf('health-plan', BEST['health-plan'], acts).reasons,
    )
  })
})
