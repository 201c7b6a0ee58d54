import { asWords } from '../document/plain-words.ts'
import type { Model } from '../model.ts'
import { type Change, changed } from './change.ts'
import { diffAdjustments } from './diff-adjustments.ts'
import { diffGroups } from './diff-groups.ts'
import { diffLists } from './diff-lists.ts'
import { diffOutcomes } from './diff-outcomes.ts'
import { diffRules } from './diff-rules.ts'
import { diffSpanish } from './diff-spanish.ts'

/**
 * Everything that differs from one model to another, in words; empty where they score alike and say
 * the same. The order of rules and groups does not matter.
 */
export function diffModels(before: Model, after: Model): readonly Change[] {
  return [
    ...diffRules(before, after),
    ...diffGroups(before, after),
    ...diffAdjustments(before, after),
    ...diffOutcomes(before, after),
    ...diffLists(before, after),
    ...diffSpanish(before, after),
    ...diffHead(before, after),
  ]
}

function diffHead(before: Model, after: Model): readonly Change[] {
  const changing = ({ canChange }: Model): string =>
    canChange.toSorted().map(asWords).join(', ') || 'nothing'
  return [
    ...changed('model', 'Audience', before.audience, after.audience),
    ...changed('model', 'Description', `“${before.description}”`, `“${after.description}”`),
    ...changed('model', 'Facts that can change', changing(before), changing(after)),
  ]
}
