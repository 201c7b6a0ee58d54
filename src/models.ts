import { readdir, readFile } from 'node:fs/promises'
import { PermanentError } from './errors.ts'
import type { Audience, Facts } from './ports.ts'
import { compileAudiences, parseAudiences } from './scoring/audiences.ts'
import { compileModel } from './scoring/compile-model.ts'
import type { ListFile, ListFiles } from './scoring/lists.ts'
import type { Model } from './scoring/model.ts'
import { AUDIENCES } from './scoring/model.ts'
import { parseModel } from './scoring/parse-model.ts'
import { parseList } from './scoring/resolve-lists.ts'
import type { CompiledModel } from './scoring/score.ts'

const MODELS_FOLDER = new URL('../models/', import.meta.url)

/** The models that ship and who they are for. */
export interface ShippedModels {
  readonly models: ReadonlyMap<Audience, CompiledModel>
  /** Only ever names an audience that has a model. */
  readonly audienceOf: (facts: Facts) => Audience
}

/**
 * The models, lists and audience rules that ship, compiled. Throws PermanentError `model-invalid`,
 * `list-invalid` or `audiences-invalid` when a file was edited wrongly.
 */
export async function loadShippedModels(): Promise<ShippedModels> {
  const lists = await loadShippedLists()
  const models = new Map<Audience, CompiledModel>()
  for (const audience of AUDIENCES) {
    models.set(audience, compileModel(await readModel(audience, lists)))
  }
  const file = 'models/audiences.yaml'
  const audiences = parseAudiences(await readText('audiences.yaml'), file, lists)
  return { models, audienceOf: compileAudiences(audiences) }
}

/** The list files that ship, by id. Throws PermanentError `list-invalid`. */
export async function loadShippedLists(): Promise<ListFiles> {
  const names = await readdir(new URL('lists/', MODELS_FOLDER))
  const lists = new Map<string, ListFile>()
  for (const name of names.filter((entry) => entry.endsWith('.yaml')).toSorted()) {
    const file = `models/lists/${name}`
    const list = parseList(await readText(`lists/${name}`), file)
    if (`${list.id}.yaml` !== name) {
      throw new PermanentError('list-invalid', `${file}: id "${list.id}" is not its file's name.`)
    }
    lists.set(list.id, list)
  }
  return lists
}

async function readModel(audience: Audience, lists: ListFiles): Promise<Model> {
  const file = `models/${audience}.yaml`
  const model = parseModel(await readText(`${audience}.yaml`), file, lists)
  if (model.audience === audience) return model
  throw new PermanentError('model-invalid', `${file}: its audience is "${model.audience}".`)
}

function readText(name: string): Promise<string> {
  return readFile(new URL(name, MODELS_FOLDER), 'utf8')
}
