import type { RuleEntry } from '../../scoring/document/rule-entries.ts'
import { fitEntries } from '../../scoring/document/rule-entries.ts'
import type { Model } from '../../scoring/model.ts'
import { shownTexts } from '../../scoring/shown-texts.ts'
import type { YamlEdits, YamlPath } from './edit-yaml.ts'
import type { AddedRule } from './model-change.ts'

/**
 * What goes with removed rules, as nothing else needs it: lists, facts that can change, Spanish. And the
 * Spanish of added rules, where the model has any.
 */
export function leftovers(
  model: Model,
  gone: readonly RuleEntry[],
  added: readonly AddedRule[],
): Omit<YamlEdits, 'set'> {
  const spanish = Object.keys(model.spanish ?? {})
  const goneReasons = gone.map(({ rule }) => rule.reason)
  const staying = shownTexts(model).map(({ text }) => text)
  for (const reason of goneReasons) staying.splice(staying.indexOf(reason), 1)
  const texts = new Set([...staying, ...added.map(({ rule }) => rule.reason)])
  const newTexts = Object.fromEntries(
    added.flatMap(({ rule, spanish: text }) =>
      text === undefined || spanish.includes(rule.reason) ? [] : [[rule.reason, text]],
    ),
  )
  const grows = spanish.length > 0 && Object.keys(newTexts).length > 0
  const goneTexts = spanish.filter((text) => goneReasons.includes(text) && !texts.has(text))
  const { lists, canChange } = idle(model, gone, added)
  return {
    remove: [
      ...entriesOrAll(['lists'], lists, Object.keys(model.lists).length),
      ...entriesOrAll(['canChange'], canChange, model.canChange.length),
      ...entriesOrAll(['spanish'], goneTexts, grows ? Infinity : spanish.length),
    ],
    append: grows ? [{ path: ['spanish'], entries: newTexts }] : [],
  }
}

/** Lists by name, and facts by their position, that only removed rules asked for. */
function idle(model: Model, gone: readonly RuleEntry[], added: readonly AddedRule[]) {
  const goneRules = new Set(gone.map(({ rule }) => rule))
  const entries = fitEntries(model).map(({ rule }) => rule)
  const left = [...entries.filter((rule) => !goneRules.has(rule)), ...added.map(({ rule }) => rule)]
  const asked = { lists: namesIn(entries).lists, facts: namesIn(entries).facts }
  const kept = namesIn(left)
  if (model.adjustments.lifecycle !== undefined) kept.facts.add(model.adjustments.lifecycle.fact)
  return {
    lists: Object.keys(model.lists).filter(
      (name) => asked.lists.has(name) && !kept.lists.has(name),
    ),
    canChange: model.canChange.flatMap((fact, at) =>
      asked.facts.has(fact) && !kept.facts.has(fact) ? [at] : [],
    ),
  }
}

function namesIn(rules: readonly { readonly fact: string; readonly inList?: unknown }[]) {
  return {
    lists: new Set(rules.map(({ inList }) => inList)),
    facts: new Set(rules.map(({ fact }) => fact)),
  }
}

/** An empty list or map would be none: it goes as a whole. */
function entriesOrAll(
  path: YamlPath,
  keys: readonly PropertyKey[],
  count: number,
): readonly YamlPath[] {
  return keys.length > 0 && keys.length === count ? [path] : keys.map((key) => [...path, key])
}
