import { fitEntries } from '../document/rule-entries.ts'
import { didYouMean } from '../suggest.ts'
import type { Finding } from './finding.ts'
import type { Lint } from './lint.ts'

/** Facts that no connected CRM supplies; a file of your own may. */
export const unknownFacts: Lint = ({ model, facts }) => {
  const names = [...facts.keys()]
  const asked = fitEntries(model).map(({ rule, path }) => ({ fact: rule.fact, path }))
  const stage = model.adjustments.lifecycle
  if (stage !== undefined) asked.push({ fact: stage.fact, path: ['adjustments', 'lifecycle'] })
  const first = new Map(asked.toReversed().map((one) => [one.fact, one]))
  const unknown = [...first.values()].filter(({ fact }) => !facts.has(fact)).toReversed()
  const findings = unknown.map(
    ({ fact, path }): Finding => ({
      code: 'unknown-fact',
      severity: 'warning',
      path: [...path, 'fact'],
      message: `No CRM supplies the fact "${fact}"${didYouMean(fact, names)}`,
      fix: 'Use a fact of the allow-list, or give it by --map when scoring a file.',
    }),
  )
  return [...findings, ...idleCanChange(model, new Set(asked.map(({ fact }) => fact)))]
}

function idleCanChange(
  { canChange }: { readonly canChange: readonly string[] },
  asked: ReadonlySet<string>,
): readonly Finding[] {
  return canChange.flatMap((fact, index): Finding[] => {
    if (asked.has(fact)) return []
    return [
      {
        code: 'unused-fact',
        severity: 'warning',
        path: ['canChange', index],
        message: `"${fact}" can change, but no rule asks for it`,
        fix: 'Remove it from canChange, or add the rule that was meant.',
      },
    ]
  })
}
