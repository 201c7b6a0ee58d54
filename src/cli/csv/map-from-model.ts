import { operatorOf } from '#src/scoring/conditions/registry.ts'
import type { Model } from '#src/scoring/model.ts'
import type { FitRule } from '#src/scoring/model-rules.ts'
import { CONSENT_NAMES } from './consent-column.ts'
import type { RowMap } from './row-map.ts'
import type { ValueType } from './typed-value.ts'

/** Names of the facts a model asks about, in its order. */
export function factsOf(model: Model): readonly string[] {
  const rules = model.fit.groups.flatMap((group) => group.rules)
  const { lifecycle } = model.adjustments
  const stage = lifecycle === undefined ? [] : [lifecycle.fact]
  return [...new Set([...rules.map(({ fact }) => fact), ...stage])]
}

/** What consent is asked of beside the facts that hold nothing else: the programme, where, and whether at all. */
const BESIDE_CONSENT = ['serviceLine', 'state', 'requestedContact']

/**
 * Without a map, columns named like the model's facts are those facts, typed as its rules read them;
 * so are columns named like the facts that consent is asked of, though no model asks about them.
 */
export function mapFromModel(model: Model, header: readonly string[]): RowMap {
  const rules = model.fit.groups.flatMap((group) => group.rules)
  const facts: RowMap['facts'] = {}
  for (const fact of new Set([...factsOf(model), ...CONSENT_NAMES, ...BESIDE_CONSENT])) {
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
