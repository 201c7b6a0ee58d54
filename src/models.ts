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
import { shownTexts } from './scoring/shown-texts.ts'

const MODELS_FOLDER = new URL('../models/', import.meta.url)

/** The models that ship and who they are for. */
export interface ShippedModels {
  readonly models: ReadonlyMap<Audience, CompiledModel>
  /** Only ever names an audience that has a model. */
  readonly audienceOf: (facts: Facts) => Audience
  /** Every text of the models a note may quote, without its full stop; checked when they were made. */
  readonly texts: ReadonlySet<string>
}

/**
 * The models, lists and audience rules that ship, compiled. Throws PermanentError `model-invalid`,
 * `list-invalid` or `audiences-invalid` when a file was edited wrongly.
 */
export async function loadShippedModels(): Promise<ShippedModels> {
  const lists = await loadShippedLists()
  const models = new Map<Audience, CompiledModel>()
  const texts = new Set<string>()
  for (const audience of AUDIENCES) {
    const model = await readModel(audience, lists)
    const compiled = compileModel(model)
    models.set(audience, compiled)
    const shown = shownTexts(model).map(({ text }) => text)
    for (const text of [...shown, ...compiled.spanish.values()]) {
      texts.add(text.replace(/[.!?]$/, ''))
    }
  }
  const file = 'models/audiences.yaml'
  const audiences = parseAudiences(await readText('audiences.yaml'), file, lists)
  return { models, audienceOf: compileAudiences(audiences), texts }
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
