import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { RecordRef } from '#src/ports.ts'
import { STORE_KINDS } from '#test/test-store.ts'
import { ids, OTHER, openTestStore, PORTAL, type TestStore } from './open-stores.ts'

const refs = (...names: string[]): RecordRef[] => names.map((id) => ({ object: 'contact', id }))
const LEASE = { limit: 100, leaseMs: 60_000 }

describe.each(STORE_KINDS)('dirty marks in the %s store', (kind) => {
  let world: TestStore
  beforeAll(async () => {
    world = await openTestStore(kind)
  })
  afterAll(() => world.close())
  beforeEach(async () => {
    world.clock.now += 3_600_000
    for (const portal of [PORTAL, OTHER]) {
      const all = Array.from({ length: 300 }, (_, index) => String(index))
      await world.store.records.erase(portal, refs('a', 'b', 'c', ...all))
    }
  })

  it('hands out event work before bulk work and old before new', async () => {
    const { store, clock } = world
    await store.marks.mark(PORTAL, refs('a'), 'bulk')
    clock.now += 1
    await store.marks.mark(PORTAL, refs('b'), 'event')
    clock.now += 1
    await store.marks.mark(PORTAL, refs('c'), 'event')

    const claimed = await store.marks.claim(PORTAL, LEASE)

    expect(claimed.map(({ id, lane }) => [id, lane])).toEqual([
      ['b', 'event'],
      ['c', 'event'],
      ['a', 'bulk'],
    ])
  })

  it('raises a bulk mark to the event lane when a webhook marks it, and never lowers it', async () => {
    const { marks } = world.store
    await marks.mark(PORTAL, refs('a'), 'bulk')

    await marks.mark(PORTAL, refs('a'), 'event')
    await marks.mark(PORTAL, refs('a'), 'bulk')

    expect(await marks.claim(PORTAL, LEASE)).toMatchObject([{ id: 'a', lane: 'event' }])
  })

  it('coalesces many marks of a record into one', async () => {
    const { marks } = world.store

    await marks.mark(PORTAL, refs('a', 'a', 'a'), 'event')
    await marks.mark(PORTAL, refs('a'), 'event')

    expect(await marks.pending(PORTAL)).toMatchObject({ waiting: 1, parked: 0 })
  })

  it('hides a claimed mark until its lease ends', async () => {
    const { store, clock } = world
    await store.marks.mark(PORTAL, refs('a'), 'event')
    await store.marks.claim(PORTAL, LEASE)

    const during = await store.marks.claim(PORTAL, LEASE)
    clock.now += LEASE.leaseMs
    const after = await store.marks.claim(PORTAL, LEASE)

    expect([ids(during), ids(after)]).toEqual([[], ['a']])
  })

  it('forgets a settled mark', async () => {
    const { marks } = world.store
    await marks.mark(PORTAL, refs('a', 'b'), 'event')
    const claimed = await marks.claim(PORTAL, LEASE)

    await marks.settle(PORTAL, claimed)

    expect(await marks.pending(PORTAL)).toMatchObject({ waiting: 0, parked: 0 })
  })

  it('keeps a mark made again while the work ran, claimable at once', async () => {
    const { marks } = world.store
    await marks.mark(PORTAL, refs('a', 'b'), 'event')
    const claimed = await marks.claim(PORTAL, LEASE)
    await marks.mark(PORTAL, refs('a'), 'bulk')

    await marks.settle(PORTAL, claimed)

    expect(ids(await marks.claim(PORTAL, LEASE))).toEqual(['a'])
  })

  it('does not let a worker that overslept its lease settle a newer mark', async () => {
    const { store, clock } = world
    await store.marks.mark(PORTAL, refs('a'), 'event')
    const late = await store.marks.claim(PORTAL, LEASE)
    clock.now += LEASE.leaseMs
    await store.marks.settle(PORTAL, await store.marks.claim(PORTAL, LEASE))
    await store.marks.mark(PORTAL, refs('a'), 'event')

    await store.marks.settle(PORTAL, late)

    expect(ids(await store.marks.claim(PORTAL, LEASE))).toEqual(['a'])
  })

  it('hands a released mark out at once', async () => {
    const { marks } = world.store
    await marks.mark(PORTAL, refs('a'), 'event')

    await marks.release(PORTAL, await marks.claim(PORTAL, LEASE))

    expect(ids(await marks.claim(PORTAL, LEASE))).toEqual(['a'])
  })

  it('waits before a failed mark is tried again, and parks it after the last try', async () => {
    const { store, clock } = world
    const failure = { code: 'odd', maxTries: 2, retryInMs: 5_000 }
    await store.marks.mark(PORTAL, refs('a'), 'event')
    await store.marks.fail(PORTAL, await store.marks.claim(PORTAL, LEASE), failure)

    const tooSoon = await store.marks.claim(PORTAL, LEASE)
    clock.now += 5_000
    const again = await store.marks.claim(PORTAL, LEASE)
    await store.marks.fail(PORTAL, again, failure)
    clock.now += 3_600_000

    expect([ids(tooSoon), ids(again)]).toEqual([[], ['a']])
    expect(ids(await store.marks.claim(PORTAL, LEASE))).toEqual([])
    expect(await store.marks.pending(PORTAL)).toMatchObject({ waiting: 0, parked: 1 })
  })

  it('retries without end when asked to', async () => {
    const { store, clock } = world
    await store.marks.mark(PORTAL, refs('a'), 'event')
    for (let tries = 0; tries < 12; tries += 1) {
      const claimed = await store.marks.claim(PORTAL, LEASE)
      const failure = { code: 'busy', maxTries: Infinity, retryInMs: 1_000 }
      await store.marks.fail(PORTAL, claimed, failure)
      clock.now += 1_000
    }
    // Its own first failure is the first that counts.
    const claimed = await store.marks.claim(PORTAL, LEASE)
    await store.marks.fail(PORTAL, claimed, { code: 'odd', maxTries: 2, retryInMs: 1_000 })

    expect(await store.marks.pending(PORTAL)).toMatchObject({ waiting: 1, parked: 0 })
  })

  it('gives a parked record another chance when something new happens to it', async () => {
    const { marks } = world.store
    await marks.mark(PORTAL, refs('a'), 'event')
    const once = { code: 'odd', maxTries: 1, retryInMs: 5_000 }
    await marks.fail(PORTAL, await marks.claim(PORTAL, LEASE), once)

    await marks.mark(PORTAL, refs('a'), 'event')

    expect(ids(await marks.claim(PORTAL, LEASE))).toEqual(['a'])
  })

  it('does not hold a failure against a record marked again meanwhile', async () => {
    const { marks } = world.store
    await marks.mark(PORTAL, refs('a'), 'event')
    const claimed = await marks.claim(PORTAL, LEASE)
    await marks.mark(PORTAL, refs('a'), 'event')

    await marks.fail(PORTAL, claimed, { code: 'odd', maxTries: 1, retryInMs: 5_000 })

    expect(ids(await marks.claim(PORTAL, LEASE))).toEqual(['a'])
  })

  it('never hands one mark to two of many claimers', async () => {
    const { marks } = world.store
    const all = Array.from({ length: 300 }, (_, index) => String(index))
    await marks.mark(PORTAL, refs(...all), 'event')

    const batches = await Promise.all(
      Array.from({ length: 30 }, () => marks.claim(PORTAL, { limit: 10, leaseMs: 60_000 })),
    )
    const rest = await marks.claim(PORTAL, { limit: 300, leaseMs: 60_000 })

    expect(ids([...batches.flat(), ...rest])).toEqual(all.toSorted())
  })

  it('keeps portals apart', async () => {
    const { marks } = world.store
    await marks.mark(PORTAL, refs('a'), 'event')

    expect(await marks.claim(OTHER, LEASE)).toEqual([])
    expect(await marks.pending(OTHER)).toMatchObject({ waiting: 0, parked: 0 })
  })
})
