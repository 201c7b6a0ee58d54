/**
 * Errors are named for what happens next. Messages carry ids, codes and field names, never field
 * values: the queue stores them in Redis and the log prints them.
 */

/** Worth trying again, no sooner than `retryAfterMs` when the other side said so. */
export class TransientError extends Error {
  override readonly name = 'TransientError'
  readonly code: string
  readonly retryAfterMs: number | undefined

  constructor(code: string, message: string, retryAfterMs?: number) {
    super(message)
    this.code = code
    this.retryAfterMs = retryAfterMs
  }
}

/** Trying again changes nothing; a person has to act. `hint` says what to do. */
export class PermanentError extends Error {
  override readonly name = 'PermanentError'
  readonly code: string
  readonly hint: string | undefined

  constructor(code: string, message: string, hint?: string) {
    super(message)
    this.code = code
    this.hint = hint
  }
}

/**
 * What codes look like: ours and HTTP's in lower case, `database-` before an SQLSTATE, Node's and vendors'
 * in capitals, SQLSTATEs.
 */
const CODE =
  /^(?:[a-z][a-z0-9]*(?:-[a-z0-9]+)*|database-[0-9A-Z]{5}|[A-Z][A-Z_]*[0-9]{0,3}|[0-9A-Z]{5})$/
const CLASS_NAME = /^(?:[A-Z][A-Za-z]*)?(?:Error|Exception)$/
const LONGEST_CODE = 60

/**
 * The code of any thrown value: our own, a vendor's or Node's, never its message. A code that does not
 * look like one may be a value in disguise, and is `unknown`.
 */
export function errorCode(error: unknown): string {
  if (typeof error !== 'object' || error === null) return 'unknown'
  const code = 'code' in error ? error.code : undefined
  if (typeof code === 'string' && code.length <= LONGEST_CODE && CODE.test(code)) return code
  return error instanceof Error && CLASS_NAME.test(error.name) ? error.name : 'unknown'
}
