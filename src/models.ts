import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { PermanentError } from './errors.ts'
import { AUDIENCES, type Audience, type Facts } from './ports.ts'
import { compileAudiences, parseAudiences } from './scoring/audiences.ts'
import { compileModel, type ExplainableModel } from './scoring/compile-model.ts'
import type { ListFile, ListFiles } from './scoring/lists.ts'
import type { Model } from './scoring/model.ts'
import { parseModel } from './scoring/parse-model.ts'
import { parseList } from './scoring/resolve-lists.ts'
import { shownTexts } from './scoring/shown-texts.ts'

const MODELS_FOLDER = new URL('../models/', import.meta.url)

/** Models in force together and who they are for. */
export interface ModelsInForce {
  readonly models: ReadonlyMap<Audience, ExplainableModel>
  /** Only ever names an audience that has a model. */
  readonly audienceOf: (facts: Facts) => Audience
  /** Every text of the models a note may quote, without its full stop; checked when they were made. */
  readonly texts: ReadonlySet<string>
}

/** The models that ship, with what other models are read by. */
export interface ShippedModels extends ModelsInForce {
  /** The list files a model may name. */
  readonly lists: ListFiles
  /** Names what ships: every file of it, as it stands. */
  readonly hash: string
}

/**
 * The models, lists and audience rules that ship, compiled. Throws PermanentError `model-invalid`,
 * `list-invalid` or `audiences-invalid` when a file was edited wrongly.
 */
export async function loadShippedModels(): Promise<ShippedModels> {
  const lists = await loadShippedLists()
  const models = new Map<Audience, ExplainableModel>()
  for (const audience of AUDIENCES) {
    models.set(audience, compileModel(await readModel(audience, lists)))
  }
  const file = 'models/audiences.yaml'
  const audiences = parseAudiences(await readText('audiences.yaml'), file, lists)
  const audienceOf = compileAudiences(audiences)
  return { models, audienceOf, texts: textsOf(models), lists, hash: await hashOfFiles() }
}

/**
 * A portal's own models in place of those that ship. Throws PermanentError `model-invalid` for a text
 * that is no model, or not of its audience.
 */
export function withOwnModels(
  shipped: ShippedModels,
  own: Readonly<Partial<Record<Audience, string>>>,
  name: string,
): ModelsInForce {
  const models = new Map(shipped.models)
  for (const audience of AUDIENCES) {
    const text = own[audience]
    if (text === undefined) continue
    const file = `${name}/${audience}.yaml`
    const model = parseModel(text, file, shipped.lists)
    if (model.audience !== audience) throw otherAudience(file, model)
    models.set(audience, compileModel(model))
  }
  return { models, audienceOf: shipped.audienceOf, texts: textsOf(models) }
}

function textsOf(models: ReadonlyMap<Audience, ExplainableModel>): ReadonlySet<string> {
  const texts = [...models.values()].flatMap(({ source, spanish }) => [
    ...shownTexts(source).map(({ text }) => text),
    ...spanish.values(),
  ])
  return new Set(texts.map((text) => text.replace(/[.!?]$/, '')))
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

async function hashOfFiles(): Promise<string> {
  const names = await readdir(MODELS_FOLDER, { recursive: true })
  const hash = createHash('sha256')
  for (const name of names.filter((entry) => entry.endsWith('.yaml')).toSorted()) {
    hash.update(`${name}\n${await readText(name)}\n`)
  }
  return hash.digest('hex')
}

/** The file of a model that ships, as text. */
export function readShippedModel(audience: Audience): Promise<string> {
  return readText(`${audience}.yaml`)
}

async function readModel(audience: Audience, lists: ListFiles): Promise<Model> {
  const file = `models/${audience}.yaml`
  const model = parseModel(await readText(`${audience}.yaml`), file, lists)
  if (model.audience === audience) return model
  throw otherAudience(file, model)
}

function otherAudience(file: string, { audience }: Model): PermanentError {
  return new PermanentError('model-invalid', `${file}: its audience is "${audience}".`)
}

function readText(name: string): Promise<string> {
  return readFile(new URL(name, MODELS_FOLDER), 'utf8')
}
