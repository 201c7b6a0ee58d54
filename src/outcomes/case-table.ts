import { type Maturity, standingOf } from '../calibration/censoring.ts'
import type { Column } from '../calibration/dataset.ts'
import type { RuleTable } from '../calibration/draft/rule-table.ts'
import type { ExplainableModel } from '../scoring/compile-model.ts'
import type { Score } from '../scoring/score.ts'
import type { Case } from './case.ts'
import { factColumn } from './fact-column.ts'
import { LEARNABLE_FACTS } from './learnable-facts.ts'
import { firedKey, ruleColumns } from './rule-columns.ts'

export interface CaseTable extends RuleTable {
  /** What the model gives each row as of then. */
  readonly present: Float64Array
  /** Cases too young to know, which are no rows. */
  readonly open: number
}

/** A case old enough to know, and what the model says of it as of then. */
interface Row {
  readonly one: Case
  readonly won: boolean
  readonly score: number
  readonly fired: ReadonlySet<string>
}

/**
 * Cases of the model's audience as rows to learn from: which of its rules counted, and the learnable
 * facts that none of its rules asks about. A rule that counted for nobody, or for everybody, is no
 * column: there is nothing to learn of it.
 */
export function caseTable(
  cases: readonly Case[],
  model: ExplainableModel,
  { maturity, now }: { readonly maturity: Maturity; readonly now: number },
): CaseTable {
  const rows = cases.flatMap((one): Row[] => {
    const score = model.evaluate(one, one.asOf)
    const standing = standingOf(asRecord(one, score), maturity, now)
    if (standing === 'too-young') return []
    return [{ one, won: standing === 'won', score: score.score, fired: firedIn(score) }]
  })
  const rules = ruleColumns(model.source).filter(({ key }) => {
    const times = rows.reduce((sum, { fired }) => sum + (fired.has(key) ? 1 : 0), 0)
    return times > 0 && times < rows.length
  })
  const asked = new Set(model.source.fit.groups.flatMap((group) => group.rules.map(factOf)))
  const facts = LEARNABLE_FACTS.filter((fact) => !asked.has(fact)).flatMap((fact) => {
    const column = factColumn(
      fact,
      rows.map(({ one }) => one.facts[fact]),
    )
    return column === undefined ? [] : [column]
  })
  return {
    data: {
      rows: rows.length,
      columns: [...rules.map(({ key, rule }) => yesOrNo(rule.column, key, rows)), ...facts],
      outcome: Uint8Array.from(rows, ({ won }) => (won ? 1 : 0)),
      time: Float64Array.from(rows, ({ one }) => one.asOf),
    },
    present: Float64Array.from(rows, ({ score }) => score),
    rules: rules.map(({ rule }) => rule),
    facts: facts.map(({ name }) => name),
    open: cases.length - rows.length,
  }
}

const factOf = ({ fact }: { readonly fact: string }): string => fact

/** The rules that gave at least one visible point. */
function firedIn({ reasons }: Score): ReadonlySet<string> {
  return new Set(
    reasons.flatMap(({ kind, axis, group, rule }) =>
      kind === 'rule' ? [firedKey(axis, group, rule)] : [],
    ),
  )
}

/** Its age counts from when its features stood. */
function asRecord({ ref, audience, asOf, outcome, outcomeAt }: Case, { tier, score }: Score) {
  const scored = { tier, score, scoredAt: asOf, facts: {}, points: {} }
  return { id: ref.id, audience, outcome, outcomeAt, ...scored }
}

function yesOrNo(name: string, key: string, rows: readonly Row[]): Column {
  const codes = Int16Array.from(rows, ({ fired }) => (fired.has(key) ? 0 : 1))
  return { kind: 'code', name, codes, levels: ['yes', 'no'] }
}
