import type { FactValue } from '../../ports.ts'
import { compileFactCondition } from '../conditions/registry.ts'
import { DAY_MS } from '../decay.ts'
import { boundsOf } from '../document/condition-words.ts'
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
  const asked = rules.flatMap((rule) => valuesAskedFor(rule, context))
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

/** The values a rule names, and those at and just beyond its bounds. */
function valuesAskedFor(rule: FitRule, { model, nowMs }: LintContext): readonly FactValue[] {
  if (rule.equals !== undefined) return [rule.equals as FactValue]
  if (Array.isArray(rule.in)) return rule.in
  if (rule.containsWord !== undefined) return [rule.containsWord as FactValue].flat()
  if (typeof rule.inList === 'string') {
    const list = model.lists[rule.inList]
    return [...(list?.codes ?? []), ...(list?.words ?? [])]
  }
  if (rule.dateWithinDays !== undefined) {
    const windowMs = Number(rule.dateWithinDays) * DAY_MS
    return [nowMs, Math.ceil(nowMs - windowMs), Math.floor(nowMs - windowMs) - 1]
  }
  if (rule.range === undefined) return []
  const { min, max } = boundsOf(rule.range)
  return [min - 1, min, Math.ceil(min), max, max + 1].filter(Number.isFinite)
}
