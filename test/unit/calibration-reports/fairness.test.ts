import { describe, expect, it } from 'vitest'
import type { Maturity } from '#src/calibration/censoring.ts'
import { type Attribute, auditFairness } from '#src/calibration/fairness.ts'
import type { OutcomeRecord } from '#src/calibration/outcome-record.ts'
import { DAY_MS, many, NOW } from './portal.ts'

const MATURITY: Maturity = {
  all: { ageMs: 60 * DAY_MS, from: 'all-audiences', watchedTooShort: false },
  byAudience: new Map(),
}
const STATE: Attribute = {
  name: 'state',
  kind: 'proxy',
  groupOf: ({ facts }) => (typeof facts.state === 'string' ? facts.state : undefined),
}

/** WA: 200 of 400 selected, 80 of 100 wins among them. OR: 60 of 200 selected, 20 of 40 wins. */
const PORTAL = [
  ...group('WA', 'won', true, 80),
  ...group('WA', 'lost', true, 120),
  ...group('WA', 'won', false, 20),
  ...group('WA', 'lost', false, 180),
  ...group('OR', 'won', true, 20),
  ...group('OR', 'lost', true, 40),
  ...group('OR', 'won', false, 20),
  ...group('OR', 'lost', false, 120),
]

describe('the fairness audit', () => {
  it('compares each group’s selection with the largest, four fifths being a reference', () => {
    const [state] = audit(PORTAL).attributes

    expect(state).toMatchObject({ attribute: 'state', kind: 'proxy', reference: 'WA' })
    expect(state?.groups[0]).toMatchObject({
      group: 'WA',
      ratioToReference: 1,
      belowFourFifths: false,
    })
    expect(state?.groups[1]).toMatchObject({ group: 'OR', belowFourFifths: true })
    expect(state?.groups[1]?.selection.rate).toBeCloseTo(0.3, 9)
    expect(state?.groups[1]?.ratioToReference).toBeCloseTo(0.6, 9)
    expect(audit(PORTAL).notice).toContain('not a verdict')
  })

  it('tells which share of the won each group’s scores had found, with intervals', () => {
    const [wa, or] = audit(PORTAL).attributes[0]?.groups ?? []

    expect(wa?.truePositive).toMatchObject({ count: 80, of: 100, rate: 0.8 })
    expect(or?.truePositive).toMatchObject({ count: 20, of: 40, rate: 0.5 })
    expect(or?.truePositive?.low).toBeCloseTo(0.352, 3)
    expect(or?.truePositive?.high).toBeCloseTo(0.648, 3)
  })

  it('tells what the same scores promised and what came of them', () => {
    const [wa, or] = audit(PORTAL).attributes[0]?.groups ?? []

    // By score alone: 100 of 260 selected and 40 of 340 others were won.
    expect(wa?.calibration?.promised).toBeCloseTo((200 * (100 / 260) + 200 * (40 / 340)) / 400, 3)
    expect(wa?.calibration?.rate).toBeCloseTo(0.25, 9)
    expect(or?.calibration?.promised).toBeCloseTo((60 * (100 / 260) + 140 * (40 / 340)) / 200, 3)
    expect(or?.calibration?.rate).toBeCloseTo(0.2, 9)
  })

  it('names the rule that causes a gap, and not the one that does not', () => {
    const records = ['WA', 'OR'].flatMap((state) =>
      Array.from({ length: 500 }, (_, at) => {
        const even = (at * 37) % 60
        const local = state === 'WA' && at % 2 === 0 ? 25 : 0
        return { ...base(state), score: even + local, points: { even, local } }
      }),
    )

    const causes = audit(records, 50).attributes[0]?.causes ?? []

    expect(causes[0]).toMatchObject({ group: 'OR', rule: 'local' })
    expect(causes[0]?.gap).toBeLessThan(-0.15)
    expect(Math.abs(causes[0]?.gapWithout ?? 1)).toBeLessThan(0.01)
    expect(causes.find(({ rule }) => rule === 'even')?.gapWithout ?? -1).toBeLessThan(-0.15)
  })

  it('puts states of a few records together and compares nobody with the unknown', () => {
    const records = [
      ...PORTAL,
      ...group('ID', 'lost', false, 6),
      ...group('MT', 'lost', true, 7),
      ...many(900, { score: 20 }),
    ]

    const [state] = audit(records).attributes

    expect(state?.reference).toBe('WA')
    expect(JSON.stringify(state)).not.toMatch(/ID|MT/)
  })

  it('merges groups for outcomes only further than for selection, so that the two cannot be subtracted', () => {
    // AZ selects too few to show alone: by size it belongs with OR, by outcomes alone it would go with UT.
    const records = [
      ...PORTAL,
      ...group('AZ', 'won', true, 5),
      ...group('AZ', 'lost', false, 95),
      ...group('UT', 'won', true, 7),
      ...group('UT', 'lost', true, 100),
      ...group('UT', 'lost', false, 150),
    ]

    const groups = audit(records).attributes[0]?.groups ?? []

    for (const { group: name, calibration } of groups) {
      if (calibration === undefined) continue
      expect(calibration.over).toEqual(expect.arrayContaining(name.split(' and ')))
    }
    expect(groups.map(({ group: name }) => name)).toContain('OR and AZ')
  })

  it('shows nothing of ten people', () => {
    expect(audit(group('WA', 'won', true, 10)).attributes[0]).toMatchObject({
      groups: [],
      causes: [],
    })
  })
})

function audit(records: readonly OutcomeRecord[], cutOff = 70) {
  return auditFairness(records, [STATE], { maturity: MATURITY, now: NOW, cutOff })
}

function group(
  state: string,
  outcome: 'won' | 'lost',
  selected: boolean,
  count: number,
): readonly OutcomeRecord[] {
  return many(count, { outcome, score: selected ? 80 : 40, facts: { state } })
}

function base(state: string): OutcomeRecord {
  const [one] = group(state, 'lost', false, 1)
  if (one === undefined) throw new Error('none')
  return one
}
