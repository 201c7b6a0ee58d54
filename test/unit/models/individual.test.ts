import { describe, expect, it } from 'vitest'
import { ACTIVITY_CATEGORIES, type Facts } from '#src/ports.ts'
import { BEST, type Persona, scoreOf } from './shipped.ts'

const PERSONAS: readonly Persona[] = [
  {
    who: 'somebody asking to be called today, benefits verified, who sent the callback form',
    facts: BEST.individual,
    acts: [['consult-requested', 'callback']],
    tier: 'sales-ready',
    grades: ['A1'],
  },
  {
    who: 'a parent asking for a call about a loved one',
    facts: { inquiryType: 'loved-one', requestedContact: 'call' },
    acts: [['consult-requested', 'callback']],
    tier: 'sales-ready',
    grades: ['B1'],
  },
  {
    who: 'somebody whose form only asked for a phone number and the state',
    facts: { requestedContact: 'call', state: 'oh' },
    acts: [['consult-requested', 'callback']],
    tier: 'sales-ready',
    grades: ['C1'],
  },
  {
    who: 'somebody who used the benefits check and looked at prices',
    facts: { inquiryType: 'self' },
    acts: [
      ['form-submitted', 'benefits-check'],
      ['page-viewed', 'pricing'],
    ],
    tier: 'sales-ready',
    grades: ['C1'],
  },
  {
    who: 'the same person two months later, with no sign since',
    facts: { inquiryType: 'self' },
    acts: [
      ['form-submitted', 'benefits-check', 60],
      ['page-viewed', 'pricing', 60],
    ],
    tier: 'nurture',
    grades: ['C3'],
  },
  {
    who: 'somebody we could help at once who read one article',
    facts: BEST.individual,
    acts: [['page-viewed', 'blog']],
    tier: 'nurture',
    grades: ['A3'],
  },
  {
    who: 'somebody who came back on three days to read',
    facts: {},
    acts: [
      ['page-viewed', 'blog'],
      ['page-viewed', 'services', 2],
      ['page-viewed', 'insurance', 3],
    ],
    tier: 'nurture',
    grades: ['C2'],
  },
  {
    who: 'somebody who sent a form of which nothing is known but that it came',
    facts: {},
    acts: [['form-submitted', 'other']],
    tier: 'nurture',
    grades: ['C2'],
  },
  {
    who: 'the same person, unanswered for six days',
    facts: {},
    acts: [['form-submitted', 'other', 6]],
    tier: 'nurture',
    grades: ['C3'],
  },
  {
    who: 'somebody whose first word to us was an email',
    facts: {},
    acts: [['email-replied', 'other', 5]],
    tier: 'nurture',
    grades: ['C2', 'C3'],
  },
  {
    who: 'somebody who signed up for the newsletter',
    facts: {},
    acts: [['form-submitted', 'newsletter']],
    tier: 'unqualified',
    grades: ['C3'],
  },
  {
    who: 'a job seeker who sent the contact form',
    facts: { inquiryType: 'job-seeker' },
    acts: [['form-submitted', 'contact']],
    tier: 'unqualified',
    grades: ['C2'],
  },
  {
    who: 'a vendor who wrote twice',
    facts: { inquiryType: 'vendor' },
    acts: [
      ['form-submitted', 'other'],
      ['email-replied', 'other'],
    ],
    tier: 'unqualified',
    grades: ['C2'],
  },
  {
    who: 'somebody who read once and wrote nothing',
    facts: {},
    acts: [
      ['page-viewed', 'blog'],
      ['page-viewed', 'services'],
    ],
    tier: 'unqualified',
    grades: ['C3'],
  },
  {
    who: 'somebody who spoke with us and of whom nothing else is known',
    facts: {},
    acts: [['call-connected', 'other']],
    tier: 'nurture',
    grades: ['C2'],
  },
  {
    who: 'a job seeker who sent an application and asked for a call',
    facts: { inquiryType: 'job-seeker', requestedContact: 'call', state: 'ca' },
    acts: [
      ['form-submitted', 'careers'],
      ['page-viewed', 'careers'],
    ],
    tier: 'unqualified',
    grades: ['C3'],
  },
  {
    who: 'a vendor who would like to be called today',
    facts: { inquiryType: 'vendor', requestedContact: 'call-today', state: 'ca' },
    acts: [['consult-requested', 'callback']],
    tier: 'unqualified',
    grades: ['C1'],
  },
  {
    who: 'somebody of whom nothing is known',
    facts: {},
    acts: [],
    tier: 'unqualified',
    grades: ['C3'],
  },
]

describe('the individual model', () => {
  it.each(PERSONAS)('puts $who into $tier', ({ facts, acts, tier, grades }) => {
    const score = scoreOf('individual', facts, acts)

    expect(score.tier).toBe(tier)
    expect(grades).toContain(score.grade)
  })

  it('keeps in touch with nobody for one page they read', () => {
    const tiers = ACTIVITY_CATEGORIES.map(
      (category) => scoreOf('individual', {}, [['page-viewed', category]]).tier,
    )

    expect(new Set(tiers)).toEqual(new Set(['unqualified']))
  })

  it('knows urgency only as a call asked for today', () => {
    const asked = (requestedContact: string) =>
      scoreOf('individual', { inquiryType: 'self', requestedContact }).score

    expect(asked('call-today')).toBeGreaterThan(asked('call'))
    expect(asked('call')).toBeGreaterThan(asked('email'))
    expect(asked('email')).toBe(asked('text'))
    expect(asked('text')).toBeGreaterThan(asked('none'))
  })

  it('ranks nobody by who pays: verified and paying without insurance count the same', () => {
    const paying = (verification: string) =>
      scoreOf('individual', { inquiryType: 'self', verification }).score

    expect(paying('self-pay')).toBe(paying('verified'))
    expect(paying('out-of-network')).toBe(paying('submitted'))
    expect(paying('submitted')).toBeGreaterThan(paying('not-started'))
  })

  it('counts an inquiry for a loved one as much as one for oneself', () => {
    const inquiry = (inquiryType: string) => scoreOf('individual', { inquiryType }).score

    expect(inquiry('loved-one')).toBe(inquiry('self'))
  })

  it.each<[string, Facts]>([
    ['a school address', { emailClass: 'student' }],
    ['a free-mail address', { emailClass: 'personal' }],
    ['an age band', { ageBand: 'adult' }],
    ['a job title', { role: 'executive' }],
    ['an employer', { companySize: 9_000, selfInsured: true, industry: 'finance' }],
  ])('gives the same score with and without %s', (_what, more) => {
    const without = scoreOf('individual', BEST.individual, [['consult-requested', 'callback']])
    const withIt = scoreOf('individual', { ...BEST.individual, ...more }, [
      ['consult-requested', 'callback'],
    ])

    expect(withIt.reasons).toEqual(without.reasons)
  })

  it('takes nothing off for calls and appointments that were missed', () => {
    const before = scoreOf('individual', BEST.individual, [['consult-requested', 'callback', 2]])
    const after = scoreOf('individual', BEST.individual, [
      ['consult-requested', 'callback', 2],
      ['meeting-missed', 'other', 1],
      ['call-no-answer', 'other', 1],
    ])

    expect(after.score).toBe(before.score)
  })
})
