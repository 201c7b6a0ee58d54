import { beforeAll, describe, expect, it } from 'vitest'
import { driftFindings } from '#src/calibration/drift.ts'
import { type DriftBaseline, sinceBaseline, takeBaseline } from '#src/calibration/drift-baseline.ts'
import { type Arrival, cohortOf, maturityAt } from '#src/calibration/drift-cohort.ts'
import { driftSnapshot, factNames } from '#src/calibration/drift-snapshot.ts'
import type { Finding } from '#src/calibration/figures.ts'
import { findBankFile } from '../../../bench/calibration/bank-file.ts'
import { bankHistory } from './bank-history.ts'
import { DAY_MS, seeded } from './portal.ts'

const FILE = findBankFile()
/** The file's first three months are the baseline; the others are looked at as each ends. */
const TAKEN = Date.UTC(2008, 7, 1)
const ENDS = Array.from({ length: 28 }, (_, index) => Date.UTC(2008, 8 + index, 1))

type Alarms = ReadonlyMap<string, Finding>

// The public file is no part of this project: where it is not at hand there is nothing to look at.
describe.skipIf(FILE === undefined)('drift over the thirty months of a real history', () => {
  let all: readonly Arrival[] = []
  let byMonth: ReadonlyMap<string, Alarms> = new Map()

  const between = (from: number, until: number): readonly Arrival[] =>
    all.filter(({ record }) => record.scoredAt >= from && record.scoredAt < until)
  const alarmsOn = (baseline: DriftBaseline, taken: number, now: number): Alarms =>
    alarmsIn(sinceBaseline(between(taken, now), baseline, now).findings)
  const firstWith = (subject: string): string | undefined =>
    [...byMonth].find(([, alarms]) => alarms.has(subject))?.[0]

  beforeAll(() => {
    all = bankHistory(FILE ?? '')
    const baseline = baselineOf(between(0, TAKEN), TAKEN)
    byMonth = new Map(ENDS.map((end) => [monthBefore(end), alarmsOn(baseline, TAKEN, end)]))
  })

  it('finds two halves of one stretch alike', () => {
    const [one, other] = halves(cohortOf(all.slice(0, 20_000), DAY_MS), seeded(1))
    const options = { maturity: maturityAt(DAY_MS), now: Date.UTC(2008, 8, 1) }
    const current = driftSnapshot(other, options, factNames(one))

    const findings = driftFindings(driftSnapshot(one, options), current)

    const unwell = findings.filter(({ level }) => level !== 'ok').map(({ code }) => code)
    expect(unwell).toEqual(['feedback-too-few-to-tell'])
    expect(findings.map(({ code }) => code)).toContain('close-rate-held')
  })

  it('raises no alarm of a close rate while they only creep', () => {
    const early = [...byMonth].filter(([month]) => month < '2009-04')

    expect(early.length).toBe(8)
    expect(early.flatMap(([, alarms]) => closeRatesIn(alarms))).toEqual([])
  })

  it('raises it in the month in which three times as many close, in the upper tiers and in all', () => {
    const april: Alarms = byMonth.get('2009-04') ?? new Map()

    expect(closeRatesIn(april)).toEqual([
      'The close rate of sales-ready and nurture',
      'The close rate of nurture',
      'The close rate of all records',
    ])
    const { baseline, current, low } = april.get('The close rate of all records')?.figures ?? {}
    expect(baseline).toBeCloseTo(0.045, 3)
    expect(current).toBeCloseTo(0.153, 3)
    expect(low).toBeGreaterThan(0.09)
  })

  it('raises it of the lowest tier once that moved too, and does not let go of any', () => {
    const late = [...byMonth].filter(([month]) => month >= '2009-08')

    expect(firstWith('The close rate of unqualified')).toBe('2009-08')
    for (const [, alarms] of late) {
      expect(closeRatesIn(alarms)).toContain('The close rate of unqualified')
      expect(closeRatesIn(alarms)).toContain('The close rate of all records')
    }
  })

  it('names the rules that count for other people, months before more of them close', () => {
    const rules = ['no-housing-loan', 'reachable-by-phone', 'declined-before', 'said-yes-before']

    expect(rules.map((rule) => firstWith(`The points of rule ${rule}`))).toEqual([
      '2008-08',
      // Fewer than eleven are left for whom it does not count.
      '2008-08',
      // The next campaign calls people of the one before.
      '2008-11',
      '2009-07',
    ])
    expect(firstWith('The score')).toBe('2008-08')
  })

  it('has a baseline after five days of such calls, and sees on which day others are called', () => {
    const day = (month: number, date: number) => Date.UTC(2008, month, date)
    const fifth = day(4, 10)
    const baseline = baselineOf(between(0, fifth), fifth)
    const phone = 'The points of rule reachable-by-phone'

    expect(takeBaseline(between(0, fifth - DAY_MS), fifth - DAY_MS).baseline).toBeUndefined()
    expect(alarmsOn(baseline, fifth, day(6, 8)).has(phone)).toBe(false)
    expect(alarmsOn(baseline, fifth, day(6, 9)).has(phone)).toBe(true)
  })
})

function baselineOf(arrivals: readonly Arrival[], now: number): DriftBaseline {
  const { baseline } = takeBaseline(arrivals, now)
  if (baseline === undefined) throw new Error('no baseline yet')
  return baseline
}

/** By what they are about: `The close rate of nurture`, `The points of rule studied`. */
function alarmsIn(findings: readonly Finding[]): Alarms {
  const alarms = findings.filter(({ level }) => level === 'alarm')
  return new Map(alarms.map((one) => [one.what.replace(/ (?:moved|shifted|alone) .*/, ''), one]))
}

function closeRatesIn(alarms: Alarms): readonly string[] {
  return [...alarms.keys()].filter((subject) => subject.startsWith('The close rate'))
}

function monthBefore(end: number): string {
  return new Date(end - DAY_MS).toISOString().slice(0, 7)
}

function halves<T>(items: readonly T[], random: () => number): readonly [T[], T[]] {
  const dealt = items.map((item) => ({ item, by: random() })).sort((one, two) => one.by - two.by)
  const all = dealt.map(({ item }) => item)
  return [all.slice(0, all.length / 2), all.slice(all.length / 2)]
}
