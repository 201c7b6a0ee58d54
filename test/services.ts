import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { createLog } from '#src/log.ts'
import { openStore } from '#src/store/open-store.ts'
import { createKeyring } from '#src/store/secrets.ts'
import { startPostgres } from './private-postgres.ts'
import { findBinary, freePort, run, stopServer, untilAnswering } from './private-server.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** A private Redis, shared by all test files of the run: use a key prefix or database number. */
    redisUrl: string
    /** A private Postgres server; `createTestDatabase` makes a database on it. */
    postgresUrl: string
    /** Starts the name of every database of this run. */
    databasePrefix: string
    /** Where the first test that needs it leaves an empty embedded store to copy. */
    storeTemplate: string
  }
}

/** Real servers for one test run. A missing one fails the run: a skipped test proves nothing. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = mkdtempSync(join(tmpdir(), 'leadwell-test-'))
  const stops: (() => Promise<void>)[] = []
  const teardown = async (): Promise<void> => {
    await Promise.all(stops.map((stop) => stop()))
    rmSync(folder, { recursive: true, force: true })
  }
  try {
    const prefix = `leadwell_test_${randomBytes(4).toString('hex')}_`
    const [redis, postgres] = await Promise.all([startRedis(stops), postgresFor(prefix, stops)])
    project.provide('redisUrl', redis)
    project.provide('postgresUrl', postgres)
    project.provide('databasePrefix', prefix)
    await makeDatabaseTemplate(postgres, `${prefix}template`)
    project.provide('storeTemplate', join(folder, 'store-template'))
  } catch (error) {
    await teardown()
    throw error
  }
  return teardown
}

/** The URL of a fresh database on the run's server, with empty tables; it goes with the run. */
export async function createTestDatabase(): Promise<string> {
  // Vitest refuses to be loaded where `setup` runs.
  const { inject } = await import('vitest')
  return createDatabase(inject('postgresUrl'), {
    name: inject('databasePrefix') + randomBytes(6).toString('hex'),
    template: `${inject('databasePrefix')}template`,
  })
}

async function createDatabase(
  server: string,
  { name, template }: { readonly name: string; readonly template: string },
): Promise<string> {
  await onServer(server, (client) => client.query(`create database ${name} template ${template}`))
  const url = new URL(server)
  url.pathname = `/${name}`
  return url.href
}

/** Every test of the store would else wait for the same migrations. */
async function makeDatabaseTemplate(server: string, name: string): Promise<void> {
  const databaseUrl = await createDatabase(server, { name, template: 'template1' })
  const keys = createKeyring(randomBytes(32).toString('base64'))
  const log = createLog({ level: 'silent' })
  await (await openStore({ databaseUrl, dataDir: tmpdir(), keys, now: Date.now, log })).close()
}

/** Ours, or the one in TEST_DATABASE_URL, which outlives the run and is left as it was. */
async function postgresFor(prefix: string, stops: (() => Promise<void>)[]): Promise<string> {
  const given = process.env['TEST_DATABASE_URL']
  if (given === undefined) return startPostgres(stops)
  stops.push(() => onServer(given, (client) => dropDatabases(client, prefix)))
  return given
}

async function dropDatabases(client: pg.Client, prefix: string): Promise<void> {
  const { rows } = await client.query<{ datname: string }>(
    'select datname from pg_database where starts_with(datname, $1)',
    [prefix],
  )
  for (const { datname } of rows) await client.query(`drop database ${datname} with (force)`)
}

async function onServer(url: string, work: (client: pg.Client) => Promise<unknown>): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  try {
    await work(client)
  } finally {
    await client.end()
  }
}

async function startRedis(stops: (() => Promise<void>)[]): Promise<string> {
  const binary = findBinary('redis-server', [], 'redis-server')
  const folder = mkdtempSync(join(tmpdir(), 'leadwell-redis-'))
  const port = await freePort()
  const options = { port, bind: '127.0.0.1', dir: folder, save: '', appendonly: 'no' }
  const args = Object.entries(options).flatMap(([name, value]) => [`--${name}`, String(value)])
  const server = run(binary, args)
  stops.push(() => stopServer(server.child, 'SIGTERM', folder))
  const url = `redis://127.0.0.1:${port}`
  await untilAnswering('redis-server', server, async () => {
    const client = new Redis(url, { lazyConnect: true, retryStrategy: () => null })
    client.on('error', () => undefined)
    try {
      await client.connect()
      await client.ping()
    } finally {
      client.disconnect()
    }
  })
  return url
}
