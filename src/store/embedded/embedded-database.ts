import { mkdir, rm } from 'node:fs/promises'
import { connect } from 'node:net'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { errorCode, PermanentError } from '../../errors.ts'
import type { Log } from '../../ports.ts'
import { type FolderLock, tryLock } from './folder-lock.ts'
import { type Owner, readOwner, removeOwner, writeOwner } from './owner-file.ts'
import { makeSocketFolder, socketIn } from './socket-folder.ts'
import { startWorker } from './start-worker.ts'

/** An embedded database to connect to: `host` is the folder of its socket. */
export interface EmbeddedDatabase {
  readonly host: string
  /** Whether this process serves it or another one does. */
  readonly owned: boolean
  /** After the connections were closed. */
  close(): Promise<void>
}

/** Making a database anew takes seconds; a slow disk gets ten times that. */
const PATIENCE_MS = 90_000
const LOOK_AGAIN_MS = 100

/**
 * Opens the database in `<dataDir>/postgres`. One process at a time serves it, on a socket through
 * which it and every other process of this user reach it. Throws PermanentError.
 */
export async function openEmbedded(dataDir: string, log: Log): Promise<EmbeddedDatabase> {
  await makeDataFolder(dataDir)
  const ownerPath = join(dataDir, 'postgres.owner')
  const giveUpAt = performance.now() + PATIENCE_MS
  for (;;) {
    const lock = tryLock(join(dataDir, 'postgres.lock'))
    if (lock !== undefined) return own({ dataDir, ownerPath, lock, log })
    const owner = await readOwner(ownerPath)
    if (owner !== undefined && (await answers(owner))) {
      return { host: owner.socketFolder, owned: false, close: async () => undefined }
    }
    if (performance.now() > giveUpAt) throw silent(owner)
    await sleep(LOOK_AGAIN_MS)
  }
}

interface Ownership {
  readonly dataDir: string
  readonly ownerPath: string
  readonly lock: FolderLock
  readonly log: Log
}

async function own({ dataDir, ownerPath, lock, log }: Ownership): Promise<EmbeddedDatabase> {
  try {
    await removeOwner(ownerPath)
    const { folder, path } = await makeSocketFolder(dataDir)
    await rm(path, { force: true })
    const dataPath = join(dataDir, 'postgres')
    const worker = await startWorker({ dataPath, socketPath: path }, log)
    await writeOwner(ownerPath, { pid: process.pid, socketFolder: folder })
    return {
      host: folder,
      owned: true,
      close: async () => {
        await removeOwner(ownerPath)
        await worker.close()
        await rm(folder, { recursive: true, force: true })
        lock.release()
      },
    }
  } catch (error) {
    lock.release()
    throw error
  }
}

async function makeDataFolder(dataDir: string): Promise<void> {
  try {
    await mkdir(dataDir, { recursive: true, mode: 0o700 })
  } catch (error) {
    throw new PermanentError(
      'data-folder-unusable',
      `The data folder ${dataDir} cannot be made (${errorCode(error)}).`,
      'Let LEADWELL_DATA_DIR name a folder this user may write to.',
    )
  }
}

function answers({ socketFolder }: Owner): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(socketIn(socketFolder))
    socket.once('connect', () => {
      socket.destroy()
      resolve(true)
    })
    socket.once('error', () => resolve(false))
  })
}

function silent(owner: Owner | undefined): PermanentError {
  const who = owner === undefined ? 'Another process' : `Process ${owner.pid}`
  return new PermanentError(
    'store-owner-silent',
    `${who} holds the data folder, but its store does not answer.`,
    'Wait until it has started or stop it, then try again.',
  )
}
