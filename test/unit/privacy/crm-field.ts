import type { CrmField } from '#src/connector-port.ts'

/** A custom yes-or-no of contacts, unless said otherwise. */
export function crmField(field: string, more: Partial<CrmField> = {}): CrmField {
  return {
    source: 'contact',
    field,
    label: field.replaceAll('_', ' '),
    type: 'boolean',
    custom: true,
    sensitivity: 'none',
    classes: [],
    options: [],
    ...more,
  }
}
