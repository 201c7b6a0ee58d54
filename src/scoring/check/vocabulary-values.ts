import type { FactValue } from '../../ports.ts'
import { compileFactCondition, valuesNamedBy } from '../conditions/registry.ts'
import { fitEntries } from '../document/rule-entries.ts'
import type { FitRule } from '../model-rules.ts'
import type { LintContext } from './lint.ts'

/** Values of a fact that between them meet every rule they can meet; `undefined` is a missing fact. */
export function vocabularyValues(
  fact: string,
  context: LintContext,
): readonly (FactValue | undefined)[] {
  const known = context.facts.get(fact)
  if (known?.kind === 'codes') return [undefined, ...known.codes]
  if (known?.kind === 'boolean') return [undefined, true, false]
  const rules = fitEntries(context.model)
    .map(({ rule }) => rule)
    .filter((rule) => rule.fact === fact)
  const named = { lists: context.model.lists, nowMs: context.nowMs }
  const asked = rules.flatMap((rule) => valuesNamedBy(rule, named))
  if (known === undefined) return [undefined, 'anything-else', ...asked]
  return [undefined, 0, ...asked.filter((value) => typeof value === 'number')]
}

/** Whether a rule counts for a value of its fact. */
export function ruleMatches(
  rule: FitRule,
  { model, nowMs }: LintContext,
): (value: FactValue | undefined) => boolean {
  const { test } = compileFactCondition(rule, model.lists)
  return (value) => test(value, nowMs) === true
}
