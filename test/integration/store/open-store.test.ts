import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { Store } from '#src/store/store.ts'
import { createTestDatabase } from '#test/services.ts'
import { createStorePlace, STORE_KINDS, type StorePlace } from '#test/test-store.ts'
import { openAt, PORTAL } from './open-stores.ts'

describe.each(STORE_KINDS)('opening the %s store', (kind) => {
  let place: StorePlace
  let store: Store
  beforeAll(async () => {
    place = await createStorePlace(kind)
    const first = await openAt(place)
    await first.cursors.set(PORTAL, 'poll', { at: 1 })
    await first.close()
    store = await openAt(place)
  })
  afterAll(async () => {
    await store.close()
    await place.remove()
  })

  it('finds what was kept when it was opened before', async () => {
    expect(await store.cursors.get(PORTAL, 'poll')).toEqual({ at: 1 })
  })

  it('can be opened by several at once, even the first time', async () => {
    const fresh = await createStorePlace(kind)
    const stores = await Promise.all(Array.from({ length: 4 }, () => openAt(fresh)))

    const pings = await Promise.all(stores.map((one) => one.ping()))

    expect(pings.every((ms) => ms >= 0)).toBe(true)
    for (const one of stores.toReversed()) await one.close()
    await fresh.remove()
  })

  it('answers each of many callers with their own answer, however much they send', async () => {
    const callers = Array.from({ length: 80 }, (_, index) => index)
    const cursorOf = (index: number): object => ({
      index,
      text: 'y'.repeat(index % 2 === 0 ? 300_000 : 3),
    })

    await Promise.all(
      callers.map((index) => store.cursors.set(PORTAL, `c${index}`, cursorOf(index))),
    )
    const found = await Promise.all(callers.map((index) => store.cursors.get(PORTAL, `c${index}`)))

    expect(found).toEqual(callers.map(cursorOf))
  })

  it('keeps statements outside a transaction out of it', async () => {
    let outside: Promise<void> = Promise.resolve()

    const attempt = store.transaction(async (inside) => {
      await inside.cursors.set(PORTAL, 'inside', 1)
      outside = store.cursors.set(PORTAL, 'outside', 1)
      await inside.cursors.set(PORTAL, 'inside', 2)
      throw new Error('no')
    })
    await expect(attempt).rejects.toThrow('no')
    await outside
    const kept = [
      await store.cursors.get(PORTAL, 'inside'),
      await store.cursors.get(PORTAL, 'outside'),
    ]

    expect(kept).toEqual([undefined, 1])
  })
})

describe('a data folder that cannot be used', () => {
  it('is named with what to do', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'leadwell-data-'))
    writeFileSync(join(folder, 'file'), '')

    const attempt = openAt({ databaseUrl: undefined, dataDir: join(folder, 'file') })

    await expect(attempt).rejects.toMatchObject({
      code: 'data-folder-unusable',
      hint: expect.stringContaining('LEADWELL_DATA_DIR'),
    })
    rmSync(folder, { recursive: true })
  })
})

describe('a Postgres server with a stricter isolation of its own', () => {
  it('lets a transaction see what others committed meanwhile, such as an erasure it waited for', async () => {
    const databaseUrl = await createTestDatabase()
    const client = new pg.Client({ connectionString: databaseUrl })
    await client.connect()
    await client.query(
      `alter database ${client.database} set default_transaction_isolation = 'repeatable read'`,
    )
    await client.end()
    const store = await openAt({ databaseUrl, dataDir: tmpdir() })
    await store.cursors.set(PORTAL, 'poll', 'before')

    const seen = await store.transaction(async (inside) => {
      const first = await inside.cursors.get(PORTAL, 'poll')
      await store.cursors.set(PORTAL, 'poll', 'after')
      return [first, await inside.cursors.get(PORTAL, 'poll')]
    })
    await store.close()

    expect(seen).toEqual(['before', 'after'])
  })
})

