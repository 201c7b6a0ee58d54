import { createHash } from 'node:crypto'
import { lstat, mkdir, realpath } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PermanentError } from '../../errors.ts'

/** libpq's name for the socket of port 5432, as `pg` looks for it in the folder given as host. */
const SOCKET_NAME = '.s.PGSQL.5432'
/** sun_path holds 104 bytes on macOS and 108 on Linux, the closing zero included. */
const MAX_PATH_BYTES = 103

/**
 * A folder for the socket of this data folder that only this user can enter, with a path short enough
 * for one. Throws PermanentError.
 */
export async function makeSocketFolder(dataDir: string): Promise<{ folder: string; path: string }> {
  const user = process.getuid?.() ?? 0
  const name = createHash('sha256')
    .update(`${user}:${await realpath(dataDir)}`)
    .digest('hex')
  const folder = join(tmpdir(), `leadwell-${name.slice(0, 16)}`)
  const path = socketIn(folder)
  if (Buffer.byteLength(path) > MAX_PATH_BYTES) {
    throw new PermanentError(
      'socket-path-long',
      `The path ${path} is too long for a socket.`,
      'Let TMPDIR name a folder with a shorter path.',
    )
  }
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const found = await lstat(folder)
  // Everybody may write to the temporary folder: whoever made this first might be listening.
  if (!found.isDirectory() || found.uid !== user || (found.mode & 0o077) !== 0) {
    throw new PermanentError(
      'socket-folder-unsafe',
      `The folder ${folder} belongs to someone else or is open to others.`,
      'Remove it, or let TMPDIR name another folder.',
    )
  }
  return { folder, path }
}

export function socketIn(folder: string): string {
  return join(folder, SOCKET_NAME)
}
