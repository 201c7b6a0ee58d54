import { readFile } from 'node:fs/promises'
import { PermanentError } from './errors.ts'
import type { Audience, Facts } from './ports.ts'
import { compileAudiences, parseAudiences } from './scoring/audiences.ts'
import { compileModel } from './scoring/compile-model.ts'
import { parseModel } from './scoring/parse-model.ts'
import type { CompiledModel } from './scoring/score.ts'

const MODELS_FOLDER = new URL('../models/', import.meta.url)
const SHIPPED = ['individual', 'employer'] as const satisfies readonly Audience[]

/** The models that ship and who they are for. */
export interface ShippedModels {
  readonly models: ReadonlyMap<Audience, CompiledModel>
  /** Only ever names an audience that has a model. */
  readonly audienceOf: (facts: Facts) => Audience
}

/** Throws PermanentError `model-invalid` or `audiences-invalid` when a file was edited wrongly. */
export async function loadShippedModels(): Promise<ShippedModels> {
  const models = new Map<Audience, CompiledModel>()
  for (const name of SHIPPED) {
    const file = `models/${name}.yaml`
    const model = parseModel(await readFile(new URL(`${name}.yaml`, MODELS_FOLDER), 'utf8'), file)
    models.set(model.audience, compileModel(model))
  }
  const file = 'models/audiences.yaml'
  const audiences = parseAudiences(
    await readFile(new URL('audiences.yaml', MODELS_FOLDER), 'utf8'),
    file,
  )
  const named = [audiences.default, ...audiences.rules.map(({ audience }) => audience)]
  const missing = named.find((audience) => !models.has(audience))
  if (missing !== undefined) {
    throw new PermanentError('audiences-invalid', `${file}: "${missing}" has no model.`)
  }
  return { models, audienceOf: compileAudiences(audiences) }
}
