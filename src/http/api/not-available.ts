import { PermanentError } from '#src/errors.ts'

/** Throws PermanentError `not-available` for what this server was started without. */
export function notAvailable(what: string): never {
  throw new PermanentError(
    'not-available',
    `${what} is not available on this server.`,
    'Use the leadwell command, or a newer version.',
  )
}
