import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { IntentValues, PortalId, RecordRef } from '#src/ports.ts'
import { shippedAllowList } from '#src/privacy/allow-list.ts'
import { STORE_KINDS } from '#test/test-store.ts'
import { onDatabase } from './on-database.ts'
import {
  connect,
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
const company = (id: string): RecordRef => ({ object: 'company', id })
const EMPTY: IntentValues = {
  ...values(),
  ...Object.fromEntries(Object.keys(values()).map((name) => [name, null])),
  channels: [],
}
const ACCOUNT = { accountScore: 40, accountTier: 'nurture', engagedContacts: 2 } as const
const ALL = { limit: 100, leaseMs: 0 }
const ID = '700000001'
const NEIGHBOUR = '700000002'
const COMPANY = '800000001'
/** Where a person who was read, scored and marked stands. */
const EVERYWHERE = ['dirty_marks', 'intents', 'records', 'score_history']

describe.each(STORE_KINDS)('erasure in the %s store', (kind) => {
  let world: TestStore
  beforeAll(async () => {
    world = await openTestStore(kind)
  })
  afterAll(() => world.close())

  const fill = async (portal: PortalId, ...all: readonly string[]): Promise<void> => {
    const { records, intents, marks } = world.store
    const people = all.map((id) => person(id, { companyId: COMPANY }))
    await records.put(portal, [...people, person(COMPANY, { object: 'company' })])
    await intents.intend(
      portal,
      all.map((id) => intent(id, { audience: 'employer' })),
      'bulk',
    )
    await marks.mark(portal, [...people, company(COMPANY)], 'bulk')
  }
  const where = async (id: string, object: RecordRef['object'] = 'contact', portal = PORTAL) =>
    (await world.store.erasure.remains(portal, { object, id })).map(({ table }) => table)

  beforeEach(async () => {
    for (const portal of [PORTAL, OTHER]) {
      await world.store.erasure.portal(portal)
      await connect(world.store, portal)
      const all = [ref(ID), ref(NEIGHBOUR), company(COMPANY), company(ID)]
      await world.store.erasure.lift(portal, all)
    }
  })

  it('removes every row of a record and nothing else', async () => {
    await fill(PORTAL, ID, NEIGHBOUR)
    await fill(OTHER, ID)
    const before = await where(ID)

    const removed = await world.store.erasure.forget(PORTAL, [ref(ID)], 'privacy-deletion')

    expect(before.toSorted()).toEqual(EVERYWHERE)
    expect(removed).toEqual(Object.fromEntries(EVERYWHERE.map((table) => [table, 1])))
    expect(await where(ID)).toEqual([])
    expect((await where(NEIGHBOUR)).toSorted()).toEqual(EVERYWHERE)
    expect((await where(ID, 'contact', OTHER)).toSorted()).toEqual(EVERYWHERE)
  })

  it('keeps that and why it was forgotten, a salted hash and no id', async () => {
    await fill(PORTAL, ID)

    await world.store.erasure.forget(PORTAL, [ref(ID)], 'forget-requested')

    const forgotten = await world.store.erasure.forgotten(PORTAL, [ref(ID), ref(NEIGHBOUR)])
    expect([...forgotten]).toEqual([[`contact:${ID}`, 'forget-requested']])
    expect(await world.store.erasure.forgotten(OTHER, [ref(ID)])).toEqual(new Map())
    const { rows } = await onDatabase(world.place, 'select * from forgotten')
    expect(rows).toEqual([
      {
        portal: PORTAL,
        record_hash: expect.stringMatching(/^[\w-]{22}$/),
        at: String(world.clock.now),
        reason: 'forget-requested',
      },
    ])
    const entry = (await world.store.ledger.about(PORTAL, ref(ID))).at(-1)
    expect(entry?.entry).toMatchObject({ kind: 'erased', detail: { reason: 'forget-requested' } })
  })

  it('salts by portal: the same id has another hash elsewhere', async () => {
    await world.store.erasure.forget(PORTAL, [ref(ID)], 'operator')
    await world.store.erasure.forget(OTHER, [ref(ID)], 'operator')

    const { rows } = await onDatabase(world.place, 'select distinct record_hash from forgotten')

    expect(rows).toHaveLength(2)
  })

  it('lets nothing of the record in again, whoever puts it, and its neighbours all the same', async () => {
    await world.store.erasure.forget(PORTAL, [ref(ID)], 'privacy-deletion')

    await fill(PORTAL, ID, NEIGHBOUR)

    expect(await where(ID)).toEqual([])
    expect((await where(NEIGHBOUR)).toSorted()).toEqual(EVERYWHERE)
  })

  it('lets through the one intent that empties what the CRM shows, until it was written', async () => {
    const { intents, erasure } = world.store
    await erasure.forget(PORTAL, [ref(ID)], 'forget-requested')

    await intents.intend(
      PORTAL,
      [{ ref: ref(ID), values: EMPTY, nextChangeAt: undefined }],
      'event',
    )
    const early = await intents.eraseCleared(PORTAL, 10)
    const claimed = await intents.claim(PORTAL, { limit: 9, leaseMs: 0, objects: ['contact'] })
    await intents.written(PORTAL, claimed)
    const cleared = await intents.eraseCleared(PORTAL, 10)

    expect(early).toEqual([])
    expect(ids(claimed.map((one) => one.ref))).toEqual([ID])
    expect(cleared).toEqual([ref(ID)])
    expect(await where(ID)).toEqual([])
  })

  it('keeps that intent until then, whatever was decided from what was read before', async () => {
    const { intents, erasure } = world.store
    await fill(PORTAL, ID, NEIGHBOUR)
    await erasure.forget(PORTAL, [ref(ID)], 'operator')
    const clearing = { ref: ref(ID), values: EMPTY, nextChangeAt: undefined }
    await intents.intend(PORTAL, [clearing], 'event')

    const late = [intent(ID, { score: 77 }), intent(NEIGHBOUR, { score: 78 })]
    await intents.intend(PORTAL, late, 'bulk')

    const stored = await intents.get(PORTAL, [ref(ID), ref(NEIGHBOUR)])
    const scores = stored.map(({ ref: { id }, values: shown }) => [
      id,
      'score' in shown && shown.score,
    ])
    expect(new Map(scores as [string, number | null][])).toEqual(
      new Map([
        [ID, null],
        [NEIGHBOUR, 78],
      ]),
    )
    expect(stored.find(({ ref: { id } }) => id === ID)).toMatchObject({ written: false })
    expect(await where(ID)).toEqual(['intents'])
  })

  it('erases no intent as cleared that still says something', async () => {
    const { intents } = world.store
    await intents.intend(
      PORTAL,
      [
        intent(ID, { ...EMPTY, hold: 'do-not-profile' }),
        intent(NEIGHBOUR, { ...EMPTY, channels: ['phone'] }),
        { ref: company(COMPANY), values: ACCOUNT, nextChangeAt: undefined },
      ],
      'bulk',
    )
    const objects = ['contact', 'company'] as const
    await intents.written(PORTAL, await intents.claim(PORTAL, { limit: 9, leaseMs: 0, objects }))

    expect(await intents.eraseCleared(PORTAL, 10)).toEqual([])
  })

  it('lets a record in again once that is lifted', async () => {
    await world.store.erasure.forget(PORTAL, [ref(ID)], 'operator')

    await world.store.erasure.lift(PORTAL, [ref(ID)])
    await fill(PORTAL, ID)

    expect((await where(ID)).toSorted()).toEqual(EVERYWHERE)
    const about = await world.store.ledger.about(PORTAL, ref(ID))
    expect(about.at(-1)?.entry.detail).toMatchObject({ action: 'erasure-lifted' })
  })

  it('takes an organisation out of the people who belonged to it, now and when they are read again', async () => {
    await fill(PORTAL, ID)
    await world.store.marks.settle(PORTAL, await world.store.marks.claim(PORTAL, ALL))

    await world.store.erasure.forget(PORTAL, [company(COMPANY)], 'operator')
    const marked = await world.store.marks.claim(PORTAL, ALL)
    const first = await where(COMPANY, 'company')
    await world.store.records.put(PORTAL, [person(ID, { companyId: COMPANY, facts: { a: 1 } })])
    await world.store.records.put(PORTAL, [person(NEIGHBOUR, { companyId: COMPANY })])

    expect(first).toEqual([])
    expect(ids(marked)).toEqual([ID])
    expect(await where(COMPANY, 'company')).toEqual([])
    const people = await world.store.records.get(PORTAL, [ref(ID), ref(NEIGHBOUR)])
    expect(people.map(({ companyId }) => companyId)).toEqual([undefined, undefined])
    expect(people[0]?.facts).toEqual({ a: 1 })
  })

  it('has the organisation of a forgotten person scored again without them', async () => {
    await fill(PORTAL, ID, NEIGHBOUR)
    const take = () =>
      world.store.transaction(({ accounts }) =>
        accounts.take(PORTAL, { at: world.clock.now, limit: 9 }),
      )
    await take()

    await world.store.erasure.forget(PORTAL, [ref(ID)], 'operator')

    expect(await take()).toEqual([COMPANY])
  })

  it('does not take a contact for the organisation of the same number', async () => {
    await world.store.records.put(PORTAL, [person(NEIGHBOUR, { companyId: ID })])

    expect(await where(ID)).toEqual([])
    expect(await where(ID, 'company')).toEqual(['records'])
  })

  it('forgets how far a backfill came when that is told by the id', async () => {
    await world.store.cursors.set(PORTAL, 'backfill:contact', { done: false, next: ID })
    await world.store.cursors.set(PORTAL, 'poll', { at: 1 })

    await world.store.erasure.forget(PORTAL, [ref(ID)], 'operator')

    expect(await where(ID)).toEqual([])
    expect(await world.store.cursors.get(PORTAL, 'poll')).toEqual({ at: 1 })
  })

  it('wins against writers who put the record at the same time', async () => {
    const writers = Array.from({ length: 12 }, () => fill(PORTAL, ID, NEIGHBOUR))

    const forget = world.store.erasure.forget(PORTAL, [ref(ID)], 'operator')
    const results = await Promise.allSettled([...writers, forget])

    expect(results.filter(({ status }) => status === 'rejected')).toEqual([])
    expect(await where(ID)).toEqual([])
    expect((await where(NEIGHBOUR)).toSorted()).toEqual(EVERYWHERE)
  })

  it('takes back all of it when the transaction it is part of fails', async () => {
    await fill(PORTAL, ID)
    const attempt = world.store.transaction(async ({ erasure }) => {
      await erasure.forget(PORTAL, [ref(ID)], 'operator')
      throw new Error('no')
    })
    await expect(attempt).rejects.toThrow('no')

    expect((await where(ID)).toSorted()).toEqual(EVERYWHERE)
    expect(await world.store.erasure.forgotten(PORTAL, [ref(ID)])).toEqual(new Map())
  })

  it('finds and removes rows in a table nobody knew of', async () => {
    await onDatabase(
      world.place,
      `create table next_year (portal text, object text, id text, note text);
        insert into next_year values ('${PORTAL}', 'contact', '${ID}', null), ('${PORTAL}', 'contact', '1', 'x');
        create table elsewhere (said jsonb, lines text[], at bigint, raw bytea)`,
    )
    const before = await where(ID)
    await world.store.erasure.forget(PORTAL, [ref(ID)], 'operator')
    const forgotten = await where(ID)
    const found: (readonly string[])[] = []
    for (const value of [
      `('{"a": [{"b": "see ${ID}"}]}', null, null, null)`,
      `('{"${ID}": 1}', null, null, null)`,
      `('{"a": ${ID}}', null, null, null)`,
      `(null, '{"contact:${ID}"}', null, null)`,
      `(null, null, ${ID}, null)`,
      `(null, null, null, 'x${ID}x')`,
    ]) {
      await onDatabase(world.place, `delete from elsewhere; insert into elsewhere values ${value}`)
      found.push(await where(ID))
    }
    await onDatabase(
      world.place,
      `delete from elsewhere; insert into elsewhere values ('{"a": "1${ID}"}', '{"${ID}0"}', 1, '')`,
    )
    const inLonger = await where(ID)
    await onDatabase(world.place, 'drop table next_year; drop table elsewhere')

    expect(before).toEqual(['next_year'])
    expect(forgotten).toEqual([])
    expect(found).toEqual(Array.from({ length: 6 }, () => ['elsewhere']))
    expect(inLonger).toEqual([])
  })

  it('finds a short id as a word, not in every number', async () => {
    await world.store.records.put(PORTAL, [person('x', { facts: { companySize: 900, a: '7' } })])

    expect(await where('900')).toEqual([])
    expect(await where('7')).toEqual(['records'])
  })

  it('ends a portal with everything of it but its tombstones and its ledger', async () => {
    const { store } = world
    await fill(PORTAL, ID, NEIGHBOUR)
    await fill(OTHER, ID)
    await store.cursors.set(PORTAL, 'poll', { at: 1 })
    await store.allowLists.approve(PORTAL, shippedAllowList('hubspot'), 'Ana Ops')
    await store.erasure.forget(PORTAL, [ref(ID)], 'privacy-deletion')
    const before = await store.portals.require(PORTAL)

    const removed = await store.erasure.portal(PORTAL)

    expect(removed).toMatchObject({
      records: 2,
      intents: 1,
      score_history: 1,
      allow_lists: 1,
      cursors: 1,
    })
    expect(await where(NEIGHBOUR)).toEqual([])
    expect(await store.portals.find(PORTAL)).toMatchObject({
      name: '',
      status: 'disconnected',
      statusReason: 'erased',
    })
    await expect(store.portals.credentials(PORTAL)).rejects.toMatchObject({ code: 'portal-erased' })
    expect(await store.portals.findByWebhookKey(before.webhookKey)).toBeUndefined()
    expect((await store.erasure.forgotten(PORTAL, [ref(ID)])).size).toBe(1)
    expect((await store.ledger.list({ portal: PORTAL, limit: 1 }))[0]?.detail).toMatchObject({
      action: 'portal-erased',
      records: 2,
    })
    expect(await store.ledger.verify()).not.toHaveProperty('brokenAt')
    expect((await where(ID, 'contact', OTHER)).length).toBe(EVERYWHERE.length)
  })

  it('lets nothing of a portal in after its end, until it is connected again', async () => {
    const { store } = world
    await store.erasure.portal(PORTAL)
    await fill(PORTAL, ID)
    await store.cursors.set(PORTAL, 'poll', { at: 1 })
    const after = [...(await where(ID)), await store.cursors.get(PORTAL, 'poll')]

    await connect(store, PORTAL)
    await fill(PORTAL, ID)

    expect(after).toEqual([undefined])
    expect((await where(ID)).toSorted()).toEqual(EVERYWHERE)
    expect(await store.portals.require(PORTAL)).toMatchObject({ status: 'connected' })
  })

  it('names the portal nobody connected', async () => {
    const { erasure } = world.store

    const [ended, forgotten] = await Promise.allSettled([
      erasure.portal('hubspot:1'),
      erasure.forget('hubspot:1', [ref(ID)], 'operator'),
    ])

    for (const attempt of [ended, forgotten]) {
      expect(attempt).toMatchObject({ status: 'rejected', reason: { code: 'portal-unknown' } })
    }
  })

  it('writes into the ledger that a record is gone from the CRM, and only then', async () => {
    await fill(PORTAL, ID)

    await world.store.records.erase(PORTAL, [ref(ID), ref(NEIGHBOUR)])

    const gone = (await world.store.ledger.about(PORTAL, ref(ID))).at(-1)
    expect(gone?.entry).toMatchObject({ kind: 'gone', detail: { code: 'not-in-crm' } })
    expect(gone?.entry.records).toHaveLength(1)
    expect(await world.store.erasure.forgotten(PORTAL, [ref(ID)])).toEqual(new Map())
  })
})
