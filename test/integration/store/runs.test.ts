import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { RunChunk } from '#src/store/model-repositories.ts'
import { STORE_KINDS } from '#test/test-store.ts'
import {
  connect,
  intent,
  OTHER,
  openTestStore,
  PORTAL,
  person,
  type TestStore,
} from './open-stores.ts'

const BEGIN = { kind: 'rescore', model: 0, by: 'ann' } as const
const LEASE_MS = 60_000
const one = (scored: number, changed = 0) => ({
  scored,
  changed,
  tiers: { 'nurture>sales-ready': changed },
  failures: {},
})

/** Everybody is to be scored. */
const NOBODY = { unchanged: [], narrowed: [], at: 0 }

describe.each(STORE_KINDS)('runs in the %s store', (kind) => {
  let test: TestStore
  beforeAll(async () => {
    test = await openTestStore(kind)
  })
  afterAll(() => test?.close())
  beforeEach(async () => {
    for (const portal of [PORTAL, OTHER]) {
      await test.store.erasure.portal(portal)
      await connect(test.store, portal)
    }
    test.clock.now = 1_800_000_000_000
  })

  const people = async (count: number): Promise<void> => {
    const all = Array.from({ length: count }, (_, index) => person(String(700_000_000 + index)))
    await test.store.records.put(PORTAL, all)
  }
  const settle = (chunk: RunChunk, scored: number, changed = 0) =>
    test.store.transaction((inner) => inner.runs.settleChunk(chunk, one(scored, changed)))
  const claimAll = async (): Promise<RunChunk[]> => {
    const claimed: RunChunk[] = []
    for (;;) {
      const chunk = await test.store.runs.claimChunk(PORTAL, LEASE_MS)
      if (chunk === undefined) return claimed
      claimed.push(chunk)
    }
  }
  const idsIn = async (chunks: readonly RunChunk[]): Promise<string[]> => {
    const found: string[] = []
    for (const chunk of chunks) {
      const { rows } = await test.store.runs.people(chunk, NOBODY)
      found.push(...rows.map(({ id }) => id))
    }
    return found
  }

  it('hands out every person exactly once, whoever comes while it goes on', async () => {
    await people(4_500)
    const run = await test.store.runs.begin(PORTAL, BEGIN)
    await test.store.records.put(PORTAL, [person('1'), person('700000999x'), person('9')])

    const found = await idsIn(await claimAll())

    expect(run).toMatchObject({ id: 1, total: 4_500, scored: 0, status: 'running' })
    expect(found).toHaveLength(4_503)
    expect(new Set(found).size).toBe(4_503)
  })

  it('counts a chunk once, and only for whoever holds it', async () => {
    await people(10)
    await test.store.runs.begin(PORTAL, BEGIN)
    const [lost] = await claimAll()
    test.clock.now += LEASE_MS
    const [again] = await claimAll()
    if (lost === undefined || again === undefined) throw new Error('no chunk')

    const kept = [await settle(lost, 10), await settle(again, 10, 3), await settle(again, 10, 3)]

    expect(kept).toEqual([false, true, false])
    const ended = await test.store.runs.finish(PORTAL)
    expect(ended).toMatchObject({ status: 'done', scored: 10, changed: 3 })
    expect(await test.store.runs.tally(PORTAL, 1)).toMatchObject({
      tiers: { 'nurture>sales-ready': 3 },
    })
  })

  it('ends only when every chunk is done', async () => {
    await people(2_500)
    await test.store.runs.begin(PORTAL, BEGIN)
    const [first, second] = await claimAll()
    if (first === undefined || second === undefined) throw new Error('no chunks')
    await settle(first, 2_000)

    const early = await test.store.runs.finish(PORTAL)
    await settle(second, 500)

    expect(early).toBeUndefined()
    expect(await test.store.runs.finish(PORTAL)).toMatchObject({ status: 'done', scored: 2_500 })
    expect(await test.store.runs.active(PORTAL)).toBeUndefined()
  })

  it.each(['cancelled', 'superseded'] as const)('keeps nothing more once it is %s', async (how) => {
    await people(10)
    await test.store.runs.begin(PORTAL, BEGIN)
    const [chunk] = await claimAll()
    if (chunk === undefined) throw new Error('no chunk')

    await (how === 'cancelled'
      ? test.store.runs.cancel(PORTAL, 1, 'ben')
      : test.store.runs.begin(PORTAL, BEGIN))

    expect(await settle(chunk, 10)).toBe(false)
    expect(await test.store.runs.get(PORTAL, 1)).toMatchObject({ status: how, scored: 0 })
    await expect(test.store.runs.cancel(PORTAL, 1, 'ben')).rejects.toMatchObject({
      code: 'run-ended',
    })
    await expect(test.store.runs.get(PORTAL, 9)).rejects.toMatchObject({ code: 'run-unknown' })
  })

  it('tells what was read, changed or scored by others since', async () => {
    const ids = ['700000001', '700000002', '700000003']
    await test.store.records.put(
      PORTAL,
      ids.map((id) => person(id)),
    )
    await test.store.intents.intend(
      PORTAL,
      ids.map((id) => intent(id)),
      'bulk',
    )
    await test.store.runs.begin(PORTAL, BEGIN)
    const [chunk] = await claimAll()
    if (chunk === undefined) throw new Error('no chunk')
    const { rows } = await test.store.runs.people(chunk, NOBODY)
    await test.store.records.put(PORTAL, [person('700000001', { activities: [] })])
    await test.store.intents.intend(PORTAL, [intent('700000002', { score: 1 })], 'event')

    const same = await test.store.transaction((inner) => inner.runs.holdUnchanged(chunk, rows))

    expect([...same]).toEqual(['700000003'])
  })

  it('leaves out whom models left as they were decided, until time changes them', async () => {
    const ids = ['700000001', '700000002', '700000003', '700000004']
    await test.store.records.put(
      PORTAL,
      ids.map((id) => person(id)),
    )
    const at = test.clock.now
    const decided = [
      intent('700000001', { model: 'individual@2' }),
      intent('700000002', { model: 'employer@2' }),
      { ...intent('700000003', { model: 'individual@2' }), nextChangeAt: at },
    ]
    await test.store.intents.intend(PORTAL, decided, 'bulk')
    await test.store.runs.begin(PORTAL, BEGIN)
    const [chunk] = await claimAll()
    if (chunk === undefined) throw new Error('no chunk')
    const standing = { unchanged: ['individual@2'], narrowed: [], at }

    const { rows, standing: tiers } = await test.store.runs.people(chunk, standing)

    expect(rows.map(({ id }) => id)).toEqual(ids.slice(1))
    expect(tiers).toEqual({ [intent('1').values.tier ?? 'none']: 1 })
  })

  it('leaves out whom a narrow change cannot move: by their own facts and those of their organisation', async () => {
    const at = test.clock.now
    const facts = [
      { inquiryType: 'employer-benefits' },
      { inquiryType: 'vendor' },
      {},
      { inquiryType: ['vendor', 'self'] },
      { inquiryType: 'vendor', selfInsured: true },
    ]
    const people = facts.map((own, place) => person(`70000000${place}`, { facts: own }))
    const ofCompany = person('700000008', { facts: {}, companyId: '31' })
    const company = {
      ...person('31', { facts: { selfInsured: true } }),
      object: 'company',
    } as const
    await test.store.records.put(PORTAL, [company, ...people, ofCompany])
    const all = [...people, ofCompany]
    await test.store.intents.intend(
      PORTAL,
      all.map(({ id }) => intent(id, { model: 'employer@2' })),
      'bulk',
    )
    await test.store.runs.begin(PORTAL, BEGIN)
    const [chunk] = await claimAll()
    if (chunk === undefined) throw new Error('no chunk')
    const codes = { inquiryType: ['employer-benefits'], selfInsured: ['true'] }
    const standing = { unchanged: [], narrowed: [{ model: 'employer@2', codes }], at }

    const { rows, standing: tiers } = await test.store.runs.people(chunk, standing)

    // Who has a code of the change, several codes, or one by their organisation.
    expect(rows.map(({ id }) => id)).toEqual(['700000000', '700000003', '700000004', '700000008'])
    expect(Object.values(tiers)).toEqual([2])
  })

  it('leaves no id of a record in it, while it goes on and after', async () => {
    await people(4_500)
    await test.store.runs.begin(PORTAL, BEGIN)
    const ref = (id: string) => ({ object: 'contact', id }) as const
    const during = []
    for (const id of ['700000000', '700002000', '700004000']) {
      const found = await test.store.erasure.remains(PORTAL, ref(id))
      during.push(...found.map(({ table }) => table))
    }

    const removed = await test.store.erasure.portal(PORTAL)

    expect(new Set(during)).toEqual(new Set(['records']))
    expect(removed).toMatchObject({ runs: 1, run_chunks: 3 })
    expect(await test.store.runs.list(PORTAL, { limit: 10 })).toEqual([])
  })
})
