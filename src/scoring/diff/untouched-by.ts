import { isDeepStrictEqual } from 'node:util'
import type { Facts } from '../../ports.ts'
import { compileFitRule } from '../compile-rules.ts'
import type { CompiledRule } from '../compiled-axis.ts'
import { FactSlots } from '../fact-slots.ts'
import type { Model } from '../model.ts'
import type { FitRule } from '../model-rules.ts'

/** Of one rule, as it was and as it is. */
interface RulePair {
  readonly was: CompiledRule
  readonly is: CompiledRule
}

/** Fit rules look at no activity. */
const NO_HITS = { newest: [], all: [] }

/**
 * Where two models differ in nothing but fit rules that time does not change, whoever gets the same from
 * each of those rules gets the same from the models at every moment. `undefined`: they differ in more.
 */
export function untouchedBy(before: Model, after: Model): ((facts: Facts) => boolean) | undefined {
  if (!isDeepStrictEqual(withoutFitRules(before), withoutFitRules(after))) return undefined
  const slots = new FactSlots()
  const compile = (rule: FitRule): CompiledRule => compileFitRule(rule, after.lists, slots)
  const pairs: RulePair[] = []
  const [were, are] = [before, after].map(({ fit }) => fit.groups.map(({ rules }) => rules))
  for (const [group, rules] of (were ?? []).entries()) {
    const others = are?.[group] ?? []
    if (rules.length !== others.length) return undefined
    for (const [place, rule] of rules.entries()) {
      const other = others[place]
      if (other === undefined || other.id !== rule.id) return undefined
      if (isDeepStrictEqual({ ...rule, because: '' }, { ...other, because: '' })) continue
      pairs.push({ was: compile(rule), is: compile(other) })
    }
  }
  if (pairs.some(({ was, is }) => was.breaksAt !== undefined || is.breaksAt !== undefined)) {
    return undefined
  }
  return (facts) => {
    const view = { values: slots.gather(facts), hits: NO_HITS, nowMs: 0 }
    return pairs.every(({ was, is }) => {
      const points = was.points(view)
      return points === is.points(view) && (points === 0 || was.text === is.text)
    })
  }
}

/** What else says something: neither its number nor what is written for whoever changes it next. */
function withoutFitRules(model: Model): object {
  const groups = model.fit.groups.map((group) => ({ ...group, rules: [] }))
  return { ...model, version: 0, description: '', canChange: [], fit: { ...model.fit, groups } }
}
