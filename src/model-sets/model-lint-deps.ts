import { lintText } from '#src/handoff/language-lint.ts'
import { CRMS } from '#src/ports.ts'
import { shippedAllowList } from '#src/privacy/allow-list.ts'
import type { AllowedField, AllowList, Coder } from '#src/privacy/allowed-field.ts'
import { AUDIT_ONLY } from '#src/privacy/audit-only.ts'
import { detect } from '#src/privacy/detector/detect.ts'
import { VOCABULARIES } from '#src/privacy/vocabulary-tables.ts'
import type { FactVocabulary, LintDeps } from '#src/scoring/check/lint.ts'

/**
 * What model lints know of this product: the facts that can come, by the lists that ship and a portal's
 * own, and the language lint.
 */
export function modelLintDeps(own?: AllowList): LintDeps {
  const lists = CRMS.map(shippedAllowList)
  const fields = [...lists, ...(own === undefined ? [] : [own])].flatMap((list): AllowedField[] => {
    const { contact = [], lead = [], company = [] } = list.fields
    return [...contact, ...lead, ...company]
  })
  return {
    facts: new Map(fields.map(({ fact, coder }) => [fact, vocabularyOf(coder)])),
    auditOnly: AUDIT_ONLY,
    wordsToAvoid: lintText,
    sensitiveParts: (text) =>
      detect(text).map(({ kind, start, end }) => ({ kind, found: text.slice(start, end) })),
  }
}

function vocabularyOf(coder: Coder): FactVocabulary {
  switch (coder.as) {
    case 'number':
    case 'date':
    case 'boolean':
      return { kind: coder.as }
    case 'matches':
    case 'revocation':
    case 'crisis-terms':
      return { kind: 'boolean' }
    case 'vocabulary':
      return { kind: 'codes', codes: VOCABULARIES[coder.name].codes }
    case 'codes':
      return { kind: 'codes', codes: codesIn(coder.codes) }
    case 'code-list':
      return {
        kind: 'codes',
        codes: 'name' in coder ? VOCABULARIES[coder.name].codes : codesIn(coder.codes),
      }
  }
}

function codesIn(spellings: object): readonly string[] {
  return [...new Set([...Object.keys(spellings), 'other'])]
}
