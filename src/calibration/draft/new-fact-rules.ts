import { clinicalWordsIn } from '../../scoring/check/clinical-words.ts'
import { ruleEntries } from '../../scoring/document/rule-entries.ts'
import type { FitGroup, Model } from '../../scoring/model.ts'
import type { FitRule } from '../../scoring/model-rules.ts'
import type { Card } from '../learn/card.ts'
import { cardToRules } from '../learn/card-to-rules.ts'
import { type ModelChange, NEW_FACTS } from './model-change.ts'
import { newFactReason } from './new-fact-reason.ts'
import { tellsEnough } from './sides.ts'

/** The part of a card on facts no rule asks about yet, of groups that are not too small to tell. */
export function onNewFacts(card: Card, facts: readonly string[], rows: number, wins: number): Card {
  const rules = card.rules.filter(
    (rule) =>
      facts.includes(rule.column) &&
      tellsEnough({
        like: { count: rule.wins, of: rule.rows },
        others: { count: wins - rule.wins, of: rows - rule.rows },
      }),
  )
  const columns = card.columns.filter(({ binning }) => facts.includes(binning.column))
  return { ...card, rules, columns }
}

/** What would be added for facts the model does not ask about, in whole points of the model. */
export function newFactRules(card: Card, model: Model, scale: number): readonly ModelChange[] {
  const rules = card.rules
    .map((rule) => ({ ...rule, points: Math.round(rule.points * scale) + 0 }))
    .filter(({ points }) => points !== 0)
  const { groups } = cardToRules({ ...card, rules }, { factOf: (column) => column })
  return groups.flatMap((group) => {
    const into = freeId(group, model)
    return group.rules.flatMap((rule) =>
      addition({ ...rule, id: `${into}${endOf(rule, group)}` }, into, model),
    )
  })
}

function addition(rule: FitRule, into: string, { audience }: Model): readonly ModelChange[] {
  const said = newFactReason(rule)
  const reason = said?.english ?? rule.reason
  // A code may tell of somebody's health, as the name of a kind of clinic does.
  if (clinicalWordsIn(reason, audience).length > 0) return []
  const spanish = said === undefined ? {} : { spanish: said.spanish }
  const { id, points, because } = rule
  const shared = { group: NEW_FACTS, rule: id, axis: 'fit', action: 'add' } as const
  const added = { into, rule: { ...rule, reason }, ...spanish }
  return [{ ...shared, what: reason, before: undefined, after: points, because, added }]
}

/** The id of a group and its rules that the model has not given away already. */
function freeId({ id }: FitGroup, model: Model): string {
  const groups = [...model.fit.groups, ...model.engagement.groups]
  const taken = [...groups, ...ruleEntries(model).map(({ rule }) => rule)].map((one) => one.id)
  const isFree = (name: string): boolean =>
    !taken.some((one) => one === name || one.startsWith(`${name}-`))
  return isFree(id) ? id : `learned-${id}`
}

function endOf(rule: FitRule, group: FitGroup): string {
  return rule.id.slice(group.id.length)
}
