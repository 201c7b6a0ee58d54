import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { CHAIN_START, hashEntry } from '#src/ledger/chain.ts'
import { rotateKeys } from '#src/store/rotate-keys.ts'
import { createKeyring } from '#src/store/secrets.ts'
import { STORE_KINDS } from '#test/test-store.ts'
import { onDatabase } from './on-database.ts'
import { KEY, openAt, openTestStore, PORTAL, type TestStore, values } from './open-stores.ts'

const ENTRIES = 5
const MIDDLE = `portal = '${PORTAL}' and seq = 3`
const ALTERATIONS = [
  ['portal', `update ledger set portal = 'hubspot:1' where ${MIDDLE}`],
  ['seq', `update ledger set seq = 77 where ${MIDDLE}`],
  ['at', `update ledger set at = at + 1 where ${MIDDLE}`],
  ['kind', `update ledger set kind = 'read' where ${MIDDLE}`],
  ['actor', `update ledger set actor = 'somebody' where ${MIDDLE}`],
  ['detail', `update ledger set detail = jsonb_set(detail, '{allowList}', '9') where ${MIDDLE}`],
  ['records', `update ledger set records = records || records where ${MIDDLE}`],
  [
    'the order of records',
    `update ledger set records = array[records[2], records[1]] where ${MIDDLE}`,
  ],
  ['digests', `update ledger set digests = '{}' where ${MIDDLE}`],
  ['prev', `update ledger set prev = sha256(prev) where ${MIDDLE}`],
  ['hash', `update ledger set hash = sha256(hash) where ${MIDDLE}`],
  ['a row, which is gone', `delete from ledger where ${MIDDLE}`],
  ['the newest row, which is gone', `delete from ledger where seq = ${ENTRIES}`],
  ['every row, gone', `delete from ledger where portal = '${PORTAL}'`],
  [
    'a row added at the end',
    `insert into ledger select portal, seq + 1, at, kind, actor, detail, records, digests, hash, sha256(hash)
      from ledger where portal = '${PORTAL}' and seq = ${ENTRIES}`,
  ],
  [
    'two rows that changed places',
    `update ledger set seq = case seq when 2 then -3 when 3 then -2 end where seq in (2, 3);
      update ledger set seq = -seq where seq < 0`,
  ],
  ['the head, which is gone', `delete from ledger_heads where portal = '${PORTAL}'`],
  ['the count in the head', `update ledger_heads set seq = 4 where portal = '${PORTAL}'`],
  [
    'the hash in the head',
    `update ledger_heads set hash = sha256(hash) where portal = '${PORTAL}'`,
  ],
  [
    'the seal of the head',
    `update ledger_heads set seal = sha256(seal) where portal = '${PORTAL}'`,
  ],
  [
    'the tail with the head moved back to it',
    `delete from ledger where seq = ${ENTRIES}; update ledger_heads h set seq = l.seq, hash = l.hash
      from ledger l where l.portal = h.portal and l.seq = 4`,
  ],
] as const

describe.each(STORE_KINDS)('a ledger somebody changed in the %s database', (kind) => {
  let world: TestStore
  beforeAll(async () => {
    world = await openTestStore(kind, [PORTAL])
    const records = ['1', '2'].map((id) => ({ ref: { object: 'contact' as const, id } }))
    for (let entry = 0; entry < ENTRIES; entry += 1) {
      await world.store.ledger.append(PORTAL, {
        kind: 'decided',
        records: records.map(({ ref }) => ({ ref, values: values({ score: entry }), codes: [] })),
        allowList: 0,
      })
    }
    await onDatabase(world.place, 'alter table ledger disable trigger ledger_append_only')
    await onDatabase(world.place, 'create table kept as select * from ledger')
    await onDatabase(world.place, 'create table kept_heads as select * from ledger_heads')
  })
  afterAll(() => world.close())
  beforeEach(async () => {
    await onDatabase(
      world.place,
      `delete from ledger; insert into ledger select * from kept;
        delete from ledger_heads; insert into ledger_heads select * from kept_heads`,
    )
  })

  it('is whole before', async () => {
    expect(await world.store.ledger.verify(PORTAL)).toEqual({ entries: ENTRIES })
  })

  it.each(ALTERATIONS)('is found out by %s', async (_, change) => {
    await onDatabase(world.place, change)

    const [own, all] = [await world.store.ledger.verify(PORTAL), await world.store.ledger.verify()]

    expect(own.brokenAt?.portal).toBe(PORTAL)
    expect(all.brokenAt).toBeDefined()
  })

  it.each([
    ['entry-altered', `update ledger set actor = 'x' where ${MIDDLE}`, 3],
    ['entry-missing', `delete from ledger where ${MIDDLE}`, 3],
    ['tail-missing', `delete from ledger where seq > 3`, 4],
    ['head-missing', `delete from ledger_heads where portal = '${PORTAL}'`, 0],
  ])('says where and what: %s', async (why, change, seq) => {
    await onDatabase(world.place, change)

    expect((await world.store.ledger.verify(PORTAL)).brokenAt).toEqual({ portal: PORTAL, seq, why })
  })

  it('is found out though every hash was made anew, and stays so when entries follow', async () => {
    await rewriteHistory(world)

    const rewritten = await world.store.ledger.verify(PORTAL)
    await world.store.ledger.append(PORTAL, { kind: 'admin', action: 'later' })
    const later = await world.store.ledger.verify(PORTAL)

    expect(rewritten.brokenAt?.why).toBe('head-altered')
    expect(later.brokenAt?.why).toBe('head-altered')
  })

  it('is found out though the head was taken away and entries followed', async () => {
    await onDatabase(world.place, `delete from ledger_heads where portal = '${PORTAL}'`)
    await onDatabase(world.place, `delete from ledger where seq = ${ENTRIES}`)

    await world.store.ledger.append(PORTAL, { kind: 'admin', action: 'later' })

    expect((await world.store.ledger.verify(PORTAL)).brokenAt?.why).toBe('head-altered')
  })

  it('is sealed with the newest key after rotation, so that the old one may go', async () => {
    const fresh = randomBytes(32).toString('base64')
    const both = await openAt(world.place, { keys: createKeyring(`${fresh},${KEY}`) })
    await rotateKeys(both)
    await both.close()
    const onlyFresh = await openAt(world.place, { keys: createKeyring(fresh) })

    expect(await onlyFresh.ledger.verify(PORTAL)).toEqual({ entries: ENTRIES })
    expect((await world.store.ledger.verify(PORTAL)).brokenAt?.why).toBe('head-altered')
    await onlyFresh.close()
  })
})

/** What somebody does who knows how the chain is made, but not the key. */
async function rewriteHistory({ place }: TestStore): Promise<void> {
  const { rows } = await onDatabase(place, 'select * from ledger where portal = $1 order by seq', [
    PORTAL,
  ])
  let prev = CHAIN_START.hash
  for (const row of rows) {
    const entry = { ...row, seq: Number(row.seq), at: Number(row.at) + 1 }
    const hash = hashEntry(prev, entry)
    await onDatabase(
      place,
      'update ledger set at = at + 1, prev = $3, hash = $4 where portal = $1 and seq = $2',
      [PORTAL, row.seq, Buffer.from(prev), hash],
    )
    prev = hash
  }
  await onDatabase(place, 'update ledger_heads set hash = $2 where portal = $1', [
    PORTAL,
    Buffer.from(prev),
  ])
}
