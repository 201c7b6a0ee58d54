import type { AllowedField, Coder } from './allowed-field.ts'
import type { VocabularyName } from './vocabularies.ts'

// Nothing counted here reaches ten million; phone, member and social security numbers do.
export const COUNT: Coder = { as: 'number', max: 9_999_999 }
export const BOOLEAN: Coder = { as: 'boolean' }
export const DATE: Coder = { as: 'date' }

/** A closed vocabulary. */
export function codes(name: VocabularyName): Coder {
  return { as: 'vocabulary', name }
}

/** One line of an allow-list. */
export function allow(field: string, fact: string, coder: Coder): AllowedField {
  return { field, fact, coder }
}
