import pg from 'pg'
import { errorCode, PermanentError, TransientError } from '../errors.ts'

/** Turns what the driver throws into our own errors; what is ours already passes through. */
export type TranslateError = (error: unknown) => Error

/**
 * SQLSTATEs worth another try (postgresql.org/docs/current/errcodes-appendix.html): rolled back, locks,
 * resources, connection, shutdown, the system below, timeouts, and a server that became a replica.
 */
const PASSING = /^(40...|55P03|53...|08...|57P0.|57014|58...|25P0[34]|25006)$/
const READ_ONLY = 'database-25006'

/** Whether whoever answers on this connection is no longer the one to write to. */
export function isReadOnly(error: unknown): boolean {
  return error instanceof TransientError && error.code === READ_ONLY
}

/**
 * For a store in use. A statement's own text never travels: Postgres quotes values in its messages.
 * `whenGone` is what to throw when the connection itself is lost.
 */
export function translateQueryErrors(whenGone: () => TransientError): TranslateError {
  return (error) => {
    if (error instanceof TransientError || error instanceof PermanentError) return error
    if (!(error instanceof pg.DatabaseError)) return whenGone()
    const state = error.code ?? 'unknown'
    if (PASSING.test(state)) {
      return new TransientError(`database-${state}`, `The database is busy (SQLSTATE ${state}).`)
    }
    if (state === '42501') {
      return new PermanentError(
        'database-permission-missing',
        'The user in DATABASE_URL may not do what the store needs (SQLSTATE 42501).',
        'Grant it CREATE on the schema, or use the owner of the database.',
      )
    }
    const where = [error.table, error.constraint].filter((name) => name !== undefined).join(' ')
    return new PermanentError(
      `database-${state}`,
      `The database refused a statement (SQLSTATE ${state}${where === '' ? '' : `, ${where}`}).`,
    )
  }
}

/** For the first connection to a server: what is wrong with DATABASE_URL and what to do. `target` is `host:port/database`. */
export function translateConnectError(error: unknown, target: string): PermanentError {
  const code = errorCode(error)
  const wrong = CONNECT_ERRORS[code]
  if (wrong !== undefined) {
    return new PermanentError(wrong.code, `${wrong.says} ${target} (${code}).`, wrong.hint)
  }
  return new PermanentError(
    'database-unreachable',
    `No Postgres server answers at ${target} (${code}).`,
    'Start it, or correct DATABASE_URL; without DATABASE_URL an embedded store is used.',
  )
}

const CREDENTIALS = {
  code: 'database-credentials-refused',
  says: 'The user or password in DATABASE_URL was refused by',
  hint: 'Correct user and password in DATABASE_URL.',
}
const TLS = {
  code: 'database-tls-refused',
  says: 'No trusted TLS connection could be made to',
  hint: 'Set sslmode in DATABASE_URL as the server wants it, and sslrootcert for a private authority.',
}
const CONNECT_ERRORS: Readonly<Record<string, { code: string; says: string; hint: string }>> = {
  '28P01': CREDENTIALS,
  '28000': CREDENTIALS,
  '3D000': {
    code: 'database-missing',
    says: 'There is no such database as',
    hint: 'Make it (createdb), or correct the name in DATABASE_URL.',
  },
  DEPTH_ZERO_SELF_SIGNED_CERT: TLS,
  SELF_SIGNED_CERT_IN_CHAIN: TLS,
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: TLS,
  ERR_TLS_CERT_ALTNAME_INVALID: TLS,
}
