import { operatorOf } from '#src/scoring/conditions/registry.ts'
import type { Model } from '#src/scoring/model.ts'
import type { FitRule } from '#src/scoring/model-rules.ts'
import type { RowMap } from './row-map.ts'
import type { ValueType } from './typed-value.ts'

/** Names of the facts a model asks about, in its order. */
export function factsOf(model: Model): readonly string[] {
  const rules = model.fit.groups.flatMap((group) => group.rules)
  const { lifecycle } = model.adjustments
  const stage = lifecycle === undefined ? [] : [lifecycle.fact]
  return [...new Set([...rules.map(({ fact }) => fact), ...stage])]
}

/** Without a map, columns named like the model's facts are those facts, typed as its rules read them. */
export function mapFromModel(model: Model, header: readonly string[]): RowMap {
  const rules = model.fit.groups.flatMap((group) => group.rules)
  const facts: RowMap['facts'] = {}
  for (const fact of factsOf(model)) {
    if (!header.includes(fact)) continue
    const types = rules.filter((rule) => rule.fact === fact).map(typeReadBy)
    const type = types.find((known) => known !== undefined) ?? 'text'
    facts[fact] = { column: fact, type, missing: [] }
  }
  return { ...(header.includes('id') ? { id: 'id' } : {}), facts, activities: [] }
}

function typeReadBy(rule: FitRule): ValueType | undefined {
  const asked = operatorOf(rule)
  return asked?.operator.reads(asked.args)
}
