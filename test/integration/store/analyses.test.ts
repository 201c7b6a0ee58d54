import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { ReportResult } from '#src/analysis/results.ts'
import { STORE_KINDS } from '#test/test-store.ts'
import { connect, OTHER, openTestStore, PORTAL, type TestStore } from './open-stores.ts'

const ASKED = { request: { kind: 'report' }, by: 'Ana Ops' } as const
const LEASE_MS = 60_000
const SEEN = '700000001'

const report = (changes: Partial<ReportResult> = {}): ReportResult => ({
  kind: 'report',
  portal: PORTAL,
  at: 1_800_000_000_000,
  since: undefined,
  thereBefore: 0,
  knownAfterDays: { employer: 90 },
  report: { tables: [] },
  segments: { looked: 3, kept: [], everyoneElse: undefined },
  thresholds: [],
  fairness: [],
  scores: [{ from: 0, to: 100, won: 40, notWon: 200 }],
  ...changes,
})

describe.each(STORE_KINDS)('analyses in the %s store', (kind) => {
  let world: TestStore
  beforeAll(async () => {
    world = await openTestStore(kind)
  })
  afterAll(() => world.close())
  beforeEach(async () => {
    for (const portal of [PORTAL, OTHER]) {
      await world.store.erasure.portal(portal)
      await connect(world.store, portal)
    }
  })

  it('are counted in each portal, taken once in the order they were asked for, and kept', async () => {
    const { analyses } = world.store
    const first = await analyses.ask(PORTAL, ASKED)
    const second = await analyses.ask(PORTAL, ASKED)
    const other = await analyses.ask(OTHER, ASKED)

    const claim = await analyses.claim(PORTAL, LEASE_MS)
    const next = await analyses.claim(PORTAL, LEASE_MS)
    const none = await analyses.claim(PORTAL, LEASE_MS)
    const kept = claim !== undefined && (await analyses.finish(claim, report()))

    expect([first.id, second.id, other.id]).toEqual([1, 2, 1])
    expect([claim?.id, next?.id, none]).toEqual([1, 2, undefined])
    expect(claim?.request).toEqual(ASKED.request)
    expect(kept).toBe(true)
    expect(await analyses.get(PORTAL, 1)).toMatchObject({ status: 'done', by: 'Ana Ops' })
    expect((await analyses.latest(PORTAL, 'report'))?.result).toMatchObject({
      kind: 'report',
      scores: [{ from: 0, to: 100, won: 40, notWon: 200 }],
    })
    expect(await analyses.latest(PORTAL, 'calibration')).toBeUndefined()
  })

  it('are taken by another when whoever worked on them is gone, whose result is then too late', async () => {
    const { analyses } = world.store
    await analyses.ask(PORTAL, ASKED)
    const lost = await analyses.claim(PORTAL, LEASE_MS)
    const renewed = lost && (await analyses.extend(lost, 2 * LEASE_MS))

    world.clock.now += LEASE_MS + 1
    const early = await analyses.claim(PORTAL, LEASE_MS)
    world.clock.now += LEASE_MS
    expect(await analyses.waiting(PORTAL)).toBe(true)
    const taken = await analyses.claim(PORTAL, LEASE_MS)

    expect(early).toBeUndefined()
    expect(taken?.id).toBe(1)
    expect(renewed && (await analyses.finish(renewed, report()))).toBe(false)
    expect(taken && (await analyses.fail(taken, 'model-invalid'))).toBe(true)
    expect(await analyses.get(PORTAL, 1)).toMatchObject({
      status: 'failed',
      failure: 'model-invalid',
    })
    expect(await analyses.waiting(PORTAL)).toBe(false)
  })

  it('keep no id of anybody, so that nothing of them remains when a record is erased', async () => {
    const { analyses, erasure } = world.store
    const named = report({ report: { tables: [], review: [SEEN] } })

    await analyses.keep(PORTAL, { ...ASKED, result: named })
    await analyses.ask(PORTAL, ASKED)
    const claim = await analyses.claim(PORTAL, LEASE_MS)
    if (claim !== undefined) await analyses.finish(claim, named)

    expect((await analyses.list(PORTAL, { limit: 5 })).map(({ status }) => status)).toEqual([
      'done',
      'done',
    ])
    expect(await erasure.remains(PORTAL, { object: 'contact', id: SEEN })).toEqual([])
  })

  it('are listed newest first and page by page, told in the ledger, and gone with the portal', async () => {
    const { analyses, ledger, erasure } = world.store
    for (let asked = 0; asked < 3; asked += 1) await analyses.ask(PORTAL, ASKED)

    const page = await analyses.list(PORTAL, { limit: 2 })
    const rest = await analyses.list(PORTAL, { limit: 2, before: 2 })
    const entries = await ledger.list({ portal: PORTAL, limit: 3 })
    await erasure.portal(PORTAL)

    expect(page.map(({ id }) => id)).toEqual([3, 2])
    expect(rest.map(({ id }) => id)).toEqual([1])
    expect(entries[0]?.detail).toMatchObject({
      action: 'analysis-asked',
      analysis: 3,
      kind: 'report',
    })
    expect(await analyses.list(PORTAL, { limit: 5 })).toEqual([])
    await expect(analyses.get(PORTAL, 1)).rejects.toMatchObject({ code: 'analysis-unknown' })
  })
})
