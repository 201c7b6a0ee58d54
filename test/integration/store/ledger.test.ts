import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { LedgerEntry, LedgerInput } from '#src/ledger/ledger-entry.ts'
import type { RecordRef } from '#src/ports.ts'
import { STORE_KINDS } from '#test/test-store.ts'
import { onDatabase } from './on-database.ts'
import { OTHER, openAt, openTestStore, PORTAL, type TestStore, values } from './open-stores.ts'

const ref = (id: string): RecordRef => ({ object: 'contact', id })
const did = (action: string): LedgerInput => ({ kind: 'admin', actor: 'operator', action })
const NOTE = 'Asked about the evening group'

describe.each(STORE_KINDS)('the ledger in the %s store', (kind) => {
  let world: TestStore
  beforeAll(async () => {
    world = await openTestStore(kind)
  })
  afterAll(() => world.close())

  const everything = async (): Promise<readonly LedgerEntry[]> => {
    const entries: LedgerEntry[] = []
    for await (const entry of world.store.ledger.export(PORTAL)) entries.push(entry)
    return entries
  }

  it('says of one record what was read, decided and sent, and on which basis', async () => {
    const { ledger } = world.store
    const [one, two] = [ref('100000001'), ref('100000002')]
    const decided = { values: values({ handoffNote: NOTE }), codes: ['consent', 'sms-opt-out'] }
    const other = { values: values({ model: 'employer@2' }), codes: ['own-service'] }
    await ledger.append(PORTAL, [
      { kind: 'read', records: [one, two], fields: { contact: ['jobtitle'] }, allowList: 3 },
      {
        kind: 'decided',
        records: [
          { ref: two, ...other },
          { ref: one, ...decided },
        ],
        allowList: 3,
      },
    ])
    await ledger.append(PORTAL, {
      kind: 'sent',
      records: [{ ref: one, values: { ...decided.values, scoredAt: 1 } }],
      properties: ['leadwell_score'],
    })

    const about = await ledger.about(PORTAL, one)

    expect(about.map(({ entry }) => entry.kind)).toEqual(['read', 'decided', 'sent'])
    expect(about[0]?.entry.detail).toEqual({
      counts: { contact: 2 },
      fields: { contact: ['jobtitle'] },
      allowList: 3,
    })
    expect(about[1]?.ground).toEqual({ model: 'individual@1', codes: decided.codes })
    expect(about[1]?.digest).toMatch(/^[\w-]{22}$/)
    expect(about[2]?.digest).toBe(about[1]?.digest)
    expect(await ledger.about(OTHER, one)).toEqual([])
    expect(await ledger.about(PORTAL, { object: 'lead', id: one.id })).toEqual([])
  })

  it('holds neither an id nor a value', async () => {
    const text = JSON.stringify(await everything())

    expect(text).not.toContain('10000000')
    expect(text).not.toContain(NOTE)
  })

  it('refuses free text, wherever it stands, and does not repeat it', async () => {
    const { ledger } = world.store
    const free: readonly LedgerInput[] = [
      did('called Mary Miller'),
      { kind: 'admin', action: 'a', detail: { phone: '+1 555 0100' } },
      { kind: 'admin', action: 'a', actor: 'mary@example.org' },
      { kind: 'refused', records: [ref('1')], code: 'Property value "Mary" was not valid' },
      { kind: 'read', records: [], fields: { contact: ['a note'] }, allowList: 1 },
      { kind: 'sent', records: [], properties: ['123-45-6789'] },
      {
        kind: 'decided',
        records: [{ ref: ref('1'), values: values(), codes: ['555-0100'] }],
        allowList: 0,
      },
    ]

    for (const entry of free) {
      await expect(ledger.append(PORTAL, entry)).rejects.toMatchObject({
        code: 'ledger-entry-invalid',
        message: expect.not.stringMatching(/Mary|mary|555|123-45|a note/),
      })
    }
  })

  it('refuses an entry of no portal that names a record', async () => {
    const attempt = world.store.ledger.append(undefined, {
      kind: 'admin',
      action: 'a',
      records: [ref('1')],
    })

    await expect(attempt).rejects.toMatchObject({ code: 'ledger-entry-invalid' })
  })

  it('lists newest first, by portal or in all, page by page', async () => {
    const { ledger } = world.store
    world.clock.now += 1_000
    await ledger.append(PORTAL, did('first'))
    world.clock.now += 1
    await ledger.append(undefined, did('second'))

    const all = await ledger.list({ portal: undefined, limit: 2 })
    const [newest] = await ledger.list({ portal: PORTAL, limit: 1 })
    const before = await ledger.list({ portal: PORTAL, limit: 99, before: newest?.seq ?? 0 })

    expect(all.map(({ detail }) => detail['action'])).toEqual(['second', 'first'])
    expect(newest).toMatchObject({ portal: PORTAL, kind: 'admin', detail: { action: 'first' } })
    expect(before[0]?.seq).toBe((newest?.seq ?? 0) - 1)
  })

  it('has nothing of a transaction that failed and all of one that did not, in order', async () => {
    const { store } = world
    const before = (await everything()).length
    const failed = store.transaction(async ({ ledger }) => {
      await ledger.append(PORTAL, did('undone'))
      throw new Error('no')
    })
    await expect(failed).rejects.toThrow('no')

    await store.transaction(async (outer) => {
      await outer.ledger.append(PORTAL, did('one'))
      await outer.transaction(({ ledger }) => ledger.append(PORTAL, did('two')))
    })

    const added = (await everything()).slice(before)
    expect(added.map(({ detail }) => detail['action'])).toEqual(['one', 'two'])
  })

  it('stays one chain while many transactions of two stores add to two portals', async () => {
    const second = await openAt(world.place)
    const stores = [world.store, second]
    const before = (await everything()).length

    await Promise.all(
      Array.from({ length: 60 }, (_, index) =>
        (stores[index % 2] ?? world.store).transaction(async (store) => {
          const order = index % 3 === 0 ? [PORTAL, OTHER] : [OTHER, PORTAL]
          for (const portal of order) await store.ledger.append(portal, did('crowd'))
          await store.cursors.set(PORTAL, `crowd-${index}`, index)
        }),
      ),
    )
    await second.close()

    const entries = await everything()
    expect(entries).toHaveLength(before + 60)
    expect(entries.map(({ seq }) => seq)).toEqual(entries.map((_, index) => index + 1))
    expect(await world.store.ledger.verify()).toMatchObject({ entries: expect.any(Number) })
    expect((await world.store.ledger.verify()).brokenAt).toBeUndefined()
  })

  it('refuses to be changed', async () => {
    for (const change of [
      'update ledger set actor = $$x$$',
      'delete from ledger',
      'truncate ledger',
    ]) {
      await expect(onDatabase(world.place, change)).rejects.toThrow('append-only')
    }
  })
})
