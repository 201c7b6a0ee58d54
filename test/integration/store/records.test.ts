import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { RecordRef } from '#src/ports.ts'
import { STORE_KINDS } from '#test/test-store.ts'
import { ids, intent, OTHER, openTestStore, PORTAL, person, type TestStore } from './open-stores.ts'

const ref = (id: string): RecordRef => ({ object: 'contact', id })

describe.each(STORE_KINDS)('records in the %s store', (kind) => {
  let world: TestStore
  beforeAll(async () => {
    world = await openTestStore(kind)
  })
  afterAll(() => world.close())
  beforeEach(async () => {
    const { records } = world.store
    for (const portal of [PORTAL, OTHER]) {
      const all = (['contact', 'lead', 'company'] as const).map((object) =>
        records.page(portal, { object, after: undefined, limit: 5_000 }),
      )
      await records.erase(portal, (await Promise.all(all)).flat())
    }
  })

  it('gives back a record exactly as it was put, timeline and all', async () => {
    const { records } = world.store
    const whole = person('1', {
      companyId: '77',
      facts: { role: "o'hr", companySize: 1.5, emailOptOut: true, tags: ['a', 'b "c" \\ {d}'] },
    })
    const bare = person('2', { facts: {}, activities: [] })

    await records.put(PORTAL, [whole, bare])

    expect(await records.get(PORTAL, [ref('1')])).toEqual([whole])
    expect(await records.get(PORTAL, [ref('2')])).toEqual([bare])
  })

  it('replaces a record whole', async () => {
    const { records } = world.store
    await records.put(PORTAL, [person('1', { companyId: '77' })])
    const replaced = person('1', { facts: { role: 'other' }, activities: [] })

    await records.put(PORTAL, [replaced])

    expect(await records.get(PORTAL, [ref('1')])).toEqual([replaced])
  })

  it('keeps the last of a record named twice in one call', async () => {
    const { records } = world.store
    const last = person('1', { facts: { role: 'last' } })

    await records.put(PORTAL, [person('1'), last])

    expect(await records.get(PORTAL, [ref('1'), ref('1')])).toEqual([last])
  })

  it('keeps portals and objects with the same ids apart', async () => {
    const { records } = world.store
    await records.put(PORTAL, [person('1'), person('1', { object: 'lead' })])
    await records.put(OTHER, [person('1', { facts: { role: 'theirs' } })])

    const [own] = await records.get(PORTAL, [ref('1')])

    expect(own?.facts).toEqual(person('1').facts)
    expect(await records.get(OTHER, [{ object: 'lead', id: '1' }])).toEqual([])
  })

  it('stores and reads more than one statement carries', async () => {
    const { records } = world.store
    const many = Array.from({ length: 2_345 }, (_, index) => person(String(index)))

    await records.put(PORTAL, many)

    const found = await records.get(
      PORTAL,
      many.map(({ id }) => ref(id)),
    )
    expect(found).toHaveLength(2_345)
  })

  it('answers fingerprints of known records only', async () => {
    const { records } = world.store
    const known = person('1')
    await records.put(PORTAL, [known])

    const found = await records.fingerprints(PORTAL, [ref('1'), ref('2')])

    expect([...found]).toEqual([['contact:1', known.fingerprint]])
  })

  it('finds the people of organisations, not the organisations', async () => {
    const { records } = world.store
    await records.put(PORTAL, [
      person('1', { companyId: '77' }),
      person('2', { companyId: '78' }),
      person('3'),
      person('4', { object: 'company', companyId: '77' }),
    ])

    expect(await records.membersOf(PORTAL, ['77', '99'])).toEqual([ref('1')])
  })

  it('marks the people of an organisation that is gone, once: they belong elsewhere now', async () => {
    const { records, marks } = world.store
    const company = person('77', { object: 'company' })
    await records.put(PORTAL, [company, person('1', { companyId: '77' }), person('2')])

    await records.erase(PORTAL, [{ object: 'company', id: '77' }])
    const [marked] = await marks.claim(PORTAL, { limit: 9, leaseMs: 0 })
    expect(marked).toMatchObject(ref('1'))

    await marks.settle(PORTAL, marked === undefined ? [] : [marked])
    await records.put(PORTAL, [person('1', { companyId: '77' })])
    await records.erase(PORTAL, [{ object: 'company', id: '77' }])
    expect((await marks.pending(PORTAL)).waiting).toBe(0)
  })

  it('pages through all people of an object once, in id order', async () => {
    const { records } = world.store
    const all = Array.from({ length: 25 }, (_, index) => person(`id-${index}`))
    await records.put(PORTAL, all)

    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await records.page(PORTAL, { object: 'contact', after, limit: 10 })
      seen.push(...page.map(({ id }) => id))
      after = page.at(-1)?.id
    } while (after !== undefined)

    expect(seen).toEqual(ids(all))
  })

  it('erases record, intent and mark together and nothing else', async () => {
    const { records, intents, marks } = world.store
    await records.put(PORTAL, [person('1'), person('2')])
    await intents.intend(PORTAL, [intent('1'), intent('2')], 'bulk')
    await marks.mark(PORTAL, [ref('1'), ref('2')], 'event')

    await records.erase(PORTAL, [ref('1')])

    expect(ids(await records.get(PORTAL, [ref('1'), ref('2')]))).toEqual(['2'])
    expect([...(await intents.values(PORTAL, [ref('1'), ref('2')])).keys()]).toEqual(['contact:2'])
    expect(ids(await marks.claim(PORTAL, { limit: 9, leaseMs: 0 }))).toEqual(['2'])
  })

  it('undoes everything when a transaction fails', async () => {
    const { store } = world
    const attempt = store.transaction(async (inside) => {
      await inside.records.put(PORTAL, [person('1')])
      await inside.transaction((nested) => nested.marks.mark(PORTAL, [ref('1')], 'event'))
      throw new Error('no')
    })

    await expect(attempt).rejects.toThrow('no')

    expect(await store.records.get(PORTAL, [ref('1')])).toEqual([])
    expect(await store.marks.claim(PORTAL, { limit: 9, leaseMs: 0 })).toEqual([])
  })

  it('keeps what the CRM said when it was asked last, whoever comes last', async () => {
    const { records } = world.store
    const early = person('1', { facts: { role: 'early' } })
    const late = person('1', { facts: { role: 'late' } })

    await records.put(PORTAL, [late], 2_000)
    await records.put(PORTAL, [early], 1_000)
    const afterEarly = await records.get(PORTAL, [ref('1')])
    await records.put(PORTAL, [early])
    const afterHeld = await records.get(PORTAL, [ref('1')])
    await records.put(PORTAL, [late], 1_999)
    const stillHeld = await records.get(PORTAL, [ref('1')])

    expect(afterEarly).toEqual([late])
    expect(afterHeld).toEqual([early])
    expect(stillHeld).toEqual([early])
  })

  it('lets overlapping batches in opposite order through without a deadlock', async () => {
    const { records, intents } = world.store
    const people = Array.from({ length: 200 }, (_, index) => person(String(index)))

    const rounds = Array.from({ length: 6 }, async (_, round) => {
      const order = round % 2 === 0 ? people : people.toReversed()
      await records.put(PORTAL, order)
      await intents.intend(
        PORTAL,
        order.map(({ id }) => intent(id, { score: round })),
        'bulk',
      )
      await intents.release(PORTAL, order)
    })

    await expect(Promise.all(rounds)).resolves.toHaveLength(6)
  })
})
