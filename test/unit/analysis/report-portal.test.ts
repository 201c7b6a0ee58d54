import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import type { AnalysisWork } from '#src/analysis/analysis-work.ts'
import { createAnalyst } from '#src/analysis/analysis-work.ts'
import type { ReportResult } from '#src/analysis/results.ts'
import type { Case } from '#src/outcomes/case.ts'
import { smallCounts } from './count-small.ts'
import { DAY_MS, madeUpCases, models, NOW } from './made-up-cases.ts'

function report(cases: readonly Case[], changes: Partial<AnalysisWork> = {}): ReportResult {
  const request = { kind: 'report', spend: { 'paid-search': 3_000 } } as const
  const work = { portal: 'hubspot:4242', now: NOW, request, ...changes } as const
  const analyst = createAnalyst(work, models)
  analyst.take(cases)
  const [result] = analyst.workOut().results
  if (result?.kind !== 'report') throw new Error('no report')
  return result
}

/** Of men every second leads benefits and scores more for it; of women and of who would not say, none. */
function audited(one: Case, at: number): Case {
  const [first] = one.reached
  const auditGender = ['declined', 'declined', 'man', 'man', 'woman'][at % 5] ?? 'woman'
  const leads = auditGender === 'man' && at % 2 === 0
  const subject = { facts: { role: leads ? 'benefits-leader' : 'other' }, activities: [] }
  const score = 30 + ((at * 37) % 60) + (leads ? 25 : 0)
  const auditPayerType = at % 3 === 0 ? 'medicaid' : 'commercial'
  const auditFacts = { state: 'WA', verification: 'self-pay', auditGender, auditPayerType }
  return { ...one, ...subject, reached: [{ ...first, score, subject }], auditFacts }
}

describe('the report of a portal', () => {
  const cases = madeUpCases({ size: 900, seed: 9 })
  let result: ReportResult
  beforeAll(() => {
    result = report(cases)
  })

  it('tells by tier and source what became of everybody, and what a lead cost', () => {
    const rowsBy = (by: string) => result.report.tables.find((table) => table.by === by)?.rows ?? []
    const paid = rowsBy('source').find(({ group }) => group === 'paid-search')

    expect(rowsBy('all')[0]?.records).toBe(900)
    expect(paid?.costPerLead).toBeCloseTo(3_000 / (paid?.records ?? 1), 1)
    expect(result.thresholds.map(({ audience }) => audience)).toEqual(['employer'])
    expect(result.knownAfterDays.employer).toBeGreaterThan(0)
  })

  it('looks at proxies where nothing is held for auditing, and only at those known of anybody', () => {
    const [audit] = result.fairness

    expect(audit?.report.attributes.map(({ attribute, kind }) => `${kind} ${attribute}`)).toEqual([
      'proxy state',
      'proxy language',
    ])
    expect(audit?.report.notice).toContain('For people to read')
  })

  it('looks at what is held for auditing only before any proxy, and in place of a weaker one', () => {
    const [audit] = report(cases.map(audited)).fairness

    expect(audit?.report.attributes.map(({ attribute, kind }) => `${kind} ${attribute}`)).toEqual([
      'audit-only gender',
      'audit-only payer type',
      'proxy state',
    ])
  })

  it('tells who falls behind by what is held for auditing only, and by which rule', () => {
    const [gender] = report(cases.map(audited)).fairness[0]?.report.attributes ?? []

    const women = gender?.groups.find(({ group }) => group === 'woman')
    const [widest] = gender?.causes ?? []
    expect(gender?.groups.map(({ group }) => group)).toEqual(['declined', 'man', 'woman'])
    expect(gender?.reference).toBe('man')
    expect(women?.belowFourFifths).toBe(true)
    expect(widest).toMatchObject({ group: 'woman', rule: 'decides-on-benefits' })
    expect(widest?.gap).toBeLessThan(-0.2)
    expect(Math.abs(widest?.gapWithout ?? 1)).toBeLessThan(0.05)
  })

  it('keeps segments that close otherwise, of the very people the tiers are told of', () => {
    const kinds = [
      { facts: { role: 'hr', source: 'referral' }, winsOneIn: 2 },
      { facts: { role: 'student', source: 'event' }, winsOneIn: 9 },
      { facts: { role: 'executive', source: 'paid-search' }, winsOneIn: 5 },
    ]
    const parted = cases.map((one, at): Case => {
      const { facts, winsOneIn } = kinds[at % 3] ?? { facts: {}, winsOneIn: 1 }
      const [first] = one.reached
      const old = { asOf: one.asOf - 200 * DAY_MS, outcomeAt: one.asOf - 190 * DAY_MS }
      const reached = [{ ...first, at: old.asOf, subject: { facts, activities: [] } }] as const
      return { ...one, ...old, facts, reached, outcome: at % winsOneIn === 0 ? 'won' : 'lost' }
    })

    const { segments, report: told } = report(parted)

    const rows = told.tables.find(({ by }) => by === 'segment')?.rows ?? []
    expect(segments.kept.length).toBeGreaterThan(0)
    for (const { key, records, traits } of segments.kept) {
      expect(traits.length).toBeGreaterThan(0)
      expect(rows.find(({ group }) => group === key)?.records).toBe(records)
    }
  })

  it('tells by the segments a person approved, under their names', () => {
    const features = [
      { kind: 'fact', name: 'role', values: ['hr', 'student'], thirds: null },
    ] as const
    const modes = [
      { key: 'segment-1', values: ['hr'] },
      { key: 'segment-2', values: ['student'] },
      { key: null, values: ['something else'] },
    ]
    const names = { 'segment-1': 'Benefits teams' }

    const { report: told } = report(cases, { approved: { definition: { features, modes }, names } })

    const rows = told.tables.find(({ by }) => by === 'segment')?.rows ?? []
    const inHr = cases.filter(({ facts }) => facts['role'] === 'hr').length
    expect(rows.map(({ group, records }) => [group, records])).toEqual([
      ['no segment', cases.length - inHr],
      ['Benefits teams', inHr],
    ])
  })

  it('tells of no audience by itself where the rest would be a handful', () => {
    const few = madeUpCases({ size: 14, seed: 2 }).map(
      (one): Case => ({ ...one, audience: 'provider-org' }),
    )

    const { thresholds, fairness, scores } = report([...cases, ...few])

    expect({ thresholds, fairness, scores }).toEqual({ thresholds: [], fairness: [], scores: [] })
  })

  it('names nobody unless a person asked for cases, and then so many', () => {
    const asked = report(cases, { reviewCases: 2 })

    expect(JSON.stringify(result)).not.toMatch(/70000\d+/)
    expect(asked.report.review?.length).toBeLessThanOrEqual(2)
    expect(result.report.review).toBeUndefined()
  })

  it('shows nothing of one to ten records, whatever the portal', () => {
    const portals = fc.record({ size: fc.integer({ min: 1, max: 300 }), seed: fc.nat(10_000) })
    fc.assert(
      fc.property(portals, (portal) => {
        const held = madeUpCases(portal).map((one, at): Case => {
          return { ...one, auditFacts: { ...audited(one, at).auditFacts, ...one.auditFacts } }
        })
        const { fairness, ...rest } = report(held)
        const counts = fairness.flatMap((one) => one.report.attributes.map(({ groups }) => groups))
        expect([...smallCounts(rest), ...smallCounts(counts)]).toEqual([])
      }),
      { numRuns: 8 },
    )
  })
})
