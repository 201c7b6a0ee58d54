import { lintText } from '#src/handoff/language-lint.ts'
import { allowListFor } from '#src/privacy/allow-list.ts'
import type { AllowedField, Coder } from '#src/privacy/allowed-field.ts'
import { VOCABULARIES } from '#src/privacy/vocabulary-tables.ts'
import type { FactVocabulary, LintDeps } from '#src/scoring/check/lint.ts'

/** What model lints know of this product: the facts that can come, and the language lint. */
export function modelLintDeps(): LintDeps {
  const fields = (['hubspot', 'salesforce'] as const).flatMap((crm): AllowedField[] => {
    const { contact = [], lead = [], company = [] } = allowListFor(crm)
    return [...contact, ...lead, ...company]
  })
  return {
    facts: new Map(fields.map(({ fact, coder }) => [fact, vocabularyOf(coder)])),
    wordsToAvoid: lintText,
  }
}

function vocabularyOf(coder: Coder): FactVocabulary {
  if (coder.as !== 'vocabulary') return { kind: coder.as }
  return { kind: 'codes', codes: VOCABULARIES[coder.name].codes }
}
