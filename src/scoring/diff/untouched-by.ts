import { isDeepStrictEqual } from 'node:util'
import type { Facts } from '../../ports.ts'
import { compileFitRule } from '../compile-rules.ts'
import type { CompiledRule } from '../compiled-axis.ts'
import { operatorsOf } from '../conditions/registry.ts'
import { FactSlots } from '../fact-slots.ts'
import type { Model } from '../model.ts'
import type { FitRule } from '../model-rules.ts'

/** One rule that says something else than it did. */
interface ChangedRule {
  readonly was: FitRule
  readonly is: FitRule
}

/** Codes by fact: whoever has none of them, and no list of codes in these facts, is untouched. */
export type TouchedCodes = Readonly<Record<string, readonly string[]>>

/** Fit rules look at no activity. */
const NO_HITS = { newest: [], all: [] }

/**
 * Where two models differ in nothing but fit rules that time does not change, whoever gets the same from
 * each of those rules gets the same from the models at every moment. `undefined`: they differ in more.
 */
export function untouchedBy(before: Model, after: Model): ((facts: Facts) => boolean) | undefined {
  const slots = new FactSlots()
  const compile = (rule: FitRule): CompiledRule => compileFitRule(rule, after.lists, slots)
  const pairs = changedFitRules(before, after)?.map(({ was, is }) => ({
    was: compile(was),
    is: compile(is),
  }))
  if (pairs === undefined) return undefined
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

/** The same as codes, where all those rules ask is whether a fact is one of some; else `undefined`. */
export function touchedCodes(before: Model, after: Model): TouchedCodes | undefined {
  const changed = changedFitRules(before, after)
  if (changed === undefined) return undefined
  const touched: Record<string, readonly string[]> = {}
  for (const rule of changed.flatMap(({ was, is }) => [was, is])) {
    const codes = codesAskedBy(rule, after.lists)
    if (codes === undefined) return undefined
    touched[rule.fact] = [...(touched[rule.fact] ?? []), ...codes]
  }
  return touched
}

/** Codes a rule asks for where it asks for nothing else; a number may be written in several ways. */
function codesAskedBy(rule: FitRule, lists: Model['lists']): readonly string[] | undefined {
  const [operator, ...others] = operatorsOf(rule)
  if (operator === undefined || others.length > 0) return undefined
  const asked: unknown = operator === 'inList' ? codesOfList(rule.inList, lists) : rule[operator]
  const codes: readonly unknown[] = Array.isArray(asked) ? asked : [asked]
  const isCodes = ['equals', 'in', 'inList'].includes(operator) && codes.every(isCode)
  return isCodes ? codes.map(String) : undefined
}

/** A list with words finds them inside of texts as well. */
function codesOfList(name: unknown, lists: Model['lists']): unknown {
  const list = typeof name === 'string' && Object.hasOwn(lists, name) ? lists[name] : undefined
  return list === undefined || list.words.length > 0 ? undefined : list.codes
}

function isCode(code: unknown): boolean {
  return typeof code === 'string' || typeof code === 'boolean'
}

/** `undefined` where the models differ in more than their fit rules. */
function changedFitRules(before: Model, after: Model): readonly ChangedRule[] | undefined {
  if (!isDeepStrictEqual(withoutFitRules(before), withoutFitRules(after))) return undefined
  const changed: ChangedRule[] = []
  const [were, are] = [before, after].map(({ fit }) => fit.groups.map(({ rules }) => rules))
  for (const [group, rules] of (were ?? []).entries()) {
    const others = are?.[group] ?? []
    if (rules.length !== others.length) return undefined
    for (const [place, was] of rules.entries()) {
      const is = others[place]
      if (is === undefined || is.id !== was.id) return undefined
      if (isDeepStrictEqual({ ...was, because: '' }, { ...is, because: '' })) continue
      changed.push({ was, is })
    }
  }
  return changed
}

/** What else says something: neither its number nor what is written for whoever changes it next. */
function withoutFitRules(model: Model): object {
  const groups = model.fit.groups.map((group) => ({ ...group, rules: [] }))
  return { ...model, version: 0, description: '', canChange: [], fit: { ...model.fit, groups } }
}
