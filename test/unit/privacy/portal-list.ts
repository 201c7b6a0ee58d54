import { allowFrom } from '#src/privacy/allow.ts'
import { shippedAllowList } from '#src/privacy/allow-list.ts'
import type { AllowedField, AllowList, FieldSource } from '#src/privacy/allowed-field.ts'

type Entry = Pick<AllowedField, 'field' | 'fact' | 'coder'> & Partial<AllowedField>

/** A portal's list with nothing on it but these entries. */
export function listOf(
  entries: readonly Entry[],
  more: Partial<AllowList> = {},
  source: FieldSource = 'contact',
): AllowList {
  const fields = { [source]: entries.map((entry) => allowFrom(source, entry)) }
  return { ...shippedAllowList('hubspot'), fields, ...more }
}
