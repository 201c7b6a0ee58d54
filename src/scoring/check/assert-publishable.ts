import { PermanentError } from '../../errors.ts'
import type { Model } from '../model.ts'
import type { LintDeps } from './lint.ts'
import { lintModel } from './lint-model.ts'

declare const publishable: unique symbol

/** A model no lint has an error against; only `assertPublishable` makes one. */
export type PublishableModel = Model & { readonly [publishable]: true }

/**
 * The one way to a model that may be published. Throws PermanentError `model-not-publishable` with
 * every error of the lints, the language lint in both languages among them; warnings do not count.
 */
export function assertPublishable(model: Model, deps: LintDeps): PublishableModel {
  const errors = lintModel(model, deps).filter(({ severity }) => severity === 'error')
  if (errors.length === 0) return model as PublishableModel
  const told = errors.map(({ code, message }) => `${message} [${code}]`)
  throw new PermanentError(
    'model-not-publishable',
    `Version ${model.version} of model ${model.id} cannot be published:\n${told.join('\n')}`,
    'Run "leadwell model check" on its file for the lines and what to write instead.',
  )
}
