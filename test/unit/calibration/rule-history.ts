import type { Column } from '#src/calibration/dataset.ts'
import type { RuleColumn, RuleTable } from '#src/calibration/draft/rule-table.ts'
import { compileModel } from '#src/scoring/compile-model.ts'
import { fitEntries, ruleEntries } from '#src/scoring/document/rule-entries.ts'
import type { Model } from '#src/scoring/model.ts'
import type { Subject } from '#src/scoring/score.ts'

/** Somebody as they stood at an instant, and what became of them. */
export interface PastCase {
  readonly subject: Subject
  /** Epoch ms. */
  readonly at: number
  readonly won: boolean
}

const LEARNABLE = [
  'role',
  'emailClass',
  'industry',
  'companySize',
  'selfInsured',
  'organisationType',
  'inquiryType',
  'requestedContact',
  'source',
]
/** Rules that take off so much are policy, and no question of likelihood. */
const POLICY_POINTS = -25

export interface RuleHistory extends RuleTable {
  /** Scores of the model in force. */
  readonly present: Float64Array
}

/** A column per rule that says whether it counted, and one per learnable fact no rule asks about. */
export function ruleHistory(cases: readonly PastCase[], model: Model): RuleHistory {
  const compiled = compileModel(model)
  const scores = cases.map(({ subject, at }) => compiled.evaluate(subject, at))
  const counted = scores.map(
    ({ reasons }) =>
      new Set(
        reasons.flatMap(({ kind, rule, points }) =>
          kind === 'rule' && points !== 0 ? [rule] : [],
        ),
      ),
  )
  const rules = ruleEntries(model)
    .filter(({ rule }) => rule.points > POLICY_POINTS)
    .map(
      ({ axis, group, rule }): RuleColumn => ({
        column: `rule:${axis}/${group.id}/${rule.id}`,
        axis,
        group: group.id,
        rule: rule.id,
        present: rule.points,
      }),
    )
  const askedAbout = new Set(fitEntries(model).map(({ rule }) => rule.fact))
  const facts = LEARNABLE.filter((fact) => !askedAbout.has(fact))
  return {
    data: {
      rows: cases.length,
      columns: [
        ...rules.map(({ column, rule }) => ({
          kind: 'code' as const,
          name: column,
          levels: ['yes', 'no'],
          codes: Int16Array.from(counted, (own) => (own.has(rule) ? 0 : 1)),
        })),
        ...facts.map((fact) => factColumn(fact, cases)),
      ],
      outcome: Uint8Array.from(cases, ({ won }) => (won ? 1 : 0)),
      time: Float64Array.from(cases, ({ at }) => at),
    },
    rules,
    facts,
    present: Float64Array.from(scores, ({ score }) => score),
  }
}

function factColumn(name: string, cases: readonly PastCase[]): Column {
  const values = cases.map(({ subject }) => subject.facts[name])
  if (name === 'companySize') {
    return {
      kind: 'number',
      name,
      values: Float64Array.from(values, (one) => Number(one ?? NaN)),
      decimals: 0,
    }
  }
  const levels = [...new Set(values.flatMap((one) => (one === undefined ? [] : [String(one)])))]
  const codes = Int16Array.from(values, (one) => levels.indexOf(String(one)))
  return { kind: 'code', name, levels, codes }
}
