import { describe, expect, it } from 'vitest'
import { assignSegment } from '#src/calibration/assign-segment.ts'
import { maturityOf } from '#src/calibration/censoring.ts'
import { kModes } from '#src/calibration/k-modes.ts'
import type { OutcomeRecord } from '#src/calibration/outcome-record.ts'
import { proposeSegments } from '#src/calibration/segments.ts'
import { NOW, record, seeded } from './portal.ts'

const FACTS = ['role', 'need', 'state']
/** Three kinds of people; what they are like, and what of them is won. */
const KINDS = [
  { role: 'hr', need: 'benefits', pages: 'employers', chance: 0.3 },
  { role: 'self', need: 'therapy', pages: 'services', chance: 0.1 },
  { role: 'clinician', need: 'referral', pages: 'referrals', chance: 0.1 },
]

describe('segments', () => {
  it('are the kinds of people there are, kept where they close differently, told in words', () => {
    const records = population(1, 6000)

    const { kept, everyoneElse, looked } = propose(records)

    expect(looked).toBe(3)
    const best = kept[0]
    expect(best?.closing.rate).toBeGreaterThan(0.25)
    expect(best?.traits.map(({ words }) => words.replace(/ for .*/, '')).sort()).toEqual([
      'need is benefits',
      'role is hr',
      'rule employers counted',
    ])
    expect(everyoneElse?.rate ?? 0).toBeLessThan(best?.closing.rate ?? 0)
  })

  it('find most people of a kind, and place new records', () => {
    const records = population(2, 2400)

    const { kept, segmentOf } = propose(records)

    const hr = records.filter(({ facts }) => facts.role === 'hr')
    const found = hr.filter((one) => segmentOf(one) === kept[0]?.key)
    expect(found.length / hr.length).toBeGreaterThan(0.9)
    expect(
      segmentOf(record({ facts: { role: 'hr', need: 'benefits' }, points: { employers: 20 } })),
    ).toBe(kept[0]?.key)
  })

  it('are plain data that places a person of tomorrow as the proposal would', () => {
    const records = population(6, 1200).map(({ id, ...one }, at) => {
      const audience = one.facts.role === 'hr' ? 'employer' : 'individual'
      return { ...one, id, audience, facts: { ...one.facts, size: at % 90 } } as const
    })
    const maturity = maturityOf(records, NOW)
    const facts = [...FACTS, 'size']
    const { kept, definition, segmentOf } = proposeSegments(records, { maturity, now: NOW, facts })

    const kept2 = JSON.parse(JSON.stringify(definition))

    expect(kept.length).toBeGreaterThan(0)
    expect(kept2.features).toContainEqual({ kind: 'audience', name: 'audience' })
    for (const one of records) expect(assignSegment(kept2, one)).toBe(segmentOf(one))
    const stranger = record({ facts: { role: 'never seen', size: 1e9 }, points: { unheard: 5 } })
    expect(assignSegment(kept2, stranger)).toBe(segmentOf(stranger))
  })

  it('are none where outcomes are random, however different the people: at most one portal in a hundred', () => {
    let wrong = 0
    for (let seed = 100; seed < 200; seed += 1) {
      if (propose(population(seed, 500, () => 0.15)).kept.length > 0) wrong += 1
    }

    expect(wrong).toBeLessThanOrEqual(3)
  })

  it('are the same for the same records', () => {
    expect(JSON.stringify(propose(population(3, 600)))).toBe(
      JSON.stringify(propose(population(3, 600))),
    )
  })

  it('are none of no records and of records all alike', () => {
    expect(propose([]).kept).toEqual([])
    expect(
      propose(population(4, 50).map((one) => ({ ...one, facts: {}, points: {} }))).kept,
    ).toEqual([])
  })
})

describe('k-modes', () => {
  it('parts what is apart and takes the commonest value of each', () => {
    const profiles = [
      ...of(5, ['a', 'x', '1']),
      ['a', 'x', '2'],
      ...of(4, ['b', 'y', '3']),
      ['b', 'z', '3'],
    ]

    const { clusterOf, modes } = kModes(profiles, 2)

    expect(modes).toEqual([
      ['a', 'x', '1'],
      ['b', 'y', '3'],
    ])
    expect(clusterOf).toEqual([...of(6, 0), ...of(5, 1)])
  })
})

function propose(records: readonly OutcomeRecord[]) {
  return proposeSegments(records, { maturity: maturityOf(records, NOW), now: NOW, facts: FACTS })
}

function population(
  seed: number,
  size: number,
  chanceOf = (kind: number) => KINDS[kind]?.chance ?? 0,
): readonly OutcomeRecord[] {
  const random = seeded(seed)
  const pick = <T>(items: readonly T[]) => items[Math.floor(random() * items.length)]
  return Array.from({ length: size }, (_, at) => {
    const kind = Math.floor(random() ** 1.3 * KINDS.length)
    const like = () => (random() < 0.9 ? KINDS[kind] : pick(KINDS))
    return record({
      id: `p-${at}`,
      outcome: random() < chanceOf(kind) ? 'won' : 'lost',
      facts: { role: like()?.role, need: like()?.need, state: pick(['WA', 'OR', 'ID']) },
      points: { [like()?.pages ?? '']: 20, ...(random() < 0.5 ? { opened: 3 } : {}) },
    })
  })
}

function of<T>(count: number, item: T): readonly T[] {
  return Array.from({ length: count }, () => item)
}
