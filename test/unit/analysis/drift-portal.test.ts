import { describe, expect, it } from 'vitest'
import { driftPortal } from '#src/analysis/drift-portal.ts'
import type { ModelDrift } from '#src/analysis/results.ts'
import { loadShippedModels } from '#src/models.ts'
import type { Case, Reached } from '#src/outcomes/case.ts'
import type { PortalId } from '#src/ports.ts'
import type { ExplainableModel } from '#src/scoring/compile-model.ts'
import type { BaselineRepository, StoredBaseline } from '#src/store/drift-baselines.ts'
import { seeded } from '#test/unit/calibration-reports/portal.ts'

const PORTAL: PortalId = 'hubspot:42'
const DAY_MS = 86_400_000
const START = Date.UTC(2025, 0, 1)
const at = (day: number): number => START + day * DAY_MS

const shipped = (await loadShippedModels()).models.get('employer')
if (shipped === undefined) throw new Error('no model for employers')
const MODEL: ExplainableModel = shipped
const NAME = `${MODEL.id}@${MODEL.version}`

function rememberBaselines(): BaselineRepository & { readonly kept: StoredBaseline[] } {
  const kept: StoredBaseline[] = []
  return {
    kept,
    find: async (_portal, { model }) => kept.findLast((one) => one.model === model),
    // As the database would give it back.
    keep: async (_portal, baseline) => void kept.push(JSON.parse(JSON.stringify(baseline))),
  }
}

/** Five employers a day; one in three is ready for sales and every second of these is won within weeks. */
function employers(days: number, changes: Partial<Case> = {}): readonly Case[] {
  const random = seeded(3)
  return Array.from({ length: days * 5 }, (_, index): Case => {
    const day = Math.floor(index / 5)
    const isReady = random() < 1 / 3
    const facts = { role: isReady ? 'hr' : 'other', companySize: isReady ? 500 : 20 }
    const first: Reached = {
      tier: isReady ? 'sales-ready' : 'nurture',
      at: at(day + random()),
      score: isReady ? 70 : 30,
      fit: 40,
      engagement: 30,
      subject: { facts, activities: [] },
    }
    const won = random() < (isReady ? 0.5 : 0.05)
    const outcomeAt = first.at + (1 + random() * 40) * DAY_MS
    return {
      ref: { object: 'contact', id: String(index) },
      audience: 'employer',
      model: NAME,
      reached: [first],
      asOf: first.at,
      facts,
      activities: [],
      outcome: won ? 'won' : 'lost',
      outcomeAt,
      auditFacts: {},
      ...changes,
    }
  })
}

async function checkOn(
  day: number,
  all: readonly Case[],
  baselines: BaselineRepository,
  model = MODEL,
): Promise<ModelDrift> {
  async function* casesOf(_audience: string, since: number) {
    yield all
      .filter(({ reached: [first] }) => first.at >= since && first.at <= at(day))
      .map(({ outcomeAt = 0, ...one }): Case => {
        return outcomeAt <= at(day) ? { ...one, outcomeAt } : { ...one, outcome: 'open' }
      })
  }
  const models = new Map([['employer', model]] as const)
  const { models: found } = await driftPortal({ baselines, models, casesOf, now: at(day) }, PORTAL)
  const [drift] = found
  if (drift === undefined) throw new Error('nothing found')
  return drift
}

const codesOf = ({ findings }: ModelDrift): readonly string[] => findings.map(({ code }) => code)

describe('drift of a portal', () => {
  it('waits, takes its baseline once, and then compares those who came after it', async () => {
    const baselines = rememberBaselines()
    const all = employers(420)

    const early = await checkOn(60, all, baselines)
    const taken = await checkOn(160, all, baselines)
    const next = await checkOn(161, all, baselines)
    const late = await checkOn(400, all, baselines)

    expect([early.baselineAt, taken.baselineAt]).toEqual([undefined, undefined])
    expect(early.findings).toMatchObject([{ code: 'baseline-waiting', level: 'note' }])
    expect(codesOf(taken)).toEqual(['baseline-taken'])
    expect(baselines.kept).toMatchObject([{ audience: 'employer', model: NAME, at: at(160) }])
    // Five people came since: too few to be counted, let alone to raise an alarm.
    expect(next).toMatchObject({ baselineAt: at(160), records: 0 })
    expect(new Set(next.findings.map(({ level }) => level))).toEqual(new Set(['note']))
    expect(late.findings.filter(({ level }) => level === 'alarm')).toEqual([])
    expect(codesOf(late)).toContain('close-rate-held')
  })

  it('finds the tier whose close rate fell', async () => {
    const baselines = rememberBaselines()
    const all = employers(420).map((one) =>
      one.reached[0].at > at(200) && Number(one.ref.id) % 3 > 0
        ? { ...one, outcome: 'lost' as const }
        : one,
    )
    await checkOn(160, all, baselines)

    const { findings } = await checkOn(400, all, baselines)

    const alarms = findings.filter(({ code }) => code === 'close-rate-moved')
    expect(alarms).toMatchObject([{ level: 'alarm' }])
    expect(alarms[0]?.what).toContain(
      'The close rate of sales-ready alone fell by more than ten points',
    )
  })

  it('begins anew with a new version of the model, which nobody came in under yet', async () => {
    const baselines = rememberBaselines()
    const all = employers(420)
    await checkOn(160, all, baselines)

    const renewed = await checkOn(400, all, baselines, { ...MODEL, version: MODEL.version + 1 })

    expect(renewed).toMatchObject({ baselineAt: undefined, records: 0 })
    expect(codesOf(renewed)).toEqual(['baseline-waiting'])
  })

  it('takes nobody into account who was there long before they were scored', async () => {
    const held = employers(420, { asOf: at(-100) })

    const found = await checkOn(400, held, rememberBaselines())

    expect(found).toMatchObject({ records: 0 })
    expect(codesOf(found)).toEqual(['baseline-waiting'])
  })

  it('takes another baseline where the one that is kept cannot be read', async () => {
    const baselines = rememberBaselines()
    await baselines.keep(PORTAL, { audience: 'employer', model: NAME, at: 1, snapshot: {} })

    expect(codesOf(await checkOn(400, employers(420), baselines))).toEqual(['baseline-taken'])
  })
})
