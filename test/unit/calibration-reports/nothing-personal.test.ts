import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maturityOf, standingOf } from '#src/calibration/censoring.ts'
import { driftFindings } from '#src/calibration/drift.ts'
import { driftSnapshot } from '#src/calibration/drift-snapshot.ts'
import { auditFairness } from '#src/calibration/fairness.ts'
import type { OutcomeRecord } from '#src/calibration/outcome-record.ts'
import { proposeSegments } from '#src/calibration/segments.ts'
import { isSafeCount } from '#src/calibration/small-cells.ts'
import { proposeThresholds } from '#src/calibration/thresholds.ts'
import { tierReport } from '#src/calibration/tier-report.ts'
import { madeUpPortal, NOW } from './portal.ts'
import { createReader, subsetsOf } from './reader.ts'

const portals = fc
  .record({ seed: fc.nat(1_000_000), size: fc.integer({ min: 1, max: 700 }) })
  .map(madeUpPortal)
const STANDINGS = ['won', 'not-won', 'too-young'] as const

describe('no report tells of one to ten records', () => {
  it('in the tier report, however its tables are added and subtracted', () => {
    fc.assert(
      fc.property(portals, (records) => {
        const maturity = maturityOf(records, NOW)
        const { tables } = tierReport(records, { maturity, now: NOW })
        const secrets = new Secrets(records, [
          ({ source }) => source ?? 'unknown',
          ({ tier }) => tier,
          (record) => standingOf(record, maturity, NOW),
        ])

        for (const { by, rows } of tables) {
          const axis = ['source', 'tier'].indexOf(by)
          if (axis < 0 && by !== 'all') continue
          const groupsOf = (names: readonly string[]) =>
            secrets.groups(
              axis,
              names,
              rows.map(({ group }) => group),
            )
          for (const row of rows) {
            secrets.tell(row.records, axis, groupsOf([row.group]))
            if (row.won !== undefined) {
              const own = groupsOf(row.won.over)
              secrets.tell(row.won.count, axis, own, 2, ['won'])
              secrets.tell(row.won.of, axis, own, 2, ['won', 'not-won'])
            }
            if (row.qualified !== undefined && axis !== 1) {
              secrets.tell(row.qualified.count, axis, groupsOf(row.qualified.over), 1, [
                'sales-ready',
              ])
            }
          }
        }

        expect(secrets.given()).toEqual([])
      }),
      { numRuns: 25 },
    )
  })

  it('in the fairness audit', () => {
    fc.assert(
      fc.property(portals, (records) => {
        const maturity = maturityOf(records, NOW)
        const groupOf = ({ source }: OutcomeRecord) => source ?? 'unknown'
        const audit = auditFairness(records, [{ name: 'state', kind: 'proxy', groupOf }], {
          maturity,
          now: NOW,
          cutOff: 70,
        })
        const secrets = new Secrets(records, [
          groupOf,
          ({ score }) => (score >= 70 ? 'selected' : 'not'),
          (record) => standingOf(record, maturity, NOW),
        ])

        const figures = audit.attributes.flatMap(({ groups }) => groups)
        const names = figures.flatMap(({ group }) => group.split(' and '))
        const groupsOf = (over: readonly string[]) => secrets.groups(0, over, names)
        for (const { group, records: count, selection, truePositive, calibration } of figures) {
          const own = groupsOf(group.split(' and '))
          secrets.tell(count, 0, own)
          secrets.tell(selection.count, 0, own, 1, ['selected'])
          if (truePositive)
            secrets.tell(truePositive.of, 0, groupsOf(truePositive.over), 2, ['won'])
          if (truePositive) {
            secrets.tell(
              truePositive.count,
              0,
              groupsOf(truePositive.over),
              2,
              ['won'],
              ['selected'],
            )
          }
          if (calibration) {
            secrets.tell(calibration.of, 0, groupsOf(calibration.over), 2, ['won', 'not-won'])
          }
        }

        expect(secrets.given()).toEqual([])
      }),
      { numRuns: 25 },
    )
  })

  it('in the thresholds, from one cut-off to the next', () => {
    fc.assert(
      fc.property(portals, (records) => {
        const maturity = maturityOf(records, NOW)
        const { choices } = proposeThresholds(records, { maturity, now: NOW })
        const first = Math.min(...records.map(({ scoredAt }) => scoredAt))
        const weeks = Math.max(1, Math.ceil((NOW - first) / (7 * 86_400_000)))
        const counts = choices.map(({ recordsAWeek }) => Math.round(recordsAWeek * weeks))
        const observed = choices.flatMap((choice) => choice.observed ?? [])

        const steps = counts.map((count, at) => count - (counts[at - 1] ?? 0))
        const won = observed.map(({ count }, at) => count - (observed[at - 1]?.count ?? 0))
        const rest = observed.map(({ of, count }) => of - count)
        const lost = rest.map((count, at) => count - (rest[at - 1] ?? 0))
        expect([...steps, ...won, ...lost].filter((count) => !isSafeCount(count))).toEqual([])
      }),
      { numRuns: 40 },
    )
  })

  it('in the findings of drift, alone or taken from the total', () => {
    fc.assert(
      fc.property(portals, portals, (before, after) => {
        const maturity = maturityOf(before, NOW)
        const findings = driftFindings(
          driftSnapshot(before, { maturity, now: NOW }),
          driftSnapshot(after, { maturity, now: NOW }),
        )

        const counted = findings.flatMap(({ code, figures: { current = 0, records = 0 } }) => {
          const count = Math.round(current * records)
          return [{ code, count, rest: records - count }]
        })
        const total = counted.find(({ code }) => code.startsWith('base-rate'))
        const parts = counted.filter(({ code }) => code.startsWith('close-rate'))
        const shown = parts.some(({ count, rest }) => count + rest > 0)
        const left = parts.map((part) => (shown ? (total?.count ?? 0) - part.count : 0))
        const all = [...counted.flatMap(({ count, rest }) => [count, rest]), ...left]
        expect(all.filter((count) => !isSafeCount(count))).toEqual([])
      }),
      { numRuns: 30 },
    )
  })

  it('in the segments and what is said of them', () => {
    fc.assert(
      fc.property(portals, (records) => {
        const maturity = maturityOf(records, NOW)
        const { kept, everyoneElse } = proposeSegments(records, {
          maturity,
          now: NOW,
          facts: ['state', 'insurance'],
        })

        const rates = [
          ...kept.map(({ closing }) => closing),
          ...(everyoneElse ? [everyoneElse] : []),
        ]
        const counts = [
          ...rates.flatMap(({ count, of }) => [count, of - count]),
          ...kept.flatMap(({ records: all, closing }) => [all, all - closing.of]),
          ...kept.flatMap(({ records: all, traits }) =>
            traits.map(({ here }) => Math.round(here * all)),
          ),
        ]
        expect(counts.filter((count) => !isSafeCount(count))).toEqual([])
      }),
      { numRuns: 30 },
    )
  })

  it('and no report holds an id unless a person asked for cases to review', () => {
    const records = madeUpPortal({ seed: 5, size: 600 })
    const options = { maturity: maturityOf(records, NOW), now: NOW }

    const quiet = [
      tierReport(records, options),
      proposeThresholds(records, options),
      proposeSegments(records, { ...options, facts: ['state'] }),
      driftFindings(driftSnapshot(records, options), driftSnapshot(records, options)),
      auditFairness(records, [{ name: 'state', kind: 'proxy', groupOf: ({ source }) => source }], {
        ...options,
        cutOff: 70,
      }),
    ]

    expect(JSON.stringify(quiet)).not.toMatch(/"r-\d+"/)
    expect(tierReport(records, { ...options, reviewCases: 3 }).review).toHaveLength(3)
  })
})

