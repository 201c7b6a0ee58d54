import { conditionInWords } from '../document/axis-section.ts'
import { asPlain, asWords, signed } from '../document/plain-words.ts'
import { type RuleEntry, ruleEntries } from '../document/rule-entries.ts'
import type { Model } from '../model.ts'
import { type Change, changed, pairUp } from './change.ts'

/** Rules by their id: new, gone, and what they say now. */
export function diffRules(before: Model, after: Model): readonly Change[] {
  const { added, removed, kept } = pairUp(
    ruleEntries(before),
    ruleEntries(after),
    ({ rule }) => rule.id,
  )
  return [
    ...removed.map(
      (entry): Change => ({ kind: 'removed', where: entry.rule.id, text: inFull(entry) }),
    ),
    ...added.map((entry): Change => ({ kind: 'added', where: entry.rule.id, text: inFull(entry) })),
    ...kept.flatMap(([was, is]) => diffRule(was, is)),
  ]
}

function diffRule(was: RuleEntry, is: RuleEntry): readonly Change[] {
  const { id } = is.rule
  const name = was.rule.reason
  const inGroup = ({ axis, group }: RuleEntry): string => `${axis}, ${asWords(group.id)}`
  return [
    ...changed(id, name, signed(was.rule.points), signed(is.rule.points)),
    ...changed(id, `${name}, counts when`, conditionOf(was), conditionOf(is)),
    ...changed(id, `${name}, group`, inGroup(was), inGroup(is)),
    ...changed(id, 'A rep reads', `“${was.rule.reason}”`, `“${is.rule.reason}”`),
    ...changed(id, `${name}, why`, `“${was.rule.because}”`, `“${is.rule.because}”`),
  ]
}

function inFull(entry: RuleEntry): string {
  const { points, reason } = entry.rule
  return `${reason}: ${signed(points)} when ${conditionOf(entry)} (${entry.axis}, ${asWords(entry.group.id)})`
}

function conditionOf(entry: RuleEntry): string {
  return asPlain(conditionInWords(entry))
}
