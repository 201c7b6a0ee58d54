import { describe, expect, it } from 'vitest'
import { lintText } from '#src/handoff/language-lint.ts'
import { VOCABULARIES } from '#src/privacy/vocabulary-tables.ts'
import { acted, buyer, DAY, NOW, SHIPPED, shipped } from './account-cases.ts'

const score = (people: Parameters<typeof shipped.score>[0]['people'], facts = {}, now = NOW) =>
  shipped.score({ people, facts }, now)

describe('the account score that ships', () => {
  it('grows with every further person who is engaged, by less each time', () => {
    const scores = [1, 2, 3, 4, 5].map(
      (count) => score(Array.from({ length: count }, () => buyer())).score,
    )

    expect(scores).toEqual([25, 40, 48, 50, 50])
  })

  it('shows where every point comes from, the cap among them', () => {
    const people = [
      buyer({ role: 'benefits-leader', activities: [acted(0)] }),
      buyer({ role: 'finance-leader', engagement: 20, activities: [acted(30)] }),
    ]

    const { score: total, engagedContacts, reasons } = score(people, { companySize: 2_500 })

    expect(engagedContacts).toBe(2)
    expect(reasons.map(({ rule, points, at }) => [rule, points, at])).toEqual([
      ['place-1', 25, NOW],
      ['place-2', 8, NOW - 30 * DAY],
      ['decides', 10, NOW],
      ['signs-budgets', 6, NOW - 30 * DAY],
      ['large-employer', 12, undefined],
      ['recency', 15, NOW],
    ])
    expect(total).toBe(25 + 8 + 10 + 6 + 12 + 15)
    const crowd = score(Array.from({ length: 4 }, () => buyer()))
    expect(crowd.reasons.find(({ kind }) => kind === 'cap')).toMatchObject({
      part: 'people',
      points: -2,
      text: 'People together count no more',
    })
  })

  it('never calls an account ready for one person alone, however engaged', () => {
    const one = [buyer({ engagement: 60, role: 'benefits-leader', activities: [acted(0)] })]
    const facts = { companySize: 5_000, selfInsured: true }

    expect(score(one, facts)).toMatchObject({ score: 70, tier: 'nurture' })
    expect(score([...one, buyer({ engagement: 15 })], facts).tier).toBe('sales-ready')
  })

  it('counts a role once and people of one role as one', () => {
    const leader = buyer({ role: 'benefits-leader' })

    const { reasons } = score([leader, buyer({ role: 'people-leader' }), leader])

    expect(reasons.filter(({ part }) => part === 'roles')).toHaveLength(1)
  })

  it('halves the points for being in touch with every half-life, and ends at nothing', () => {
    const people = [buyer({ activities: [acted(0)] })]
    const recency = (days: number) =>
      score(people, {}, NOW + days * DAY).reasons.find(({ part }) => part === 'recency')?.points

    expect([0, 30, 60, 90, 365].map(recency)).toEqual([15, 8, 4, 2, undefined])
  })

  it('does not take an opened email, a careers page or a meeting to come for being in touch', () => {
    const people = [
      buyer({
        activities: [
          acted(1, 'email-opened'),
          acted(-3, 'meeting-attended'),
          { kind: 'page-viewed', category: 'careers', at: NOW },
        ],
      }),
    ]

    expect(score(people).reasons.map(({ part }) => part)).toEqual(['people'])
  })

  it('leaves out who has barely begun, who is no match, and students', () => {
    const people = [
      buyer({ engagement: 11 }),
      buyer({ fit: -20 }),
      buyer({ role: 'student' }),
      buyer({ fit: null, engagement: null }),
    ]

    expect(score(people)).toMatchObject({ score: 0, tier: 'unqualified', engagedContacts: 0 })
  })

  it('gives nothing for what an organisation is while nobody there is engaged', () => {
    expect(score([], { companySize: 5_000, selfInsured: true })).toEqual({
      score: 0,
      tier: 'unqualified',
      engagedContacts: 0,
      reasons: [],
      nextChangeAt: undefined,
    })
  })

  it('knows only codes that a CRM value can turn into', () => {
    const roles = SHIPPED.roles.rules.flatMap((rule) => rule.roles)

    expect(VOCABULARIES.role.codes).toEqual(
      expect.arrayContaining([...roles, ...SHIPPED.counts.exceptRoles]),
    )
    for (const rule of SHIPPED.organisation.rules) {
      if (rule.fact !== 'organisationType') continue
      expect(VOCABULARIES['organisation-type'].codes).toEqual(
        expect.arrayContaining(rule['in'] as string[]),
      )
    }
  })

  it('says nothing to a rep that is clinical or unkind', () => {
    const { people, roles, recency, organisation } = SHIPPED
    const texts = [...people.places, ...roles.rules, recency, ...organisation.rules]

    expect(texts.flatMap(({ reason }) => lintText(reason))).toEqual([])
  })

  it('rewards size where a programme for employees is at stake, never a source of referrals', () => {
    const facts = { companySize: 5_000, selfInsured: true }

    const referring = score([buyer({ audience: 'referral-partner' })], facts)

    expect(referring.reasons.filter(({ part }) => part === 'organisation')).toEqual([])
  })
})
