import pg from 'pg'
import { PermanentError } from '../errors.ts'
import { translateConnectError } from './database-errors.ts'

/** The oldest server that still gets fixes; `server_version_num` counts 10,000 a version. */
const OLDEST_VERSION = 14
const PATIENCE_MS = 10_000

/**
 * Makes sure that a usable Postgres stands behind DATABASE_URL. Throws PermanentError naming
 * `host:port/database`, never the password.
 */
export async function checkServer(databaseUrl: string): Promise<void> {
  const client = clientFor(databaseUrl)
  const target = `${client.host}:${client.port}/${client.database ?? ''}`
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ server_version_num: string }>('show server_version_num')
    requireVersion(Number(rows[0]?.server_version_num ?? 0), target)
  } catch (error) {
    throw error instanceof PermanentError ? error : translateConnectError(error, target)
  } finally {
    await client.end().catch(() => undefined)
  }
}

function clientFor(connectionString: string): pg.Client {
  try {
    return new pg.Client({ connectionString, connectionTimeoutMillis: PATIENCE_MS })
  } catch {
    throw new PermanentError(
      'database-url-invalid',
      'DATABASE_URL is not the address of a Postgres database.',
      'It reads postgres://user:password@host:5432/database; characters like @ or / in a password are percent-encoded.',
    )
  }
}

/** Throws PermanentError `database-too-old`. `version` is Postgres's `server_version_num`. */
export function requireVersion(version: number, target: string): void {
  const major = Math.floor(version / 10_000)
  if (major >= OLDEST_VERSION) return
  throw new PermanentError(
    'database-too-old',
    `The Postgres server at ${target} is version ${major}.`,
    `Leadwell needs version ${OLDEST_VERSION} or newer.`,
  )
}
