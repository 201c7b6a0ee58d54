import { describe, expect, it } from 'vitest'
import type { Facts } from '#src/ports.ts'
import { type Act, type Persona, scoreOf } from './shipped.ts'

const VP_BENEFITS: Facts = {
  role: 'benefits-leader',
  industry: 'manufacturing',
  companySize: 2_000,
  selfInsured: true,
}

const PERSONAS: readonly Persona[] = [
  {
    who: 'a VP Benefits of a self-insured manufacturer of 2,000 who attended a demo',
    facts: VP_BENEFITS,
    acts: [['demo-attended', 'demo', 1]],
    tier: 'sales-ready',
    grades: ['A1'],
  },
  {
    who: 'the same VP after one visit to the blog',
    facts: VP_BENEFITS,
    acts: [['page-viewed', 'blog']],
    tier: 'nurture',
    grades: ['A3'],
  },
  {
    who: 'the same VP after one visit to the pricing page',
    facts: VP_BENEFITS,
    acts: [['page-viewed', 'pricing']],
    tier: 'nurture',
    grades: ['A2'],
  },
  {
    who: 'the same VP after pricing and three opened emails',
    facts: VP_BENEFITS,
    acts: [
      ['page-viewed', 'pricing'],
      ['email-opened', 'other', 3],
      ['email-opened', 'other', 9],
      ['email-opened', 'other', 20],
    ],
    tier: 'sales-ready',
    grades: ['A1'],
  },
  {
    who: 'the same VP half a year after the demo',
    facts: VP_BENEFITS,
    acts: [['demo-attended', 'demo', 180]],
    tier: 'nurture',
    grades: ['A3'],
  },
  {
    who: 'a Chief People Officer who attended a webinar, read on and asked for prices',
    facts: { role: 'people-leader', industry: 'technology', companySize: 300, selfInsured: true },
    acts: [
      ['webinar-attended', 'webinar', 6],
      ['page-viewed', 'case-study', 4],
      ['form-submitted', 'pricing', 2],
    ],
    tier: 'sales-ready',
    grades: ['A1'],
  },
  {
    who: 'a benefits broker who asked for a demo',
    facts: {
      role: 'benefits-broker',
      organisationType: 'benefits-broker',
      inquiryType: 'employer-benefits',
      requestedContact: 'email',
    },
    acts: [
      ['form-submitted', 'demo'],
      ['demo-booked', 'demo'],
    ],
    tier: 'sales-ready',
    grades: ['A1'],
  },
  {
    who: 'an EAP coordinator reading case studies',
    facts: { role: 'eap-manager', industry: 'education', companySize: 800 },
    acts: [['page-viewed', 'case-study', 2]],
    tier: 'nurture',
    grades: ['B3'],
  },
  {
    who: 'a people leader of 30 who attended a demo',
    facts: { role: 'people-leader', industry: 'technology', companySize: 30 },
    acts: [['demo-attended', 'demo', 1]],
    tier: 'nurture',
    grades: ['C1'],
  },
  {
    who: 'somebody unknown who attended a demo',
    facts: {},
    acts: [['demo-attended', 'demo', 1]],
    tier: 'nurture',
    grades: ['C1'],
  },
  {
    who: 'an HR director of a university, who writes from its address, after a demo',
    facts: {
      role: 'people-leader',
      industry: 'education',
      companySize: 6_000,
      emailClass: 'student',
    },
    acts: [['demo-attended', 'demo', 1]],
    tier: 'sales-ready',
    grades: ['B1'],
  },
  {
    who: 'a student reading everything for a thesis',
    facts: { role: 'student', emailClass: 'student' },
    acts: [
      ['webinar-attended', 'webinar', 2],
      ['page-viewed', 'pricing', 1],
      ['page-viewed', 'case-study', 1],
    ],
    tier: 'unqualified',
    grades: ['C1'],
  },
  {
    who: 'a vendor with the right title',
    facts: { ...VP_BENEFITS, inquiryType: 'vendor' },
    acts: [['page-viewed', 'pricing']],
    tier: 'nurture',
    grades: ['C2'],
  },
  {
    who: 'a job seeker',
    facts: { role: 'hr-manager', inquiryType: 'job-seeker' },
    acts: [
      ['page-viewed', 'careers'],
      ['page-viewed', 'employers'],
    ],
    tier: 'unqualified',
    grades: ['C3'],
  },
]

/** The points of the one rule that counted for this act. */
function pointsOf(rule: string, facts: Facts, acts: readonly Act[]): number | undefined {
  return scoreOf('employer', facts, acts).reasons.find((reason) => reason.rule === rule)?.points
}

describe('the employer model', () => {
  it.each(PERSONAS)('puts $who into $tier', ({ facts, acts, tier, grades }) => {
    const score = scoreOf('employer', facts, acts)

    expect(score.tier).toBe(tier)
    expect(grades).toContain(score.grade)
  })

  it.each<[string, number, Facts, readonly Act[]]>([
    ['decides-on-benefits', 20, { role: 'benefits-leader' }, []],
    ['target-industry', 15, { industry: 'finance' }, []],
    ['pricing-page', 25, {}, [['page-viewed', 'pricing', 0]]],
    ['attended-demo', 30, {}, [['demo-attended', 'demo', 0]]],
    [
      'opened-emails',
      10,
      {},
      [
        ['email-opened', 'other', 0],
        ['email-opened', 'other', 10],
        ['email-opened', 'other', 29],
      ],
    ],
  ])('starts with the points the field gives %s: %d', (rule, points, facts, acts) => {
    expect(pointsOf(rule, facts, acts)).toBe(points)
  })

  it('gives nothing for three opened emails spread over more than 30 days', () => {
    const spread: Act[] = [
      ['email-opened', 'other', 1],
      ['email-opened', 'other', 15],
      ['email-opened', 'other', 31],
    ]

    expect(pointsOf('opened-emails', {}, spread)).toBeUndefined()
  })

  it('counts looking further after a webinar, and not before it', () => {
    const further = (daysAgo: number): number | undefined =>
      pointsOf('looked-further-after-webinar', {}, [
        ['webinar-attended', 'webinar', 5],
        ['page-viewed', 'employers', daysAgo],
      ])

    expect(further(1)).toBe(5)
    expect(further(6)).toBeUndefined()
  })
})
