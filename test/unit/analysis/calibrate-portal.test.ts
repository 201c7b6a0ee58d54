import * as fc from 'fast-check'
import { beforeAll, describe, expect, it } from 'vitest'
import { createAnalyst } from '#src/analysis/analysis-work.ts'
import { groupsOfChanges } from '#src/analysis/draft-changes.ts'
import type { CalibrationResult } from '#src/analysis/results.ts'
import { applyChanges } from '#src/calibration/draft/apply-changes.ts'
import { isSafeCount } from '#src/calibration/small-cells.ts'
import { readShippedModel } from '#src/models.ts'
import { parseModel } from '#src/scoring/parse-model.ts'
import { smallCounts } from './count-small.ts'
import { type MadeUpCases, madeUpCases, models, NOW } from './made-up-cases.ts'

const WORK = { portal: 'hubspot:4242', now: NOW } as const

function calibrate(made: MadeUpCases, conversationsAWeek?: number): CalibrationResult {
  const request = { kind: 'calibration', audience: 'employer', conversationsAWeek } as const
  const analyst = createAnalyst({ ...WORK, request }, models)
  const cases = madeUpCases(made)
  analyst.take(cases.slice(0, 100))
  analyst.take(cases.slice(100))
  const [result] = analyst.workOut().results
  if (result?.kind !== 'calibration') throw new Error('no calibration')
  return result
}

describe('calibrating a portal whose people buy otherwise than its model believes', () => {
  let result: CalibrationResult
  beforeAll(() => {
    result = calibrate({ size: 1_500, seed: 7 }, 4)
  })

  it('recommends a draft and compares it with the model in force', () => {
    expect(result).toMatchObject({
      subject: { portal: 'hubspot:4242', audience: 'employer' },
      model: 'employer@2',
      verdict: { recommend: true },
    })
    expect(result.verdict.reasons.join(' ')).toContain('beats the present model')
    expect(result.splits[0]?.scorers.map(({ name }) => name)).toContain('present model')
  })

  it('explains every change beside the points there are now', () => {
    const changed = result.changes.filter(({ action }) => action !== 'keep')

    expect(changed.length).toBeGreaterThan(0)
    for (const { what, because } of result.changes) {
      expect(what).not.toBe('')
      expect(because).not.toBe('')
    }
    const webinar = result.changes.find(({ rule }) => rule === 'attended-webinar')
    const pricing = result.changes.find(({ rule }) => rule === 'pricing-page')
    expect(webinar?.before).toBe(12)
    expect(webinar?.after).toBeGreaterThan(12)
    expect(pricing).toMatchObject({ action: 'remove', before: 25 })
  })

  it('makes a model of the groups a person accepts, one version higher', async () => {
    const groups = groupsOfChanges(result)
    const [group = ''] = groups
    const text = await readShippedModel('employer')

    const changed = parseModel(applyChanges(text, result.changes, [group]), 'employer.yaml')

    expect(groups).toContain('meetings')
    expect(changed.version).toBe(3)
  })

  it('tells by tier what became of the same records', () => {
    const rates = result.tiers.map(({ won }) => won)

    expect(result.tiers.flatMap(({ tiers }) => tiers)).toContain('sales-ready')
    expect(rates.reduce((sum, { of }) => sum + of, 0)).toBe(result.cases.records)
    for (const { low, rate, high } of rates) expect(low <= rate && rate <= high).toBe(true)
  })

  it('proposes thresholds from the close rate and from what the team can take', () => {
    const { salesReadyByRate, salesReadyByCapacity } = result.thresholds ?? {}

    expect(salesReadyByRate?.closeRateAt.rate).toBeGreaterThanOrEqual(0.2)
    expect(salesReadyByCapacity?.recordsAWeek).toBeLessThanOrEqual(4)
  })

  it('never tells of one to ten records, nor by the difference of its totals', () => {
    const { cases, splits, thresholds, scores } = result
    const [time] = splits.filter(({ split }) => split === 'time')
    const observed = thresholds?.choices.at(-1)?.observed

    const said = result.changes.flatMap(({ because }) => [
      ...because.replaceAll(',', '').matchAll(/(\d+) of (\d+)/g),
    ])
    expect(said.length).toBeGreaterThan(0)
    const told = said.flatMap(([, of, all]) => [Number(of), Number(all) - Number(of)])
    expect(told.filter((count) => !isSafeCount(count))).toEqual([])
    expect(smallCounts(result)).toEqual([])
    expect(JSON.stringify(result)).not.toMatch(/70000\d+/)
    expect((time?.learned.records ?? 0) + (time?.judged.records ?? 0)).toBe(cases.records)
    expect(scores.reduce((sum, { won }) => sum + won, 0)).toBe(cases.won)
    expect(isSafeCount(cases.won - (observed?.count ?? 0))).toBe(true)
  })
})

describe('calibrating where nothing is to be recommended', () => {
  it('refuses and changes nothing where outcomes have nothing to do with the model', () => {
    const { verdict, changes, cards } = calibrate({ size: 700, seed: 3, strength: 0, base: -1 })

    expect(verdict.recommend).toBe(false)
    expect(verdict.reasons.join(' ')).toMatch(/does not beat/)
    expect(changes).toEqual([])
    expect(cards).toEqual({ full: [], short: [] })
  })

  it('says how many more wins are needed', () => {
    const { verdict, changes } = calibrate({ size: 400, seed: 5, base: -3.6 })

    expect(verdict.recommend).toBe(false)
    expect(verdict.reasons[0]).toMatch(/There are \d+ won records and learning pays from about 70/)
    expect(verdict.winsMissing).toBeGreaterThan(0)
    expect(changes).toEqual([])
  })

  it('has an answer where nobody of the audience was ever scored', () => {
    const { verdict, cases } = calibrate({ size: 0, seed: 1 })

    expect(verdict.recommend).toBe(false)
    expect(cases).toMatchObject({ records: 0, won: 0, open: 0 })
  })

  it('shows nothing of one to ten records, whatever the portal', () => {
    const portals = fc.record({
      size: fc.integer({ min: 1, max: 350 }),
      seed: fc.nat(10_000),
      base: fc.constantFrom(-4, -2, 0),
    })
    fc.assert(
      fc.property(portals, (portal) => {
        expect(smallCounts(calibrate(portal))).toEqual([])
      }),
      { numRuns: 8 },
    )
  })
})
