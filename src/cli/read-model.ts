import { readdir, readFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { errorCode, PermanentError } from '#src/errors.ts'
import { loadShippedLists } from '#src/models.ts'
import { AUDIENCES } from '#src/ports.ts'
import type { ListFiles } from '#src/scoring/lists.ts'
import type { Model } from '#src/scoring/model.ts'
import { parseModel } from '#src/scoring/parse-model.ts'
import { parseList } from '#src/scoring/resolve-lists.ts'
import { fileUnreadable } from './file-unreadable.ts'

const MODELS_FOLDER = fileURLToPath(new URL('../../models/', import.meta.url))

/** A model as written, with the lists its file can name. */
export interface ModelSource {
  readonly text: string
  /** As the person named it; `models/<id>.yaml` for one that ships. */
  readonly file: string
  readonly lists: ListFiles
}

/**
 * Reads a model by the id of one that ships or by its file. A `lists` folder beside the file adds to
 * the lists that ship. Throws PermanentError `model-unknown`, `file-unreadable` or `list-invalid`.
 */
export async function readModelSource(nameOrFile: string): Promise<ModelSource> {
  const shipped = AUDIENCES.find((id) => id === nameOrFile)
  if (shipped !== undefined) {
    const text = await readFile(join(MODELS_FOLDER, `${shipped}.yaml`), 'utf8')
    return { text, file: `models/${shipped}.yaml`, lists: await loadShippedLists() }
  }
  const text = await readFile(nameOrFile, 'utf8').catch((error: unknown) => {
    throw unreadable(nameOrFile, error)
  })
  const lists = new Map([...(await loadShippedLists()), ...(await listsBeside(nameOrFile))])
  return { text, file: nameOrFile, lists }
}

/** The same, parsed. Throws PermanentError `model-invalid` listing every problem as well. */
export async function readModel(nameOrFile: string): Promise<Model> {
  const { text, file, lists } = await readModelSource(nameOrFile)
  return parseModel(text, file, lists)
}

async function listsBeside(file: string): Promise<ListFiles> {
  const folder = join(dirname(file), 'lists')
  const names = await readdir(folder).catch(() => [])
  const lists = await Promise.all(
    names
      .filter((name) => name.endsWith('.yaml'))
      .map(async (name) => parseList(await readFile(join(folder, name), 'utf8'), `lists/${name}`)),
  )
  return new Map(lists.map((list) => [list.id, list]))
}

function unreadable(nameOrFile: string, error: unknown): PermanentError {
  const isName = /^[a-z0-9-]+$/.test(nameOrFile)
  if (errorCode(error) === 'ENOENT' && isName) {
    return new PermanentError(
      'model-unknown',
      `There is no model and no file called ${nameOrFile}.`,
      `Models that ship: ${AUDIENCES.join(', ')}. Otherwise give the path of a YAML file.`,
    )
  }
  return fileUnreadable(nameOrFile, error)
}
