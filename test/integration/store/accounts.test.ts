import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { IntentValues, RecordRef, SafeRecord } from '#src/ports.ts'
import { STORE_KINDS } from '#test/test-store.ts'
import { intent, OTHER, openTestStore, PORTAL, person, type TestStore } from './open-stores.ts'

const ref = (id: string): RecordRef => ({ object: 'contact', id })
const ACCOUNT = { accountScore: 40, accountTier: 'nurture', engagedContacts: 2 } as const
const account = (id: string, nextChangeAt?: number) => ({
  ref: { object: 'company' as const, id },
  values: ACCOUNT,
  nextChangeAt,
})
const buyer: Partial<IntentValues> = { audience: 'employer' }
const at = (companyId: string, changes: Partial<SafeRecord> = {}) => ({ companyId, ...changes })

describe.each(STORE_KINDS)('organisations that wait to be scored, on the %s store', (kind) => {
  let test: TestStore
  beforeAll(async () => {
    test = await openTestStore(kind)
  })
  afterAll(() => test?.close())
  beforeEach(async () => {
    const all = ['c1', 'c2', 'c3', 'a', 'b', 'c', 'd']
    for (const portal of [PORTAL, OTHER]) {
      await test.store.records.erase(
        portal,
        all.map((id) => ({ object: id.startsWith('c') && id !== 'c' ? 'company' : 'contact', id })),
      )
      await take(portal)
    }
    test.clock.now = 1_800_000_000_000
  })

  const take = (portal = PORTAL, limit = 100): Promise<readonly string[]> =>
    test.store.transaction((store) => store.accounts.take(portal, { at: test.clock.now, limit }))
  const put = (...records: readonly SafeRecord[]) => test.store.records.put(PORTAL, records)
  const intend = (...intents: Parameters<typeof test.store.intents.intend>[1]) =>
    test.store.intents.intend(PORTAL, intents, 'bulk')

  it('are those whose people came to another result, each once for a whole batch', async () => {
    await put(person('a', at('c1')), person('b', at('c1')), person('c', at('c2')), person('d'))
    const before = await test.store.accounts.waiting(PORTAL, test.clock.now)

    await intend(intent('a', buyer), intent('b', buyer), intent('c', buyer), intent('d', buyer))
    const first = await take()
    await intend(intent('a', { ...buyer, scoredAt: 7 }), intent('b', { ...buyer, score: 2 }))

    expect(before).toBe(false)
    expect(first).toEqual(['c1', 'c2'])
    expect(await take()).toEqual(['c1'])
    expect(await test.store.accounts.waiting(PORTAL, test.clock.now)).toBe(false)
  })

  it('are none for people who seek care or are held, until they once counted', async () => {
    await put(person('a', at('c1')), person('b', at('c1')))
    await intend(
      intent('a', { audience: 'individual' }),
      intent('b', { audience: 'employer', hold: 'crisis' }),
    )
    const never = await take()

    await intend(intent('a', buyer))
    const began = await take()
    await intend(intent('a', { audience: 'individual' }))

    expect(never).toEqual([])
    expect(began).toEqual(['c1'])
    expect(await take()).toEqual(['c1'])
  })

  it('are both, the old and the new one, when a person moves', async () => {
    await put(person('a', at('c1')))
    await intend(intent('a', buyer))
    await take()

    await put(person('a', at('c2')))

    expect(await take()).toEqual(['c1', 'c2'])
  })

  it('are those of people who did something, though their own result is the same', async () => {
    await put(person('a', at('c1')))
    await intend(intent('a', buyer))
    await take()

    await put(person('a', at('c1', { activities: [] })))
    const changed = await take()
    await put(person('a', at('c1', { activities: [] })))

    expect(changed).toEqual(['c1'])
    expect(await take()).toEqual([])
  })

  it('are those whose own facts changed, and those whose people were erased', async () => {
    await put(person('c1', { object: 'company' }), person('a', at('c2')))
    const read = await take()
    await put(person('c1', { object: 'company' }))
    const same = await take()
    await put(person('c1', { object: 'company', facts: { companySize: 9 } }))
    await test.store.records.erase(PORTAL, [ref('a')])

    expect(read).toEqual(['c1'])
    expect(same).toEqual([])
    expect(await take()).toEqual(['c1', 'c2'])
  })

  it('are those whose time has come, and only where the organisation is still there', async () => {
    await put(person('c1', { object: 'company' }), person('c2', { object: 'company' }))
    await take()
    const now = test.clock.now
    await intend(account('c1', now + 1_000), account('c2', now + 9_000), account('c3', now + 1_000))
    const early = await take()

    test.clock.now += 1_000

    expect(early).toEqual([])
    expect(await test.store.accounts.waiting(PORTAL, test.clock.now)).toBe(true)
    expect(await take()).toEqual(['c1'])
    expect(await test.store.intents.due(PORTAL, test.clock.now, 9)).toEqual([])
  })

  it('wait again when the work on them is undone', async () => {
    await put(person('c1', { object: 'company' }))

    const killed = test.store.transaction(async (store) => {
      await store.accounts.take(PORTAL, { at: test.clock.now, limit: 9 })
      throw new Error('killed')
    })

    await expect(killed).rejects.toThrow('killed')
    expect(await take()).toEqual(['c1'])
  })

  it('lose no change that is made while they are being scored', async () => {
    await put(person('a', at('c1')), person('b', at('c1')))
    await intend(intent('a', buyer))

    await test.store.transaction(async (store) => {
      await store.accounts.take(PORTAL, { at: test.clock.now, limit: 9 })
      await store.intents.intend(PORTAL, [intent('b', buyer)], 'bulk')
    })

    expect(await take()).toEqual(['c1'])
  })

  it('are taken in parts and by one at a time', async () => {
    await put(...['c1', 'c2', 'c3'].map((id) => person(id, { object: 'company' })))

    const taken = await Promise.all([take(PORTAL, 2), take(PORTAL, 2), take(OTHER)])

    expect(taken.flat().toSorted()).toEqual(['c1', 'c2', 'c3'])
    expect(taken[2]).toEqual([])
  })

  it('are given with the people who may count, and none who seeks care is even read', async () => {
    await put(
      person('a', at('c1')),
      person('b', at('c1')),
      person('c', at('c2')),
      person('d', at('c1')),
    )
    await intend(
      intent('a', buyer),
      intent('b', { audience: 'individual' }),
      intent('c', { audience: 'referral-partner' }),
      intent('d', { audience: 'employer', hold: 'do-not-profile' }),
    )

    const members = await test.store.accounts.members(PORTAL, ['c1', 'c2', 'c3'])

    const ids = [...members].map(([id, people]) => [id, people.map(({ record }) => record.id)])
    expect(ids).toEqual([
      ['c1', ['a']],
      ['c2', ['c']],
    ])
    expect(members.get('c1')?.[0]?.values.audience).toBe('employer')
    expect(members.get('c1')?.[0]?.record).toEqual(person('a', at('c1')))
  })

  it('stand among the intents without being taken for people', async () => {
    await intend(account('c1'), intent('a', buyer))

    const tally = await test.store.intents.tally(PORTAL)
    const claimed = await test.store.intents.claim(PORTAL, {
      limit: 9,
      leaseMs: 0,
      objects: ['company', 'contact'],
    })

    expect(tally).toMatchObject({ scored: 1, pending: 2, tiers: { nurture: 0, 'sales-ready': 1 } })
    expect(claimed.map(({ ref: { object } }) => object)).toEqual(['company', 'contact'])
    expect(claimed[0]?.values).toEqual(ACCOUNT)
    const both = [account('c1').ref, ref('a')]
    expect([...(await test.store.intents.values(PORTAL, both)).keys()]).toEqual(['contact:a'])
    expect(await test.store.accounts.values(PORTAL, ['c1', 'c2'])).toEqual(
      new Map([['c1', ACCOUNT]]),
    )
    expect((await intend(account('c1'))).changed).toBe(0)
  })
})