type Axis = (record: OutcomeRecord) => string

/** The true counts by three ways of dividing, and what a reader learns of them. */
class Secrets {
  readonly #cells: readonly { readonly keys: readonly string[]; readonly count: number }[]
  readonly #values: readonly (readonly string[])[]
  readonly #reader = createReader()

  constructor(records: readonly OutcomeRecord[], axes: readonly [Axis, Axis, Axis]) {
    this.#values = axes.map((axis, at) => [
      ...new Set(at === 2 ? STANDINGS : records.map((record) => axis(record))),
    ])
    const counts = new Map<string, number>()
    for (const record of records) {
      const key = axes.map((axis) => axis(record)).join('|')
      counts.set(key, (counts.get(key) ?? 0) + 1)
    }
    const [one = [], two = [], three = []] = this.#values
    this.#cells = one.flatMap((a) =>
      two.flatMap((b) =>
        three.map((c) => ({ keys: [a, b, c], count: counts.get([a, b, c].join('|')) ?? 0 })),
      ),
    )
  }

  /** The true groups that names shown in a report stand for. */
  groups(axis: number, names: readonly string[], shown: readonly string[]): readonly string[] {
    const all = this.#values[axis] ?? []
    const named = new Set(shown.flatMap((name) => between(name, all)))
    return names.flatMap((name) =>
      name === 'other groups' ? all.filter((group) => !named.has(group)) : between(name, all),
    )
  }

  tell(
    count: number,
    axis: number,
    groups: readonly string[],
    second = -1,
    answers: readonly string[] = [],
    selected: readonly string[] = [],
  ): void {
    const told = this.#cells.map(
      ({ keys }) =>
        (axis < 0 || groups.includes(keys[axis] ?? '')) &&
        (second < 0 || answers.includes(keys[second] ?? '')) &&
        (selected.length === 0 || selected.includes(keys[1] ?? '')),
    )
    if (this.#countOf(told) !== count) throw new Error('the report miscounts')
    this.#reader.learn(told)
  }

  /** Every group of cells whose count follows from what was told and is that of one to ten records. */
  given(): readonly string[] {
    const [one = [], two = [], three = []] = this.#values.map(subsetsOf)
    const found: string[] = []
    for (const a of one) {
      for (const b of two) {
        for (const c of three) {
          const asked = this.#cells.map(
            ({ keys: [x = '', y = '', z = ''] }) => a.includes(x) && b.includes(y) && c.includes(z),
          )
          if (!isSafeCount(this.#countOf(asked)) && this.#reader.derives(asked)) {
            found.push([a, b, c].map((names) => names.join('+')).join(' × '))
          }
        }
      }
    }
    return found
  }

  #countOf(asked: readonly boolean[]): number {
    return this.#cells.reduce((sum, { count }, at) => sum + (asked[at] ? count : 0), 0)
  }
}

/** Neighbouring tiers are shown as `nurture and unqualified`. */
function between(name: string, all: readonly string[]): readonly string[] {
  if (all.includes(name)) return [name]
  if (name === 'sales-ready to unqualified') return all
  return name === 'other groups' ? [] : name.split(' and ').filter((part) => all.includes(part))
}
