import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { shippedAllowList } from '#src/privacy/allow-list.ts'
import { STORE_KINDS } from '#test/test-store.ts'
import { OTHER, openTestStore, PORTAL, type TestStore } from './open-stores.ts'

const SHIPPED = shippedAllowList('hubspot')

describe.each(STORE_KINDS)('approved allow-lists in the %s store', (kind) => {
  let world: TestStore
  beforeAll(async () => {
    world = await openTestStore(kind)
  })
  afterAll(() => world.close())

  it('are none until one was approved', async () => {
    expect(await world.store.allowLists.current(PORTAL)).toBeUndefined()
    expect(await world.store.allowLists.history(PORTAL)).toEqual([])
  })

  it('count up from 1, and the newest is in force', async () => {
    const { allowLists } = world.store
    const first = await allowLists.approve(PORTAL, { ...SHIPPED, fields: {} }, 'Ana Ops')
    world.clock.now += 5

    const second = await allowLists.approve(PORTAL, SHIPPED, 'Bo Ops')

    expect([first.version, second.version]).toEqual([1, 2])
    expect(await allowLists.current(PORTAL)).toEqual({ ...SHIPPED, version: 2 })
    expect(await allowLists.history(PORTAL)).toEqual([
      {
        version: 1,
        approvedBy: 'Ana Ops',
        approvedAt: world.clock.now - 5,
        list: { ...SHIPPED, fields: {}, version: 1 },
      },
      {
        version: 2,
        approvedBy: 'Bo Ops',
        approvedAt: world.clock.now,
        list: { ...SHIPPED, version: 2 },
      },
    ])
    expect(await allowLists.current(OTHER)).toBeUndefined()
  })

  it('take one version each when several approve at once', async () => {
    const { allowLists } = world.store

    const approved = await Promise.all(
      Array.from({ length: 8 }, () => allowLists.approve(OTHER, SHIPPED, 'Ana Ops')),
    )

    const versions = approved.map(({ version }) => version).toSorted((a, b) => a - b)
    expect(versions).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  })

  it('stand in the ledger without the name of who approved, the same list by the same digest', async () => {
    const { allowLists, ledger } = world.store
    await allowLists.approve(PORTAL, SHIPPED, 'Ana Ops')
    await allowLists.approve(PORTAL, { ...SHIPPED, version: 9 } as typeof SHIPPED, 'Bo Ops')

    const [second, first] = await ledger.list({ portal: PORTAL, limit: 2 })

    expect(first?.detail).toMatchObject({ action: 'allow-list-approved' })
    expect(second?.detail['content']).toBe(first?.detail['content'])
    expect(JSON.stringify([first, second])).not.toContain('Ana')
  })
})
