import { Kysely, PostgresDialect } from 'kysely'
import type pg from 'pg'
import { TransientError } from '../errors.ts'
import type { Log } from '../ports.ts'
import { clearDeletedRows } from './clear-deleted-rows.ts'
import { createConnectionPool } from './connection-pool.ts'
import { createStore } from './create-store.ts'
import { translateQueryErrors } from './database-errors.ts'
import { openEmbedded } from './embedded/embedded-database.ts'
import { migrate } from './migrate.ts'
import { migrationsWith } from './migrations/migrations.ts'
import type { Keyring } from './secrets.ts'
import { checkServer } from './server-database.ts'
import type { Store } from './store.ts'
import type { Tables } from './tables.ts'

export interface OpenStoreOptions {
  /** Absent: the embedded database in the data folder. */
  readonly databaseUrl: string | undefined
  readonly dataDir: string
  readonly keys: Keyring
  readonly now: () => number
  readonly log: Log
}

/** Long enough for the slowest statement of a crowd; a dead server is noticed by its connections. */
const WAIT_FOR_CONNECTION_MS = 60_000

/** Connections to one database, and what else goes when they do. */
interface Database {
  readonly pool: pg.PoolConfig
  readonly whenGone: () => TransientError
  close(): Promise<void>
}

/**
 * Opens the store and brings its tables up to date. Throws PermanentError with a hint when the
 * database cannot be reached or used.
 */
export async function openStore(options: OpenStoreOptions): Promise<Store> {
  const { databaseUrl } = options
  const database = databaseUrl === undefined ? await embedded(options) : await server(databaseUrl)
  const pool = createConnectionPool(
    { connectionTimeoutMillis: WAIT_FOR_CONNECTION_MS, ...database.pool },
    translateQueryErrors(database.whenGone),
  )
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) })
  const clearing = clearDeletedRows(db, databaseUrl === undefined)
  const close = async (): Promise<void> => {
    await clearing.finish()
    await db.destroy()
    await database.close()
  }
  try {
    await migrate(db, migrationsWith(options.keys))
  } catch (error) {
    await close()
    throw error
  }
  const { keys, now } = options
  return createStore({ db, keys, now, clearDeleted: clearing.clear, unit: undefined }, close)
}

async function server(databaseUrl: string): Promise<Database> {
  await checkServer(databaseUrl)
  return {
    pool: { connectionString: databaseUrl, max: 10, keepAlive: true },
    whenGone: () =>
      new TransientError('database-unreachable', 'The connection to the Postgres server was lost.'),
    close: async () => undefined,
  }
}

async function embedded({ dataDir, log }: OpenStoreOptions): Promise<Database> {
  const database = await openEmbedded(dataDir, log)
  return {
    pool: { host: database.host, port: 5432, user: 'postgres', database: 'postgres', max: 4 },
    whenGone: () =>
      database.owned
        ? new TransientError('store-stopped', 'The embedded store has stopped; restart Leadwell.')
        : new TransientError(
            'store-owner-gone',
            'The process that served the embedded store has ended; start this one again.',
          ),
    close: () => database.close(),
  }
}
