import { type RuleEntry, ruleEntries } from '../../scoring/document/rule-entries.ts'
import type { Model } from '../../scoring/model.ts'
import type { Learned } from '../backtest/learn-cards.ts'
import type { ThresholdProposal } from '../thresholds.ts'
import { changeRule, keepRule, type PointsScale } from './change-rule.ts'
import { changeTiers } from './change-tiers.ts'
import type { ModelChange } from './model-change.ts'
import { newFactRules, onNewFacts } from './new-fact-rules.ts'
import { pointsScale } from './points-scale.ts'
import type { RuleTable } from './rule-table.ts'
import { countedRows, type RuleWeight, weighRules } from './rule-weights.ts'

export interface ChangeSources {
  readonly model: Model
  /** The rows, and only the columns, that `learned` was learned from. */
  readonly table: RuleTable
  readonly learned: Learned
  readonly thresholds: ThresholdProposal | undefined
}

/** What a draft would change, rule by rule in the order of the model; nothing is changed by it. */
export function learnChanges({
  model,
  table,
  learned,
  thresholds,
}: ChangeSources): readonly ModelChange[] {
  const { data } = table
  const weights = weighRules(data, table.rules, learned)
  const { rows, wins } = learned.table
  const newFacts = onNewFacts(learned.full.card, table.facts, rows, wins)
  const scale = pointsScale(data, weights, newFacts)
  const tiers = changeTiers(model, thresholds)
  const entries = ruleEntries(model)
  if (scale === undefined) {
    return [
      ...entries.map((entry) => keepRule(entry, 'The records tell nothing of any rule.')),
      ...tiers,
    ]
  }
  const points = { scale, unit: learned.full.card.unit / scale }
  return [
    ...entries.map((entry) => changeOf(entry, table, weights, points)),
    ...newFactRules(newFacts, model, scale),
    ...tiers,
  ]
}

function changeOf(
  entry: RuleEntry,
  { data, rules }: RuleTable,
  weights: readonly RuleWeight[],
  points: PointsScale,
): ModelChange {
  const isThis = (one: { readonly axis: string; readonly rule: string }): boolean =>
    one.axis === entry.axis && one.rule === entry.rule.id
  const weight = weights.find(isThis)
  if (weight !== undefined) return changeRule(entry, weight, points)
  const column = rules.find(isThis)
  if (column === undefined) {
    return keepRule(entry, 'Not re-pointed: a matter of policy, or no record shows it.')
  }
  return countedRows(data, column.column) === undefined
    ? keepRule(entry, 'Left out: it seems to be known only once the outcome is.')
    : keepRule(entry, 'Too few records have it, or have it not, to tell.')
}
