import type { PostgresPool, PostgresPoolClient } from 'kysely'
import pg from 'pg'
import { isReadOnly, type TranslateError } from './database-errors.ts'

const INT8 = 20

/** Counts and epoch milliseconds stay below 2^53, so bigint may be a number. */
const types: pg.CustomTypesConfig = {
  getTypeParser: (oid, format) =>
    oid === INT8 ? Number : (pg.types.getTypeParser(oid, format) as (text: string) => unknown),
}

/** Connections for Kysely whose errors are already ours. */
export function createConnectionPool(
  options: pg.PoolConfig,
  translate: TranslateError,
): PostgresPool {
  const pool = new pg.Pool({ ...options, types })
  // A lost connection fails the query that meets it. Unheard, its 'error' event would end the process,
  // and the pool listens only while the connection is idle.
  pool.on('connect', (client) => {
    client.on('error', () => undefined)
    // Whoever waited for an erasure has to see it: with a stricter default of the server's they would not.
    client.query(`set default_transaction_isolation = 'read committed'`).catch(() => undefined)
  })
  pool.on('error', () => undefined)
  return {
    options: pool.options,
    connect: async () => {
      try {
        return translated(await pool.connect(), translate)
      } catch (error) {
        throw translate(error)
      }
    },
    end: () => pool.end(),
  }
}

function translated(client: pg.PoolClient, translate: TranslateError): PostgresPoolClient {
  let isStale = false
  const query = async (text: string, parameters: unknown[]): Promise<unknown> => {
    try {
      return await client.query(text, parameters)
    } catch (error) {
      const ours = translate(error)
      // After a failover the old connections go on to the server that is now a replica.
      isStale ||= isReadOnly(ours)
      throw ours
    }
  }
  return {
    // Kysely's other form takes a cursor, which nothing here configures.
    query: query as PostgresPoolClient['query'],
    release: (destroy) => client.release(isStale || destroy),
  }
}
