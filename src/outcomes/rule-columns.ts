import type { RuleColumn } from '../calibration/draft/rule-table.ts'
import type { Model } from '../scoring/model.ts'
import { LEARNABLE_FACTS } from './learnable-facts.ts'

/** So many points off are no estimate but a policy, such as that job seekers are sent elsewhere. */
const POLICY_POINTS = -25
const LEARNABLE: ReadonlySet<string> = new Set(LEARNABLE_FACTS)

/**
 * The rules whose points may be learned. Left alone are rules of policy, and those about facts from
 * which nothing may be learned.
 */
export function ruleColumns({
  fit,
  engagement,
}: Model): readonly { readonly key: string; readonly rule: RuleColumn }[] {
  const asked = fit.groups.flatMap(({ id, rules }) =>
    rules.filter(({ fact }) => LEARNABLE.has(fact)).map((rule) => toColumn('fit', id, rule)),
  )
  const done = engagement.groups.flatMap(({ id, rules }) =>
    rules.map((rule) => toColumn('engagement', id, rule)),
  )
  return [...asked, ...done].filter(({ rule }) => rule.present > POLICY_POINTS)
}

/** Names a rule among all of a model. */
export function firedKey(axis: string, group: string, rule: string): string {
  return `${axis}/${group}/${rule}`
}

function toColumn(
  axis: RuleColumn['axis'],
  group: string,
  { id, points }: { readonly id: string; readonly points: number },
): { readonly key: string; readonly rule: RuleColumn } {
  const key = firedKey(axis, group, id)
  return { key, rule: { column: `rule:${key}`, axis, group, rule: id, present: points } }
}
