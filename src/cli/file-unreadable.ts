import { errorCode, PermanentError } from '#src/errors.ts'

/** Says that a file cannot be read and why, after what reading it threw. */
export function fileUnreadable(file: string, error: unknown, hint?: string): PermanentError {
  const code = errorCode(error)
  const why = code === 'ENOENT' ? 'there is no such file' : code
  return new PermanentError('file-unreadable', `${file} cannot be read: ${why}.`, hint)
}
