import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { LEARNABLE_FACTS } from '#src/outcomes/learnable-facts.ts'
import { DEFAULT_OUTCOMES } from '#src/outcomes/outcome-definition.ts'
import { ACTIVITY_KINDS } from '#src/ports.ts'
import { AUDIT_ONLY } from '#src/privacy/audit-only.ts'
import { NOT_IN_HISTORY } from '#src/privacy/history-facts.ts'
import { act, CAME, caseOf, daysAgo, latecomer, NOW, person } from './people.ts'

describe('a case', () => {
  it('stands as it was first scored, whatever was said and done since', () => {
    const facts = { ...CAME.facts, lifecycle: 'customer', companySize: 9_000, role: 'executive' }
    const activities = [...CAME.activities, act('page-viewed', 101), act('deal-won', 20)]

    const one = caseOf(person({ facts, activities }))

    expect(one).toMatchObject({ outcome: 'won', outcomeAt: daysAgo(20), asOf: CAME.at })
    expect(one?.facts).toEqual(CAME.facts)
    expect(one?.activities).toEqual(CAME.activities)
  })

  it('knows nothing that was dated ahead when it was first scored', () => {
    const entry = { ...CAME, activities: [...CAME.activities, act('meeting-booked', 90)] }

    expect(caseOf(person({ entries: [entry] }))?.activities).toEqual(CAME.activities)
  })

  it('is open while nothing is decided, and lost by what says so', () => {
    const lost = person({ facts: { ...CAME.facts, leadStatus: 'unqualified' } })

    expect(caseOf(person())).toMatchObject({ outcome: 'open' })
    expect(caseOf(person())).not.toHaveProperty('outcomeAt')
    expect(caseOf(lost)).toMatchObject({ outcome: 'lost' })
    expect(caseOf(lost)).not.toHaveProperty('outcomeAt')
  })

  it('is won when it was lost before, and takes the first date of several', () => {
    const activities = [act('deal-lost', 60), act('deal-won', 10), act('deal-won', 30)]
    const facts = { outcome: 'won', outcomeAt: daysAgo(25) }

    expect(caseOf(person({ facts, activities }))).toMatchObject({
      outcome: 'won',
      outcomeAt: daysAgo(30),
    })
  })

  it('counts a day without a time to its end, so that a win of the first day is no win before it', () => {
    const noon = Date.UTC(2026, 7, 12, 12)
    const entry = { ...CAME, at: noon + 3_600_000, facts: { createdAt: noon + 3_000_000 } }

    const one = caseOf(person({ entries: [entry], facts: { outcome: 'won', outcomeAt: noon } }))

    expect(one).toMatchObject({ asOf: entry.at, outcomeAt: Date.UTC(2026, 7, 13) - 1 })
  })

  it('says nothing of what has not happened yet', () => {
    const facts = { outcome: 'won', outcomeAt: NOW + 1 }

    expect(caseOf(person({ activities: [act('deal-won', -3)] }))?.outcome).toBe('open')
    expect(caseOf(person({ facts }))).not.toHaveProperty('outcomeAt')
  })

  it('keeps the tiers reached before the outcome and what was scored then', () => {
    const ready = { ...CAME, tier: 'sales-ready', at: daysAgo(50), score: 80 } as const
    const after = { ...CAME, tier: 'unqualified', at: daysAgo(5), score: 3 } as const
    const activities = [act('deal-won', 20)]

    const one = caseOf(person({ entries: [CAME, ready, after], activities }))

    expect(one?.reached.map(({ tier }) => tier)).toEqual(['nurture', 'sales-ready'])
    expect(one?.reached[1]).toMatchObject({ at: ready.at, score: 80 })
  })

  it('takes the first contact and booking since they came', () => {
    const activities = [
      act('call-no-answer', 900),
      act('call-connected', 99),
      act('demo-booked', 90),
    ]

    expect(caseOf(person({ activities }))).toMatchObject({
      firstContactAt: daysAgo(99),
      bookedAt: daysAgo(90),
    })
  })

  it('keeps what divides people for audits away from what is learned from', () => {
    const facts = { state: 'WA', language: 'es', ageBand: 'adult', repFeedback: 'not-useful' }

    const one = caseOf(person({ facts }))

    expect(one?.auditFacts).toEqual({ state: 'WA', language: 'es', ageBand: 'adult' })
    expect(one?.feedback).toBe('not-useful')
    expect(one?.facts).toEqual(CAME.facts)
  })

  it('has what is held for auditing only for an audit, and nothing is learned from it', () => {
    const held = Object.fromEntries([...AUDIT_ONLY].map((fact) => [fact, 'declined']))

    const one = caseOf(person({ facts: { ...CAME.facts, ...held } }))

    expect(one?.auditFacts).toEqual(held)
    expect(Object.keys(one?.facts ?? {}).filter((fact) => AUDIT_ONLY.has(fact))).toEqual([])
    expect(LEARNABLE_FACTS.filter((fact) => AUDIT_ONLY.has(fact))).toEqual([])
    expect(NOT_IN_HISTORY).toEqual(expect.arrayContaining([...AUDIT_ONLY]))
  })
})

