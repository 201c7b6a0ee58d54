import type { Row } from '../row.ts'
import { type SaveError, saveError } from './save-result.ts'

/** An admin's rule. Real ones hold any formula; these want a field filled in. */
export interface ValidationRule {
  readonly object: string
  /** Tooling API, `ValidationName`. */
  readonly name: string
  readonly message: string
  /** The field that must not be blank. */
  readonly requires: string
  /** Where the message appears; absent: at the top of the page. */
  readonly displayField?: string
  readonly active?: boolean
}

export interface ValidationRules {
  add(rule: ValidationRule): void
  of(object: string): readonly ValidationRule[]
  /** Rules run on any save, whichever fields it brings (Salesforce Help, "Validation Rules"). */
  check(object: string, row: Row): readonly SaveError[]
}

export function createValidationRules(): ValidationRules {
  const rules: ValidationRule[] = []
  const of = (object: string): readonly ValidationRule[] =>
    rules.filter((rule) => rule.object === object)
  return {
    of,
    add: (rule) => void rules.push(rule),
    check: (object, row) =>
      of(object)
        .filter(({ active = true, requires }) => active && (row[requires] ?? '') === '')
        .map(({ message, displayField }) =>
          saveError(
            'FIELD_CUSTOM_VALIDATION_EXCEPTION',
            message,
            displayField === undefined ? [] : [displayField],
          ),
        ),
  }
}
