import { valuesNamedBy } from '../conditions/registry.ts'
import { asWords } from '../document/plain-words.ts'
import { type FitEntry, fitEntries } from '../document/rule-entries.ts'
import type { Finding } from './finding.ts'
import type { Lint, LintContext } from './lint.ts'
import { CONSENT_FACTS, PROTECTED_ATTRIBUTES, type ProtectedAttribute } from './protected-words.ts'

/** Rules that rank people by who they are, by what stands in for it, or by a consent they gave. */
export const protectedAttributes: Lint = (context) => [
  ...auditedStage(context),
  ...fitEntries(context.model).flatMap((entry) => {
    const { rule, path } = entry
    if (context.auditOnly.has(rule.fact)) {
      return [auditFact(`"${rule.id}" asks`, rule.fact, [...path, 'fact'])]
    }
    if (CONSENT_FACTS.has(rule.fact)) return [consentFact(entry)]
    const byFact = attributeIn(rule.fact)
    if (byFact !== undefined) return [ranksBy(byFact, `"${rule.id}"`, [...path, 'fact'])]
    const byCode = codesOf(entry, context).map((code) => ({ code, attribute: attributeIn(code) }))
    const found = byCode.find(({ attribute }) => attribute !== undefined)
    if (found?.attribute === undefined) return []
    const isAlone = byCode.every(({ attribute }) => attribute !== undefined)
    if (found.attribute.onlyAlone && !isAlone) return []
    return [ranksBy(found.attribute, `"${rule.id}", by "${found.code}",`, path)]
  }),
]

function auditedStage({ model, auditOnly }: LintContext): readonly Finding[] {
  const stage = model.adjustments.lifecycle
  if (stage === undefined || !auditOnly.has(stage.fact)) return []
  return [auditFact('The lifecycle asks', stage.fact, ['adjustments', 'lifecycle', 'fact'])]
}

function auditFact(who: string, fact: string, path: readonly PropertyKey[]): Finding {
  return {
    code: 'audit-fact',
    severity: 'error',
    path,
    message: `${who} for ${fact}, which is held for auditing only`,
    fix: 'Remove it. What is held to see how people fare is never shown to a model and gives no points.',
  }
}

function consentFact({ rule, path }: FitEntry): Finding {
  return {
    code: 'consent-fact',
    severity: 'error',
    path: [...path, 'fact'],
    message: `"${rule.id}" gives or takes points for ${rule.fact}, which exists to protect people`,
    fix: 'Remove the rule. Consent and holds are decided before scoring, and are no merit.',
  }
}

function ranksBy(
  { name, severity }: ProtectedAttribute,
  what: string,
  path: readonly PropertyKey[],
): Finding {
  const isCertain = severity === 'error'
  return {
    code: isCertain ? 'protected-attribute' : 'likely-proxy',
    severity,
    path,
    message: `${what} ranks people by ${name}${isCertain ? '' : ', or by something that stands in for it'}`,
    fix: isCertain
      ? 'Remove the rule: nobody may be ranked by this.'
      : 'Remove the rule, or show that it ranks nobody lower for who they are and write that into because.',
  }
}

/** The codes and words a rule names itself. */
function codesOf({ rule }: FitEntry, { model: { lists }, nowMs }: LintContext): readonly string[] {
  return valuesNamedBy(rule, { lists, nowMs }).filter((value) => typeof value === 'string')
}

function attributeIn(name: string): ProtectedAttribute | undefined {
  const words = asWords(name)
  return PROTECTED_ATTRIBUTES.find((attribute) => attribute.words.test(words))
}
