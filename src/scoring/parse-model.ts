import { checkModel } from './check-model.ts'
import { Model } from './model.ts'
import { readYaml } from './read-yaml.ts'

/** Throws PermanentError `model-invalid` listing every problem with file, line, path and what. */
export function parseModel(text: string, file: string): Model {
  return readYaml({ text, file, code: 'model-invalid', schema: Model, check: checkModel })
}
