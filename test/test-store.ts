import { randomBytes } from 'node:crypto'
import { cpSync, existsSync, mkdirSync, mkdtempSync, renameSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { inject } from 'vitest'
import type { Log } from '#src/ports.ts'
import { tryLock } from '#src/store/embedded/folder-lock.ts'
import { readOwner } from '#src/store/embedded/owner-file.ts'
import { openStore } from '#src/store/open-store.ts'
import { createKeyring } from '#src/store/secrets.ts'
import { createTestDatabase } from './services.ts'

export const SILENT_LOG: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  with: () => SILENT_LOG,
}

export const STORE_KINDS = ['embedded', 'server'] as const
export type StoreKind = (typeof STORE_KINDS)[number]

/** Where a test's store stands, and how to be rid of it once it is closed. */
export interface StorePlace {
  readonly databaseUrl: string | undefined
  readonly dataDir: string
  remove(): Promise<void>
}

/** An empty, migrated embedded store, or an empty database on the run's Postgres server. */
export async function createStorePlace(kind: StoreKind): Promise<StorePlace> {
  const dataDir = mkdtempSync(join(tmpdir(), 'leadwell-data-'))
  const remove = async (): Promise<void> => rmSync(dataDir, { recursive: true, force: true })
  if (kind === 'server') {
    return { databaseUrl: await createTestDatabase(), dataDir, remove }
  }
  await copyStoreTemplate(dataDir)
  const removeAll = async (): Promise<void> => {
    // An owner that was killed leaves its socket behind.
    const owner = await readOwner(join(dataDir, 'postgres.owner'))
    if (owner !== undefined) rmSync(owner.socketFolder, { recursive: true, force: true })
    await remove()
  }
  return { databaseUrl: undefined, dataDir, remove: removeAll }
}

/** Fills a data folder with an empty store in a fraction of the seconds that making one takes. */
export async function copyStoreTemplate(dataDir: string): Promise<void> {
  const template = inject('storeTemplate')
  if (!existsSync(template)) await makeTemplate(template)
  cpSync(join(template, 'postgres'), join(dataDir, 'postgres'), { recursive: true })
}

/** Test files run side by side: the first makes it, the others wait. */
async function makeTemplate(template: string): Promise<void> {
  let lock = tryLock(`${template}.lock`)
  for (; lock === undefined; lock = tryLock(`${template}.lock`)) await sleep(100)
  try {
    if (existsSync(template)) return
    const draft = `${template}.draft`
    mkdirSync(draft)
    const keys = createKeyring(randomBytes(32).toString('base64'))
    const options = { databaseUrl: undefined, dataDir: draft, keys, now: Date.now, log: SILENT_LOG }
    await (await openStore(options)).close()
    renameSync(draft, template)
  } finally {
    lock.release()
  }
}
