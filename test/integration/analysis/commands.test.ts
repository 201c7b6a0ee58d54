import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { PortalId } from '#src/ports.ts'
import { proposalOf } from '#src/segments/proposal.ts'
import type { Store } from '#src/store/store.ts'
import { score } from '#test/integration/model-sets/model-sets.ts'
import { connect, KEY, openAt, person } from '#test/integration/store/open-stores.ts'
import { type Ran, runLeadwell } from '#test/run-leadwell.ts'
import { createStorePlace, type StorePlace } from '#test/test-store.ts'
import { DAY_MS, madeUpCases, NOW } from '#test/unit/analysis/made-up-cases.ts'

const PORTAL: PortalId = 'hubspot:4242'
const PATIENCE_MS = 180_000

let place: StorePlace
beforeAll(async () => {
  place = await createStorePlace('server')
  const clock = { now: 0 }
  const store = await openAt(place, { now: () => clock.now })
  await connect(store, PORTAL)
  await live(store, clock)
  await store.close()
})
afterAll(() => place.remove())

/** Everybody is scored when they came and decided on later, a month of people at a time. */
async function live(store: Store, clock: { now: number }): Promise<void> {
  const later = Date.now() - NOW - DAY_MS
  const months = Map.groupBy(madeUpCases({ size: 600, seed: 7 }), ({ asOf }) =>
    Math.floor((NOW - asOf) / (30 * DAY_MS)),
  )
  for (const [ago, cases] of [...months].toSorted(([a], [b]) => b - a)) {
    clock.now = NOW + later - ago * 30 * DAY_MS
    const arrived = cases.map((one) => {
      const moved = clock.now - one.asOf
      const facts = { ...one.facts, inquiryType: 'employer-benefits', createdAt: clock.now }
      const activities = one.activities.map((act) => ({ ...act, at: act.at + moved - 60_000 }))
      return { one, record: person(one.ref.id, { facts, activities }) }
    })
    await score(
      store,
      PORTAL,
      arrived.map(({ record }) => record),
      clock.now,
    )
    const decided = arrived.flatMap(({ one: { outcome, outcomeAt, asOf }, record }) => {
      if (outcome === 'open' || outcomeAt === undefined) return []
      const facts = { ...record.facts, outcome, outcomeAt: clock.now + outcomeAt - asOf }
      return [person(record.id, { facts, activities: record.activities })]
    })
    await store.records.put(PORTAL, decided)
  }
}

function leadwell(...args: readonly string[]): Promise<Ran> {
  const { databaseUrl = '', dataDir } = place
  return runLeadwell(args, {
    cwd: dataDir,
    env: {
      DATABASE_URL: databaseUrl,
      REDIS_URL: inject('redisUrl'),
      LEADWELL_DATA_DIR: dataDir,
      LEADWELL_SECRET_KEY: KEY,
    },
  })
}

describe('learning from what was won, by command', () => {
  it(
    'goes from calibrating over a draft of the accepted groups to its preview',
    async () => {
      const { dataDir } = place
      const draft = ['--audience', 'employer', '--draft', '--accept', 'meetings']
      const who = ['--note', 'What won', '--by', 'Ana Ops']
      const files = ['--html', 'page.html', '--csv', 'all.csv']

      const drafted = await leadwell('calibrate', PORTAL, ...draft, ...who, ...files)
      const preview = await leadwell('model', 'preview', PORTAL, '1')

      expect([drafted.code, drafted.stderr]).toEqual([0, ''])
      expect(drafted.stdout).toContain('The learned points are worth a look')
      expect(drafted.stdout).toContain(`leadwell model preview ${PORTAL} 1`)
      expect(await readFile(join(dataDir, 'page.html'), 'utf8')).toContain('<svg')
      expect(await readFile(join(dataDir, 'all.csv'), 'utf8')).toContain('section,line')
      expect([preview.code, preview.stderr]).toEqual([0, ''])
      expect(preview.stdout).toContain('version 1 (draft)')
    },
    PATIENCE_MS,
  )

  it(
    'reports, names cases only when asked and keeps none of them',
    async () => {
      const spend = join(place.dataDir, 'spend.csv')
      await writeFile(spend, 'source,amount\nPaid search,1200\nreferral,300\n')

      const told = await leadwell('report', PORTAL, '--spend', spend, '--review', '3', '--json')

      const [report] = told.objects()
      expect([told.code, told.stderr]).toEqual([0, ''])
      expect(report).toMatchObject({ kind: 'report', portal: PORTAL })
      const store = await openAt(place)
      const kept = await store.analyses.latest(PORTAL, 'report')
      const named = JSON.stringify(report).match(/"review":\["(\d+)"/)?.[1] ?? ''
      expect(named).toMatch(/^70000\d+$/)
      expect(JSON.stringify(kept)).not.toContain(named)
      expect((await proposalOf(store, PORTAL))?.looked).toBeGreaterThan(0)
      await store.close()
    },
    PATIENCE_MS,
  )

  it('shows what counts as won, and says what is missing for a draft before it begins', async () => {
    const outcomes = await leadwell('outcomes', PORTAL)
    const bare = await leadwell('calibrate', PORTAL, '--draft', '--audience', 'employer')
    const wrong = await leadwell('calibrate', PORTAL, '--outcome', 'sold')

    expect(outcomes.stdout).toContain('deal-won')
    expect(bare.code).toBe(2)
    expect(bare.stderr).toContain('A draft needs --accept and --note.')
    expect(wrong.code).toBe(2)
    expect(wrong.stderr).toContain('deal-won')
  })

  it('learns from a file without any portal', async () => {
    const file = join(place.dataDir, 'leads.csv')
    const lines = Array.from({ length: 600 }, (_, row) =>
      [
        row % 3 === 0 ? 'web' : 'ads',
        row % 5,
        row % 2 === 0 ? 'f' : 'm',
        (row * 7) % 9 < (row % 3 === 0 ? 5 : 2) ? 'Won' : 'Lost',
      ].join(','),
    )
    await writeFile(file, ['source,size,gender,stage', ...lines].join('\n'))

    const ran = await leadwell('calibrate', file, '--outcome', 'stage', '--json')
    const asked = ['--outcome', 'stage', '--include', 'gender']
    const all = await leadwell('calibrate', file, ...asked, '--json')
    const unnamed = await leadwell('calibrate', file)

    expect(ran.objects()).toEqual([
      expect.objectContaining({ kind: 'calibration', subject: { file: 'leads.csv' } }),
    ])
    const [columns, every] = [ran, all].map((one) => one.objects()[0]?.['columns'])
    expect(columns).toMatchObject({
      used: ['source', 'size'],
      leftOut: [{ column: 'gender', why: 'protected' }],
    })
    expect(every).toMatchObject({ used: ['source', 'size', 'gender'] })
    expect(unnamed.code).toBe(2)
    expect(unnamed.stderr).toContain('--outcome COLUMN')
  })
})
