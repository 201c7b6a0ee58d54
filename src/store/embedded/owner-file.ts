import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { z } from 'zod'

const Owner = z.object({ pid: z.int(), socketFolder: z.string() })
/** The process that serves an embedded store, and where. May be gone: only an answer proves it alive. */
export type Owner = z.infer<typeof Owner>

/** `undefined` when there is none or it is being written. */
export async function readOwner(path: string): Promise<Owner | undefined> {
  try {
    return Owner.parse(JSON.parse(await readFile(path, 'utf8')))
  } catch {
    return undefined
  }
}

export async function writeOwner(path: string, owner: Owner): Promise<void> {
  await writeFile(`${path}.new`, JSON.stringify(owner), { mode: 0o600 })
  await rename(`${path}.new`, path)
}

export async function removeOwner(path: string): Promise<void> {
  await rm(path, { force: true })
}
