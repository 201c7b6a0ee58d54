import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Facts } from '#src/ports.ts'
import { type Act, BEST, modelOf, type Persona, scoreOf } from './shipped.ts'

const PERSONAS: readonly Persona[] = [
  {
    who: 'a discharge planner of a hospital who called about referring someone',
    facts: BEST['referral-partner'],
    acts: [['call-connected', 'other']],
    tier: 'sales-ready',
    grades: ['A2'],
  },
  {
    who: 'a discharge planner who sent the referral form',
    facts: { role: 'discharge-planner', organisationType: 'hospital' },
    acts: [['form-submitted', 'referrals']],
    tier: 'sales-ready',
    grades: ['B1'],
  },
  {
    who: 'a school counselor writing from a school address',
    facts: { role: 'school-counselor', organisationType: 'school', emailClass: 'student' },
    acts: [['form-submitted', 'referrals']],
    tier: 'sales-ready',
    grades: ['B1'],
  },
  {
    who: 'a primary care physician who replied and read how to refer',
    facts: { role: 'physician', organisationType: 'primary-care', state: 'mi' },
    acts: [
      ['email-replied', 'other', 1],
      ['page-viewed', 'referrals', 1],
    ],
    tier: 'sales-ready',
    grades: ['A1'],
  },
  {
    who: 'the same physician who read how to refer, once',
    facts: { role: 'physician', organisationType: 'primary-care', state: 'mi' },
    acts: [['page-viewed', 'referrals']],
    tier: 'nurture',
    grades: ['A2'],
  },
  {
    who: 'the same physician who read an article',
    facts: { role: 'physician', organisationType: 'primary-care', state: 'mi' },
    acts: [['page-viewed', 'blog']],
    tier: 'nurture',
    grades: ['A3'],
  },
  {
    who: 'a therapist in private practice who came to a training',
    facts: { role: 'clinician' },
    acts: [['webinar-attended', 'webinar', 3]],
    tier: 'nurture',
    grades: ['C3'],
  },
  {
    who: 'an intern who looks for work',
    facts: { role: 'intern', inquiryType: 'job-seeker' },
    acts: [['page-viewed', 'careers']],
    tier: 'unqualified',
    grades: ['C3'],
  },
  {
    who: 'a vendor',
    facts: { role: 'executive', inquiryType: 'vendor', state: 'mi' },
    acts: [['form-submitted', 'contact']],
    tier: 'unqualified',
    grades: ['C1'],
  },
]

/** All that the model may ask; nothing of it says what somebody brings or who pays for it. */
const MAY_ASK = new Set([
  'role',
  'organisationType',
  'state',
  'inquiryType',
  'requestedContact',
  'lifecycle',
])

/** Pages that are about money. */
const ABOUT_MONEY = new Set(['pricing', 'insurance', 'benefits-check'])

const money = fc.record({
  verification: fc.constantFrom('verified', 'self-pay', 'out-of-network', 'submitted'),
  selfInsured: fc.boolean(),
  companySize: fc.nat({ max: 90_000 }),
  industry: fc.constantFrom('finance', 'healthcare', 'nonprofit', 'other'),
  formSubmissions: fc.nat({ max: 500 }),
})

describe('the referral-partner model', () => {
  const model = modelOf('referral-partner')

  it.each(PERSONAS)('puts $who into $tier', ({ facts, acts, tier, grades }) => {
    const score = scoreOf('referral-partner', facts, acts)

    expect(score.tier).toBe(tier)
    expect(grades).toContain(score.grade)
  })

  it('asks no fact that says who pays or what a referral brings', () => {
    const facts = [
      ...model.fit.groups.flatMap(({ rules }) => rules.map(({ fact }) => fact)),
      model.adjustments.lifecycle?.fact ?? 'lifecycle',
    ]

    expect(facts.filter((fact) => !MAY_ASK.has(fact))).toEqual([])
  })

  it('looks at no page about prices, insurance or benefits', () => {
    const rules = model.engagement.groups.flatMap((group) => group.rules)
    const pages = rules.filter(({ activity }) => activity.includes('page-viewed'))

    expect(
      rules.flatMap(({ category = [] }) => category).filter((c) => ABOUT_MONEY.has(c)),
    ).toEqual([])
    expect(
      pages.filter(
        ({ category, distinctDays }) => category === undefined && distinctDays === undefined,
      ),
    ).toEqual([])
  })

  it('gives the same score whoever pays and however large the partner is', () => {
    const acts: Act[] = [['call-connected', 'other', 1]]
    const plain = scoreOf('referral-partner', BEST['referral-partner'], acts)

    fc.assert(
      fc.property(money, (facts: Facts) => {
        const rich = { ...facts, ...BEST['referral-partner'] }
        expect(scoreOf('referral-partner', rich, acts).reasons).toEqual(plain.reasons)
      }),
    )
  })

  it('does not rise with how often somebody refers', () => {
    const forms = (times: number): number =>
      scoreOf(
        'referral-partner',
        BEST['referral-partner'],
        Array.from({ length: times }, (): Act => ['form-submitted', 'referrals', 0]),
      ).score

    expect(forms(40)).toBe(forms(1))
  })
})
