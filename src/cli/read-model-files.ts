import { readdir, readFile, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { PermanentError } from '#src/errors.ts'
import { AUDIENCES } from '#src/ports.ts'
import { fileUnreadable } from './file-unreadable.ts'

export interface ModelFile {
  /** As the person named it. */
  readonly name: string
  readonly text: string
}

/**
 * Model files, given one by one or as a folder, of which the files named after an audience are read.
 * Throws PermanentError `file-unreadable`.
 */
export async function readModelFiles(paths: readonly string[]): Promise<readonly ModelFile[]> {
  const files: ModelFile[] = []
  for (const path of paths) {
    const names = (await isFolder(path)) ? await modelsIn(path) : [path]
    for (const name of names) files.push({ name, text: await read(name) })
  }
  return files
}

async function isFolder(path: string): Promise<boolean> {
  const found = await stat(path).catch((error: unknown) => {
    throw fileUnreadable(path, error)
  })
  return found.isDirectory()
}

async function modelsIn(folder: string): Promise<readonly string[]> {
  const known = new Set(AUDIENCES.map((audience) => `${audience}.yaml`))
  const names = (await readdir(folder)).filter((name) => known.has(name)).toSorted()
  if (names.length > 0) return names.map((name) => join(folder, name))
  throw new PermanentError(
    'file-unreadable',
    `${folder} holds no model.`,
    `Models are named after their audience: ${[...known].join(', ')}.`,
  )
}

async function read(path: string): Promise<string> {
  return await readFile(path, 'utf8').catch((error: unknown) => {
    throw fileUnreadable(path, error)
  })
}