describe('a case that was there before anybody scored it', () => {
  const history = [act('page-viewed', 800), act('form-submitted', 700), act('demo-booked', 600)]

  it('stands as of the first inbound act and keeps enduring facts only', () => {
    const facts = { requestedContact: 'call', industry: 'health', state: 'WA' }
    const won = latecomer(facts, [...history, act('deal-won', 500)])

    const one = caseOf(won)

    expect(one).toMatchObject({ asOf: daysAgo(700), outcome: 'won', outcomeAt: daysAgo(500) })
    expect(one?.facts).toEqual({ role: 'hr', companySize: 250, industry: 'health' })
    expect(one?.activities.map(({ kind }) => kind)).toEqual(['page-viewed', 'form-submitted'])
  })

  it('stands so whatever became of it: what is missing must not tell who was won', () => {
    const ends = [act('deal-won', 500), act('deal-lost', 500), act('deal-won', 3)]
    const all = [[], ...ends.map((end) => [end])].map((end) =>
      caseOf(latecomer({}, [...history, ...end])),
    )

    expect(
      new Set(all.map((one) => JSON.stringify([one?.asOf, one?.facts, one?.activities]))).size,
    ).toBe(1)
    expect(all.map((one) => one?.outcome)).toEqual(['open', 'won', 'lost', 'won'])
  })

  it('stands as of its creation when the first inbound act came after the outcome', () => {
    const won = latecomer({}, [act('deal-won', 650), act('form-submitted', 640)])

    expect(caseOf(won)).toMatchObject({ asOf: daysAgo(900), activities: [] })
  })

  it('has no date where only its first facts say that it was won', () => {
    const one = caseOf(latecomer({ lifecycle: 'customer' }, [...history, act('deal-won', 5)]))

    expect(one).toMatchObject({ asOf: daysAgo(700), outcome: 'won' })
    expect(one).not.toHaveProperty('outcomeAt')
    expect(one?.facts).not.toHaveProperty('lifecycle')
    expect(one?.reached[0].subject.facts).not.toHaveProperty('lifecycle')
  })

  it.each([
    ['won before they were there', latecomer({}, [act('deal-won', 950)])],
    [
      'brought in as customers',
      person({ entries: [{ ...CAME, facts: { lifecycle: 'customer' } }] }),
    ],
  ])('is none of those who were %s', (_what, scored) => {
    expect(caseOf(scored)).toBeUndefined()
  })
})

describe('what a portal defines', () => {
  it('decides alone: a booked consultation that is the outcome is no feature', () => {
    const won = [{ activity: ['consult-booked' as const] }]
    const definition = { ...DEFAULT_OUTCOMES, audiences: { employer: { won } } }
    const booked = act('consult-booked', 99)
    const ready = { ...CAME, tier: 'sales-ready', at: booked.at, activities: [booked] } as const

    const one = caseOf(person({ entries: [CAME, ready], activities: [booked] }), definition)

    expect(one).toMatchObject({ outcome: 'won', outcomeAt: booked.at })
    expect(one?.reached[1]?.subject.activities).toEqual([])
    expect(caseOf(person({ facts: { lifecycle: 'customer' } }), definition)?.outcome).toBe('open')
  })

  it('takes a fact of its own with any value, dated by another', () => {
    const won = [{ fact: 'admittedAt', at: 'admittedAt' }]
    const definition = { ...DEFAULT_OUTCOMES, audiences: { employer: { won } } }
    const facts = { ...CAME.facts, admittedAt: daysAgo(40) }

    expect(caseOf(person({ facts }), definition)).toMatchObject({ outcomeAt: daysAgo(40) })
  })
})

it('never stands after its outcome and never knows an act from after it stood', () => {
  const days = fc.integer({ min: 0, max: 1_200 })
  const acts = fc.array(
    fc
      .record({ kind: fc.constantFrom(...ACTIVITY_KINDS), days })
      .map(({ kind, days: ago }) => act(kind, ago)),
    { maxLength: 12 },
  )
  const people = fc.record({
    known: acts,
    since: acts,
    created: days,
    first: days,
    lifecycle: fc.constantFrom('lead', 'customer'),
  })
  fc.assert(
    fc.property(people, ({ known, since, created, first, lifecycle }) => {
      const facts = { createdAt: daysAgo(created), lifecycle, role: 'hr' }
      const entry = { ...CAME, at: daysAgo(first), facts, activities: known }
      const one = caseOf(person({ entries: [entry], facts, activities: [...known, ...since] }))
      if (one === undefined) return
      expect(one.asOf).toBeLessThanOrEqual(Math.min(entry.at, one.outcomeAt ?? Infinity))
      expect(one.activities.every(({ at, kind }) => at <= one.asOf && !/won|lost/.test(kind))).toBe(
        true,
      )
      expect(one.activities.every((act) => known.includes(act))).toBe(true)
      for (const { at, subject } of one.reached) {
        expect(subject.activities.every((one) => one.at <= at)).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})
