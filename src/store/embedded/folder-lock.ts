import { DatabaseSync } from 'node:sqlite'
import { errorCode, PermanentError } from '../../errors.ts'

/** Given back by `release`, or by the operating system when the process ends in whatever way. */
export interface FolderLock {
  release(): void
}

const BUSY = 5

/**
 * Takes the lock at `path`, or `undefined` while another holder lives. Node has no file locks, SQLite
 * has: an exclusive transaction on an empty database holds one. A file with a process id in it would
 * lie after a kill, when ids are used again, and between containers that share a folder.
 */
export function tryLock(path: string): FolderLock | undefined {
  const file = openLockFile(path)
  try {
    file.exec('pragma locking_mode = exclusive; begin exclusive')
    return { release: () => file.close() }
  } catch (error) {
    file.close()
    if (error instanceof Error && 'errcode' in error && error.errcode === BUSY) return undefined
    throw unusable(path, error)
  }
}

function openLockFile(path: string): DatabaseSync {
  try {
    return new DatabaseSync(path, { timeout: 0 })
  } catch (error) {
    throw unusable(path, error)
  }
}

function unusable(path: string, error: unknown): PermanentError {
  return new PermanentError(
    'data-folder-unusable',
    `The file ${path} cannot be locked (${errorCode(error)}).`,
    'Let LEADWELL_DATA_DIR name a folder this user may write to, on a local disk.',
  )
}
