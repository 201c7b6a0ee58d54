import { PermanentError } from '#src/errors.ts'
import { AUDIENCES, type Audience } from '#src/ports.ts'
import type { AllowList } from '#src/privacy/allowed-field.ts'
import { checkModelText } from '#src/scoring/check/check-text.ts'
import type { LocatedFinding } from '#src/scoring/check/finding.ts'
import type { ListFiles } from '#src/scoring/lists.ts'
import type { ModelSet } from '#src/store/model-repositories.ts'
import { modelLintDeps } from './model-lint-deps.ts'

/** Something `model check` says of one model of a set. */
export interface SetFinding extends LocatedFinding {
  readonly audience: Audience
}

export interface CheckContext {
  readonly lists: ListFiles
  readonly allowList: AllowList
}

/** What is wrong or doubtful in the models of a set, the language lint included; as `model check` says. */
export function checkModels(
  { texts }: Pick<ModelSet, 'texts'>,
  { lists, allowList }: CheckContext,
): readonly SetFinding[] {
  const deps = modelLintDeps(allowList)
  return AUDIENCES.flatMap((audience) => {
    const text = texts[audience]
    if (text === undefined) return []
    const findings = checkModelText({ text, file: `${audience}.yaml`, lists }, deps)
    return findings.map((finding) => ({ ...finding, audience }))
  })
}

/** Throws PermanentError `model-unfit` that tells every error with its line; warnings do not count. */
export function refuseUnfit(findings: readonly SetFinding[]): void {
  const errors = findings.filter(({ severity }) => severity === 'error')
  if (errors.length === 0) return
  const told = errors.map(
    ({ audience, line, message, code }) => `${audience}.yaml:${line} ${message} [${code}]`,
  )
  throw new PermanentError(
    'model-unfit',
    `The models have errors, so they cannot be put in force:\n${told.join('\n')}`,
    'Correct the files, check them with "leadwell model check", and draft them again.',
  )
}
