import { checkModel } from './check-model.ts'
import type { ListFiles } from './lists.ts'
import { Model } from './model.ts'
import { type LocatedProblem, readYaml, tryReadYaml, type YamlSource } from './read-yaml.ts'
import { missingListFiles, resolveLists } from './resolve-lists.ts'

/**
 * Reads a model. With `lists` the entries of its list files are filled in; without, only a model that
 * names no file can be compiled. Throws PermanentError `model-invalid` listing every problem with
 * file, line, path and what.
 */
export function parseModel(text: string, file: string, lists?: ListFiles): Model {
  const model = readYaml(sourceOf(text, file, lists))
  return lists === undefined ? model : resolveLists(model, lists)
}

/** The same with the problems as data instead of an error. */
export function tryParseModel(
  text: string,
  file: string,
  lists?: ListFiles,
): { readonly model: Model } | { readonly problems: readonly LocatedProblem[] } {
  const read = tryReadYaml(sourceOf(text, file, lists))
  if ('problems' in read) return read
  return { model: lists === undefined ? read.value : resolveLists(read.value, lists) }
}

function sourceOf(
  text: string,
  file: string,
  lists: ListFiles | undefined,
): YamlSource<typeof Model> {
  const check = (model: Model) => [
    ...checkModel(model),
    ...(lists === undefined ? [] : missingListFiles(model, lists)),
  ]
  return { text, file, code: 'model-invalid', schema: Model, check }
}
