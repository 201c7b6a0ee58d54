import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { RecordRef } from '#src/ports.ts'
import { STORE_KINDS } from '#test/test-store.ts'
import {
  ids,
  intent,
  OTHER,
  openTestStore,
  PORTAL,
  person,
  type TestStore,
  values,
} from './open-stores.ts'

const ref = (id: string): RecordRef => ({ object: 'contact', id })
const LEASE = { limit: 100, leaseMs: 60_000, objects: ['contact', 'lead'] as const }

describe.each(STORE_KINDS)('intents in the %s store', (kind) => {
  let world: TestStore
  beforeAll(async () => {
    world = await openTestStore(kind)
  })
  afterAll(() => world.close())
  beforeEach(async () => {
    world.clock.now += 3_600_000
    const all = Array.from({ length: 300 }, (_, index) => ref(String(index)))
    const named = ['a', 'b', 'c', 'd'].flatMap((id) => [ref(id), { object: 'lead' as const, id }])
    for (const portal of [PORTAL, OTHER]) {
      await world.store.records.erase(portal, [...named, ...all])
    }
  })

  it('keeps what should stand on a record until it was written', async () => {
    const { intents } = world.store
    const { changed } = await intents.intend(PORTAL, [intent('a', {}, 77)], 'bulk')

    const before = await intents.get(PORTAL, [ref('a')])
    const claimed = await intents.claim(PORTAL, LEASE)
    await intents.written(PORTAL, claimed)
    const after = await intents.get(PORTAL, [ref('a')])

    expect(changed).toBe(1)
    expect(claimed).toMatchObject([{ ref: ref('a'), values: values() }])
    expect(before).toEqual([
      {
        ref: ref('a'),
        values: values(),
        nextChangeAt: 77,
        written: false,
        intendedAt: expect.any(Number),
        writtenAt: undefined,
        parkedCode: undefined,
      },
    ])
    expect(after).toMatchObject([{ written: true, writtenAt: expect.any(Number) }])
    expect(await intents.pending(PORTAL)).toBe(0)
  })

  it('writes nothing when only the time of scoring differs', async () => {
    const { intents } = world.store
    await intents.intend(PORTAL, [intent('a', { scoredAt: 1 }, 50)], 'bulk')
    await intents.written(PORTAL, await intents.claim(PORTAL, LEASE))

    const { changed } = await intents.intend(PORTAL, [intent('a', { scoredAt: 2 }, 60)], 'event')

    expect(changed).toBe(0)
    expect(await intents.pending(PORTAL)).toBe(0)
    expect(await intents.get(PORTAL, [ref('a')])).toMatchObject([
      { values: { scoredAt: 1 }, nextChangeAt: 60 },
    ])
  })

  it('counts only what changed in a batch', async () => {
    const { intents } = world.store
    await intents.intend(PORTAL, [intent('a'), intent('b')], 'bulk')

    const batch = [intent('a'), intent('b', { score: 1 }), intent('c')]
    const { changed } = await intents.intend(PORTAL, batch, 'bulk')

    expect(changed).toBe(2)
  })

  it('has nothing to write when a record returns to what was last written', async () => {
    const { intents } = world.store
    await intents.intend(PORTAL, [intent('a')], 'bulk')
    await intents.written(PORTAL, await intents.claim(PORTAL, LEASE))
    await intents.intend(PORTAL, [intent('a', { score: 1 })], 'bulk')

    await intents.intend(PORTAL, [intent('a')], 'bulk')

    expect(await intents.pending(PORTAL)).toBe(0)
    expect(await intents.claim(PORTAL, LEASE)).toEqual([])
  })

  it('writes newer values after a write of the older ones was under way', async () => {
    const { intents } = world.store
    await intents.intend(PORTAL, [intent('a', { score: 1 })], 'bulk')
    const older = await intents.claim(PORTAL, LEASE)
    await intents.intend(PORTAL, [intent('a', { score: 2 })], 'bulk')

    const meanwhile = await intents.claim(PORTAL, LEASE)
    await intents.written(PORTAL, older)
    const newer = await intents.claim(PORTAL, LEASE)

    expect(meanwhile).toEqual([])
    expect(newer).toMatchObject([{ ref: ref('a'), values: { score: 2 } }])
  })

  describe('when the values of before are wanted again while others are on their way', () => {
    const until = 1_900_000_000_000
    const before = intent('a', { score: 1 })
    const others = intent('a', { score: 2 })
    const writes = async (): Promise<readonly (number | null)[]> => {
      const { intents } = world.store
      const sent: (number | null)[] = []
      for (let round = 0; round < 3; round += 1) {
        const claimed = await intents.claim(PORTAL, LEASE)
        sent.push(...claimed.map(({ values: found }) => ('score' in found ? found.score : null)))
        await intents.written(PORTAL, claimed)
      }
      return sent
    }
    beforeEach(async () => {
      const { intents } = world.store
      await intents.intend(PORTAL, [before], 'bulk')
      await intents.written(PORTAL, await intents.claim(PORTAL, LEASE))
      await intents.intend(PORTAL, [others], 'bulk')
    })

    it('writes them again after the bulk write that brought the others', async () => {
      const { intents } = world.store
      await intents.reserve(PORTAL, { object: 'contact', until, limit: 9 })
      await intents.intend(PORTAL, [before], 'bulk')
      const brought = await intents.reserved(PORTAL, { object: 'contact', until })
      await intents.endReservation(PORTAL, { object: 'contact', until })

      expect(brought).toEqual([])
      expect(await intents.pending(PORTAL)).toBe(1)
      expect(await writes()).toEqual([1])
    })

    it('writes them again where nobody knows whether the CRM took the others', async () => {
      const { intents } = world.store
      await intents.claim(PORTAL, LEASE)
      await intents.fail(PORTAL, [ref('a')], { code: 'timeout', maxTries: 9, retryInMs: 0 })
      await intents.intend(PORTAL, [before], 'bulk')

      expect(await writes()).toEqual([1])
    })

    it('writes them again where whoever wrote the others was killed', async () => {
      const { intents } = world.store
      await intents.claim(PORTAL, { ...LEASE, leaseMs: 0 })
      await intents.intend(PORTAL, [before], 'bulk')

      expect(await writes()).toEqual([1])
    })

    it('writes them again where the others were refused only when they were tried once more', async () => {
      const { intents } = world.store
      await intents.claim(PORTAL, { ...LEASE, leaseMs: 0 })
      await intents.claim(PORTAL, LEASE)
      await intents.park(PORTAL, [ref('a')], 'INVALID_OPTION')
      await intents.intend(PORTAL, [before], 'bulk')

      expect(await writes()).toEqual([1])
    })

    it('writes nothing where the others never came to stand there, or the values were theirs all along', async () => {
      const { intents } = world.store
      await intents.claim(PORTAL, LEASE)
      await intents.park(PORTAL, [ref('a')], 'INVALID_OPTION')
      await intents.intend(PORTAL, [before], 'bulk')
      const refused = await writes()
      await intents.intend(PORTAL, [others], 'bulk')
      await intents.claim(PORTAL, LEASE)
      await intents.release(PORTAL, [ref('a')])
      await intents.intend(PORTAL, [before], 'bulk')
      const handedBack = await writes()
      await intents.intend(PORTAL, [others], 'bulk')
      const claimed = await intents.claim(PORTAL, LEASE)
      await intents.intend(PORTAL, [intent('a', { score: 2, scoredAt: 9 })], 'event')
      await intents.written(PORTAL, claimed)

      expect([refused, handedBack, await writes()]).toEqual([[], [], []])
    })
  })

  it('hands out event work first, then by object and id, and only the objects asked for', async () => {
    const { intents } = world.store
    await intents.intend(PORTAL, [intent('b'), intent('a'), intent('c', {}, 1, 'lead')], 'bulk')
    await intents.intend(PORTAL, [intent('d')], 'event')

    const leads = await intents.claim(PORTAL, { ...LEASE, objects: ['lead'] })
    const rest = await intents.claim(PORTAL, LEASE)

    expect(leads.map(({ ref: { id } }) => id)).toEqual(['c'])
    expect(rest.map(({ ref: { id } }) => id)).toEqual(['d', 'a', 'b'])
  })

  it('hands a lease out again once it ended or was released', async () => {
    const { store, clock } = world
    await store.intents.intend(PORTAL, [intent('a')], 'bulk')
    await store.intents.claim(PORTAL, LEASE)
    const during = await store.intents.claim(PORTAL, LEASE)

    await store.intents.release(PORTAL, [ref('a')])
    const released = await store.intents.claim(PORTAL, LEASE)
    clock.now += LEASE.leaseMs
    const ended = await store.intents.claim(PORTAL, LEASE)

    expect([during, released, ended].map((batch) => batch.length)).toEqual([0, 1, 1])
  })

  it('keeps a refused intent out of the way until its values change', async () => {
    const { intents } = world.store
    await intents.intend(PORTAL, [intent('a')], 'bulk')
    await intents.claim(PORTAL, LEASE)
    await intents.park(PORTAL, [ref('a')], 'INVALID_OPTION')

    await intents.intend(PORTAL, [intent('a')], 'bulk')
    const same = await intents.claim(PORTAL, LEASE)
    const parked = await intents.get(PORTAL, [ref('a')])
    await intents.intend(PORTAL, [intent('a', { score: 2 })], 'bulk')
    const changed = await intents.claim(PORTAL, LEASE)

    expect(same).toEqual([])
    expect(parked).toMatchObject([{ parkedCode: 'INVALID_OPTION', written: false }])
    expect(changed).toMatchObject([{ values: { score: 2 } }])
  })

  it('does not park newer values for what the CRM said of older ones', async () => {
    const { intents } = world.store
    await intents.intend(PORTAL, [intent('a', { score: 1 })], 'bulk')
    await intents.claim(PORTAL, LEASE)
    await intents.intend(PORTAL, [intent('a', { score: 2 })], 'bulk')

    await intents.park(PORTAL, [ref('a')], 'INVALID_OPTION')

    expect(await intents.claim(PORTAL, LEASE)).toMatchObject([{ values: { score: 2 } }])
  })

  it('waits between tries and parks after the last', async () => {
    const { store, clock } = world
    const failure = { code: 'LOCKED', maxTries: 2, retryInMs: 5_000 }
    await store.intents.intend(PORTAL, [intent('a')], 'bulk')
    await store.intents.claim(PORTAL, LEASE)
    await store.intents.fail(PORTAL, [ref('a')], failure)

    const tooSoon = await store.intents.claim(PORTAL, LEASE)
    const claimableSoon = await store.intents.claimable(PORTAL)
    clock.now += 5_000
    const again = await store.intents.claim(PORTAL, LEASE)
    await store.intents.fail(PORTAL, [ref('a')], failure)

    expect([tooSoon.length, claimableSoon.length, again.length]).toEqual([0, 0, 1])
    expect(await store.intents.get(PORTAL, [ref('a')])).toMatchObject([{ parkedCode: 'LOCKED' }])
    expect(await store.intents.pending(PORTAL)).toBe(0)
  })

  it('counts no try that failed for a reason of the network or the CRM', async () => {
    const { store, clock } = world
    await store.intents.intend(PORTAL, [intent('a')], 'bulk')
    for (const maxTries of [Infinity, Infinity, Infinity, 2]) {
      await store.intents.claim(PORTAL, LEASE)
      await store.intents.fail(PORTAL, [ref('a')], { code: 'busy', maxTries, retryInMs: 1_000 })
      clock.now += 1_000
    }

    expect(await store.intents.claim(PORTAL, LEASE)).toHaveLength(1)
  })

  it('says what could be claimed now and how long the oldest has waited', async () => {
    const { store, clock } = world
    await store.intents.intend(PORTAL, [intent('a'), intent('b', {}, 1, 'lead')], 'bulk')
    clock.now += 400
    await store.intents.intend(PORTAL, [intent('c')], 'event')
    await store.intents.intend(PORTAL, [intent('a', { score: 3 })], 'bulk')
    clock.now += 100

    const claimable = await store.intents.claimable(PORTAL)

    expect(claimable).toEqual([
      { object: 'contact', count: 2, oldestMs: 500, event: 1 },
      { object: 'lead', count: 1, oldestMs: 500, event: 0 },
    ])
  })

  it('finds who is due to change and still known, soonest first', async () => {
    const { intents, records } = world.store
    const batch = [intent('a', {}, 300), intent('b', {}, 100), intent('c', {}, 900), intent('d')]
    await intents.intend(PORTAL, batch, 'bulk')

    expect(await intents.due(PORTAL, 300, 9)).toEqual([])
    await records.put(PORTAL, [person('a'), person('b'), person('c')])
    expect(await intents.due(PORTAL, 300, 9)).toEqual([ref('b'), ref('a')])
    expect(await intents.due(PORTAL, 300, 1)).toEqual([ref('b')])
  })

  it('answers the values last intended', async () => {
    const { intents } = world.store
    await intents.intend(PORTAL, [intent('a', { score: 9 })], 'bulk')

    const found = await intents.values(PORTAL, [ref('a'), ref('b')])

    expect([...found]).toEqual([['contact:a', values({ score: 9 })]])
  })

  it('tallies records, tiers, holds and what stands in the CRM', async () => {
    const { store } = world
    const { intents } = store
    await store.records.put(
      PORTAL,
      ['a', 'b', 'c', 'd'].map((id) => person(id)),
    )
    await intents.intend(PORTAL, [intent('a')], 'bulk')
    await intents.written(PORTAL, await intents.claim(PORTAL, LEASE))
    await intents.intend(
      PORTAL,
      [
        intent('b', { tier: 'nurture' }),
        intent('c', { tier: 'unqualified' }),
        intent('d', { score: null, tier: null, hold: 'crisis' }),
      ],
      'bulk',
    )
    await intents.park(PORTAL, [ref('c')], 'no')

    expect(await intents.tally(PORTAL)).toEqual({
      records: 4,
      scored: 3,
      tiers: { 'sales-ready': 1, nurture: 1, unqualified: 1 },
      held: 1,
      written: 1,
      pending: 2,
      parked: 1,
    })
    expect(await intents.tally(OTHER)).toMatchObject({ records: 0, scored: 0, pending: 0 })
  })

  it('never hands one intent to two of many claimers', async () => {
    const { intents } = world.store
    const all = Array.from({ length: 300 }, (_, index) => String(index))
    await intents.intend(
      PORTAL,
      all.map((id) => intent(id)),
      'bulk',
    )

    const batches = await Promise.all(
      Array.from({ length: 30 }, () => intents.claim(PORTAL, { ...LEASE, limit: 10 })),
    )
    const rest = await intents.claim(PORTAL, { ...LEASE, limit: 300 })

    const claimed = [...batches.flat(), ...rest].map((pending) => pending.ref)
    expect(ids(claimed)).toEqual(all.toSorted())
  })
})
