import { existsSync, fsyncSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { openPglite } from '#src/store/embedded/open-pglite.ts'
import { createStorePlace, STORE_KINDS, type StorePlace } from '#test/test-store.ts'
import { activityOf, CHILD_PORTAL, type ChildTask } from './child-task.ts'
import { connect, KEY, openAt } from './open-stores.ts'
import { runChild, type StoreChild } from './run-child.ts'

describe.each(STORE_KINDS)('the %s store when processes die', (kind) => {
  let place: StorePlace
  let children: StoreChild[]
  beforeEach(async () => {
    place = await createStorePlace(kind)
    children = []
  })
  afterEach(async () => {
    await Promise.all(children.map((child) => child.kill()))
    await place.remove()
  })

  const start = (does: ChildTask['does']): StoreChild => {
    const { databaseUrl, dataDir } = place
    const child = runChild({ does, databaseUrl, dataDir, key: KEY })
    children.push(child)
    return child
  }

  it('has everything it acknowledged before a kill -9 and a whole ledger, twice over', async () => {
    const first = await openAt(place)
    await connect(first, CHILD_PORTAL)
    await first.close()
    let acknowledged = 0
    for (let kill = 0; kill < 2; kill += 1) {
      const child = start('save-without-end')
      let last = 0
      while (last < 25) last = Number(await child.line())
      last = Math.max(last, ...(await child.kill()).map(Number))
      acknowledged += last

      const store = await openAt(place)
      const rounds = Array.from({ length: last }, (_, round) => round + 1)
      const found = await Promise.all(
        rounds.map((round) => store.cursors.get(CHILD_PORTAL, `round-${round}`)),
      )
      const { entries, brokenAt } = await store.ledger.verify(CHILD_PORTAL)
      await store.close()

      expect(found).toEqual(rounds.map(activityOf))
      expect(brokenAt).toBeUndefined()
      // The entry under way at each kill may have been committed without being acknowledged.
      expect(entries).toBeGreaterThanOrEqual(acknowledged)
      expect(entries).toBeLessThanOrEqual(acknowledged + 3)
    }
  })

  it('rolls back what a killed process had not committed, and goes on for all others', async () => {
    const store = await openAt(place)
    const child = start('leave-transaction-open')
    expect(await child.line()).toBe('open')

    await child.kill()
    const unfinished = await store.cursors.get(CHILD_PORTAL, 'unfinished')
    await store.cursors.set(CHILD_PORTAL, 'shared', { from: 'parent' })
    const own = await store.cursors.get(CHILD_PORTAL, 'shared')
    const read = await start('read-cursor').line()
    await store.close()

    expect(unfinished).toBeUndefined()
    expect([own, JSON.parse(read)]).toEqual([{ from: 'parent' }, { from: 'parent' }])
  })
})

describe('the folder of the embedded store', () => {
  it('is told to put every commit on disk before it is acknowledged', async () => {
    const place = await createStorePlace('embedded')
    let synced = 0
    const db = await openPglite(join(place.dataDir, 'postgres'), (descriptor) => {
      synced += 1
      fsyncSync(descriptor)
    })
    const before = synced

    for (let at = 0; at < 5; at += 1) {
      await db.query(`insert into cursors (portal, name, value) values ('a', $1, '{}')`, [at])
    }

    expect(synced - before).toBeGreaterThanOrEqual(5)
    await db.close()
    await place.remove()
  })
})

describe('the embedded store and its owner', () => {
  let place: StorePlace
  let children: StoreChild[]
  beforeEach(async () => {
    place = await createStorePlace('embedded')
    children = []
  })
  afterEach(async () => {
    await Promise.all(children.map((child) => child.kill()))
    await place.remove()
  })

  const start = (does: ChildTask['does']): StoreChild => {
    const child = runChild({ does, databaseUrl: undefined, dataDir: place.dataDir, key: KEY })
    children.push(child)
    return child
  }

  it('is taken over from an owner that was killed', async () => {
    const owner = start('stay-open')
    expect(await owner.line()).toBe('open')
    await owner.kill()

    const store = await openAt(place)

    await expect(store.ping()).resolves.toBeGreaterThanOrEqual(0)
    await store.close()
  })

  it('is made with its parents, a space in its name, and anew when the first start was killed half-way', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'leadwell-data-'))
    const dataDir = join(folder, 'my data', 'here')
    const first = runChild({ does: 'stay-open', databaseUrl: undefined, dataDir, key: KEY })
    await vi.waitUntil(() => existsSync(join(dataDir, 'postgres.new', 'PG_VERSION')), {
      timeout: 30_000,
      interval: 1,
    })
    await first.kill()

    const store = await openAt({ databaseUrl: undefined, dataDir })
    await store.cursors.set(CHILD_PORTAL, 'shared', 1)

    expect(await store.cursors.get(CHILD_PORTAL, 'shared')).toBe(1)
    await store.close()
    rmSync(folder, { recursive: true })
  })

  it('serves a process that starts while the owner still starts', async () => {
    const [first, second] = [start('stay-open'), start('stay-open')]

    expect(await Promise.all([first.line(), second.line()])).toEqual(['open', 'open'])
  })

  it('can be opened twice by one process, and tells another that the owner has gone', async () => {
    const [first, second] = [await openAt(place), await openAt(place)]
    await first.cursors.set(CHILD_PORTAL, 'shared', 1)
    const seen = await second.cursors.get(CHILD_PORTAL, 'shared')
    await second.close()
    const attached = start('use-until-it-fails')
    expect(await attached.line()).toBe('open')

    await first.close()

    expect(seen).toBe(1)
    expect(await attached.line()).toBe('store-owner-gone')
  })
})
