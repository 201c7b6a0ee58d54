import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { maturityOf } from '#src/calibration/censoring.ts'
import { applyChanges } from '#src/calibration/draft/apply-changes.ts'
import { changeTiers } from '#src/calibration/draft/change-tiers.ts'
import { type ModelChange, TIERS } from '#src/calibration/draft/model-change.ts'
import type { Choice } from '#src/calibration/threshold-choices.ts'
import { proposeThresholds, type ThresholdProposal } from '#src/calibration/thresholds.ts'
import { loadShippedLists } from '#src/models.ts'
import type { Model } from '#src/scoring/model.ts'
import { parseModel } from '#src/scoring/parse-model.ts'
import { madeUpPortal, NOW } from '../calibration-reports/portal.ts'
import { modelOf, textOf } from '../models/shipped.ts'

const lists = await loadShippedLists()
const MODEL = modelOf('employer')
const READY = MODEL.tiers['sales-ready'].score
const NURTURE = MODEL.tiers.nurture.score

/** From this score up 26 % close, 22 % to 31 %: 3.4 records a week, four of five wins. */
function from(atLeast: number): Choice {
  return {
    atLeast,
    recordsAWeek: 3.42,
    expectedWinsAWeek: 0.9,
    closeRateAt: { rate: 0.2, low: 0.16, high: 0.25 },
    closeRate: { rate: 0.263, low: 0.218, high: 0.309 },
    observed: undefined,
    shareOfWins: 0.804,
  }
}

type Wanted = Partial<Record<'rate' | 'capacity' | 'nurture', number | undefined>>

function proposalOf({ rate, capacity, nurture }: Wanted): ThresholdProposal {
  const at = (score: number | undefined) => (score === undefined ? undefined : from(score))
  return {
    choices: [from(90), from(50), from(10)],
    salesReadyByRate: at(rate),
    salesReadyByCapacity: at(capacity),
    nurture: at(nurture),
    findings: [],
  }
}

/** Cut-offs before and after, by tier. */
function moves(changes: readonly ModelChange[]) {
  return Object.fromEntries(changes.map(({ rule, before, after }) => [rule, [before, after]]))
}

const HELD = { 'sales-ready': [READY, READY], nurture: [NURTURE, NURTURE] }

describe('cut-offs of a draft', () => {
  it('come from the thresholds proposed on the records, and the draft has them', () => {
    const records = madeUpPortal({ seed: 7, size: 3_000 })
    const closing = { atLeast: 0.3, atMost: 0.4 }
    const options = { maturity: maturityOf(records, NOW), now: NOW, closing }
    const proposal = proposeThresholds(records, options)

    const draft = parseModel(
      applyChanges(textOf('employer'), changeTiers(MODEL, proposal), [TIERS]),
      'draft.yaml',
      lists,
    )

    expect(proposal.salesReadyByRate?.atLeast).not.toBe(READY)
    expect(draft.tiers['sales-ready'].score).toBe(proposal.salesReadyByRate?.atLeast)
    expect(draft.tiers.nurture.score).toBe(proposal.nurture?.atLeast)
  })

  it('are told with what stands beside what is proposed, and accepted as one', () => {
    const changes = changeTiers(MODEL, proposalOf({ rate: 58, nurture: 22 }))

    expect(moves(changes)).toEqual({ 'sales-ready': [READY, 58], nurture: [NURTURE, 22] })
    expect(changes.map(({ group, action, what }) => [group, action, what])).toEqual([
      [TIERS, 'change', 'Lowest score of sales-ready'],
      [TIERS, 'change', 'Lowest score of nurture'],
    ])
  })

  it('tell why with close rate, interval, records a week and share of wins', () => {
    const [ready] = changeTiers(MODEL, proposalOf({ rate: 58 }))

    expect(ready?.because).toBe(
      'From here on about 26 % close (22 % to 31 %): 3.4 records a week, with 80 % of all wins.',
    )
  })

  it.each([
    ['the higher one where the team can take fewer than close often enough', 58, 71, 71],
    ['that of the close rate where the team could take more', 58, 40, 58],
    ['that of the team where no score closes often enough', undefined, 71, 71],
    ['that of the close rate where nobody said what the team can take', 58, undefined, 58],
  ])('begin sales-ready at %s', (_which, rate, capacity, expected) => {
    const [ready] = changeTiers(MODEL, proposalOf({ rate, capacity }))

    expect(ready?.after).toBe(expected)
  })

  it('keep one tier where only the other is to move', () => {
    const changes = changeTiers(MODEL, proposalOf({ nurture: 22 }))

    expect(changes.map(({ action }) => action)).toEqual(['keep', 'change'])
    expect(moves(changes)).toEqual({ ...HELD, nurture: [NURTURE, 22] })
  })

  it('stay within what can be scored, with nurture below sales-ready, whatever is proposed', () => {
    const score = fc.option(fc.integer({ min: 0, max: 100 }), { nil: undefined })
    const wanted = fc.record({ rate: score, capacity: score, nurture: score })
    const engagementCap = fc.integer({ min: READY - MODEL.fit.cap, max: 100 })
    fc.assert(
      fc.property(wanted, engagementCap, (choices, cap) => {
        const model: Model = { ...MODEL, engagement: { ...MODEL.engagement, cap } }
        const changes = changeTiers(model, proposalOf(choices))

        const [ready = -1, second = -1] = changes.map(({ after }) => after)
        expect(second).toBeGreaterThanOrEqual(0)
        expect(second).toBeLessThan(ready)
        expect(ready).toBeLessThanOrEqual(Math.min(100, MODEL.fit.cap + cap))
      }),
    )
  })
})

describe('cut-offs stay as they are', () => {
  it('and nothing is said of them where no thresholds were looked for', () => {
    expect(changeTiers(MODEL, undefined)).toEqual([])
  })

  it('where the proposal is what stands, and what they mean is told all the same', () => {
    const changes = changeTiers(MODEL, proposalOf({ rate: READY, nurture: NURTURE }))

    expect(moves(changes)).toEqual(HELD)
    for (const { action, because } of changes) {
      expect(action).toBe('keep')
      expect(because).toContain('about 26 % close')
    }
  })

  it.each([
    ['nurture would begin where sales-ready stands', { nurture: READY }],
    ['sales-ready would begin where nurture stands', { rate: NURTURE }],
    ['the two would cross', { rate: 40, nurture: 45 }],
  ])('both of them, where %s', (_what, wanted) => {
    const changes = changeTiers(MODEL, proposalOf(wanted))

    expect(moves(changes)).toEqual(HELD)
    expect(changes.every(({ action }) => action === 'keep')).toBe(true)
    expect(changes.map(({ because }) => because)).toContain(
      'No other score does what is asked of this tier beside the other one.',
    )
  })

  it('where nobody could reach the score from which enough close', () => {
    const engagement = { ...MODEL.engagement, cap: READY - MODEL.fit.cap + 5 }

    const changes = changeTiers({ ...MODEL, engagement }, proposalOf({ rate: READY + 6 }))

    expect(moves(changes)).toEqual(HELD)
  })

  it('where the records cannot tell, with the reason the report gives', () => {
    const few = madeUpPortal({ seed: 10, size: 300, chanceAt: () => 0.06 })
    const proposal = proposeThresholds(few, { maturity: maturityOf(few, NOW), now: NOW })

    const changes = changeTiers(MODEL, proposal)

    expect(moves(changes)).toEqual(HELD)
    const reason = proposal.findings[0]?.what
    expect(reason).toMatch(/fewer than|too few/i)
    expect(changes.map(({ because }) => because)).toEqual([reason, reason])
  })
})
