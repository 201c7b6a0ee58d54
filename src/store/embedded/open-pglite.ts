import { existsSync } from 'node:fs'
import { rename, rm } from 'node:fs/promises'
import { PGlite } from '@electric-sql/pglite'
import { DurableFolder, type SyncFile } from './durable-folder.ts'

const SETTINGS = [
  // Emscripten has no fdatasync, the default on Linux: it answers yes and does nothing.
  'wal_sync_method=fsync',
  // The data is in memory: fetching a page out of order costs next to nothing.
  'random_page_cost=1.1',
  // An old file of the log is removed, not kept for its place: it may hold what was erased.
  'wal_recycle=off',
].flatMap((setting) => ['-c', setting])

/**
 * Opens the database in this folder; what it has committed is on disk. A new one is made beside it and
 * renamed when whole: a process stopped during its first seconds leaves nothing that looks like one.
 */
export async function openPglite(dataPath: string, syncFile?: SyncFile): Promise<PGlite> {
  if (!existsSync(dataPath)) {
    const draft = `${dataPath}.new`
    await rm(draft, { recursive: true, force: true })
    await (await openFolder(draft, syncFile)).close()
    await rename(draft, dataPath)
  }
  return openFolder(dataPath, syncFile)
}

function openFolder(path: string, syncFile: SyncFile | undefined): Promise<PGlite> {
  return PGlite.create({
    fs: new DurableFolder(path, syncFile),
    relaxedDurability: false,
    // PGlite turns fsync off (-F) unless told otherwise.
    startParams: [...PGlite.defaultStartParams.filter((word) => word !== '-F'), ...SETTINGS],
  })
}
