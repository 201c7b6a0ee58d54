import type { AllowedField, Coder, FieldSource } from './allowed-field.ts'
import { CUSTOM } from './facts/groups.ts'
import { definitionOf } from './facts.ts'
import type { VocabularyName } from './vocabularies.ts'

// Nothing counted here reaches ten million; phone, member and social security numbers do.
export const COUNT: Coder = { as: 'number', max: 9_999_999 }
export const BOOLEAN: Coder = { as: 'boolean' }
export const DATE: Coder = { as: 'date' }

/** A closed vocabulary. */
export function codes(name: VocabularyName): Coder {
  return { as: 'vocabulary', name }
}

/** Several codes of a closed vocabulary. */
export function codeList(name: VocabularyName): Coder {
  return { as: 'code-list', name }
}

/** One line of an allow-list; what it is for and who may see it come from the registry of facts. */
export function allow(
  field: string,
  fact: string,
  coder: Coder,
  more: Partial<AllowedField> = {},
): AllowedField {
  return allowFrom('contact', { field, fact, coder, ...more })
}

/** The same for a source whose facts go by other definitions, such as `call`. */
export function allowIn(source: FieldSource) {
  return (field: string, fact: string, coder: Coder): AllowedField =>
    allowFrom(source, { field, fact, coder })
}

/** Fills in from the registry whatever an entry does not say itself. */
export function allowFrom(
  source: FieldSource,
  entry: Pick<AllowedField, 'field' | 'fact' | 'coder'> & Partial<AllowedField>,
): AllowedField {
  const { category, purpose, roles, retentionDays } = definitionOf(source, entry.fact) ?? CUSTOM
  return { category, purpose, roles, retentionDays, ...entry }
}
