import { compileModel } from '../compile-model.ts'
import type { Model } from '../model.ts'
import type { Finding } from './finding.ts'
import type { LintContext, LintDeps } from './lint.ts'
import { LINTS } from './registry.ts'

const ANY_INSTANT = Date.UTC(2026, 0, 15, 12)

/** What every lint finds in a model that can be read, errors before warnings. */
export function lintModel(model: Model, deps: LintDeps): readonly Finding[] {
  const context: LintContext = { ...deps, model, compiled: compileModel(model), nowMs: ANY_INSTANT }
  const findings = LINTS.flatMap((lint) => [...lint(context)])
  return findings.toSorted((a, b) => rank(a) - rank(b))
}

function rank({ severity }: Finding): number {
  return severity === 'error' ? 0 : 1
}