describe('a Postgres server that cannot be used', () => {
  const url = (change: (url: URL) => void): string => {
    const changed = new URL(inject('postgresUrl'))
    change(changed)
    return changed.href
  }
  const refusal = async (databaseUrl: string): Promise<unknown> => {
    try {
      const store = await openAt({ databaseUrl, dataDir: tmpdir() })
      await store.close()
      return undefined
    } catch (error) {
      return error
    }
  }

  it('is named by host, port and database when nobody answers', async () => {
    const error = await refusal('postgres://somebody:hunter2@127.0.0.1:1/leads')

    expect(error).toMatchObject({
      name: 'PermanentError',
      code: 'database-unreachable',
      message: expect.stringContaining('127.0.0.1:1/leads'),
      hint: expect.stringContaining('DATABASE_URL'),
    })
    expect(JSON.stringify(error) + String(error)).not.toContain('hunter2')
  })

  it('is told from a host that does not exist', async () => {
    const error = await refusal('postgres://u:p@no-such-host.invalid/leads')

    expect(error).toMatchObject({
      code: 'database-unreachable',
      message: expect.stringContaining('no-such-host.invalid:5432/leads'),
    })
  })

  it('is told from a wrong password, which is not repeated', async () => {
    const error = await refusal(
      url((changed) => {
        changed.password = 'hunter2'
      }),
    )

    expect(error).toMatchObject({ code: 'database-credentials-refused' })
    expect(String(error)).not.toContain('hunter2')
  })

  it('is told from a database that is missing', async () => {
    const error = await refusal(
      url((changed) => {
        changed.pathname = '/nowhere'
      }),
    )

    expect(error).toMatchObject({
      code: 'database-missing',
      message: expect.stringContaining('/nowhere'),
    })
  })

  it('is told from a URL that is none', async () => {
    const error = await refusal('postgres://user:p%ss@host:port/db')

    expect(error).toMatchObject({ name: 'PermanentError', code: 'database-url-invalid' })
  })

  it('is told from a user who may not make tables', async () => {
    const databaseUrl = await createTestDatabase()
    const client = new pg.Client({ connectionString: databaseUrl })
    await client.connect()
    const user = `reader_${Date.now()}`
    await client.query(`revoke create on schema public from public`)
    await client.query(`create role ${user} login password 'p'`)
    const asReader = new URL(databaseUrl)
    asReader.username = user
    asReader.password = 'p'

    const error = await refusal(asReader.href)

    expect(error).toMatchObject({ code: 'database-permission-missing' })
    await client.query(`drop role ${user}`)
    await client.end()
  })

  it('is left alone when a newer version migrated it', async () => {
    const databaseUrl = await createTestDatabase()
    await (await openAt({ databaseUrl, dataDir: tmpdir() })).close()
    const client = new pg.Client({ connectionString: databaseUrl })
    await client.connect()
    await client.query(`insert into schema_migrations values ('9999-from-the-future', now()::text)`)

    const error = await refusal(databaseUrl)

    expect(error).toMatchObject({
      code: 'store-newer',
      message: expect.stringContaining('9999-from-the-future'),
    })
    await client.end()
  })

  it('is a passing fault when its connections are cut in use, and mends', async () => {
    const databaseUrl = await createTestDatabase()
    const store = await openAt({ databaseUrl, dataDir: tmpdir() })
    const client = new pg.Client({ connectionString: inject('postgresUrl') })
    await client.connect()
    let cut: Promise<unknown> = Promise.resolve()

    const attempt = store.transaction(async (inside) => {
      await inside.cursors.set(PORTAL, 'poll', 1)
      cut = client.query(
        'select pg_terminate_backend(pid) from pg_stat_activity where datname = $1',
        [new URL(databaseUrl).pathname.slice(1)],
      )
      await cut
      await inside.cursors.set(PORTAL, 'poll', 2)
    })

    await expect(attempt).rejects.toMatchObject({ name: 'TransientError' })
    await client.end()
    expect(await store.cursors.get(PORTAL, 'poll')).toBeUndefined()
    await store.close()
  })
})
