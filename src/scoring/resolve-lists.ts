import { PermanentError } from '../errors.ts'
import { ListFile, type ListFiles, type Lists, type ModelList } from './lists.ts'
import type { Problem } from './problem.ts'
import { readYaml } from './read-yaml.ts'
import { didYouMean } from './suggest.ts'

interface WithLists {
  readonly lists: Readonly<Record<string, ModelList>>
}

/** Throws PermanentError `list-invalid` listing every problem with file, line, path and what. */
export function parseList(text: string, file: string): ListFile {
  return readYaml({ text, file, code: 'list-invalid', schema: ListFile })
}

/**
 * The same model (or audiences) with the entries of its list files filled in; a list keeps the name of
 * its file. Throws PermanentError `model-invalid` for a file that is not there.
 */
export function resolveLists<Owner extends WithLists>(owner: Owner, files: ListFiles): Owner {
  const problem = missingListFiles(owner, files)[0]
  if (problem !== undefined) {
    throw new PermanentError('model-invalid', `${problem.path.join('.')} ${problem.what}`)
  }
  const lists = Object.entries(owner.lists).map(([name, list]) => {
    const from = list.file === undefined ? undefined : files.get(list.file)
    return [name, from === undefined ? list : { ...list, codes: from.codes, words: from.words }]
  })
  return { ...owner, lists: Object.fromEntries(lists) }
}

/** List files that are named and not there. */
export function missingListFiles({ lists }: WithLists, files: ListFiles): readonly Problem[] {
  const known = [...files.keys()]
  return Object.entries(lists).flatMap(([name, { file }]) => {
    if (file === undefined || files.has(file)) return []
    const what = `"${file}" is not a list file${didYouMean(file, known)}`
    return [{ path: ['lists', name, 'file'], what }]
  })
}

/** What is wrong with a list that a condition names, or nothing. */
export function unknownList(name: unknown, lists: Lists, whose: string): string | undefined {
  if (typeof name !== 'string' || Object.hasOwn(lists, name)) return undefined
  return `"${name}" is not a list of this ${whose}${didYouMean(name, Object.keys(lists))}`
}
