import type { FieldDefinition, FieldType } from './properties.ts'

/** A CustomField as the Metadata API and the Tooling API take it. */
export type FieldMetadata = Readonly<Record<string, unknown>>

const VISIBLE_LINES = 4

/** One field in metadata terms, without its full name. */
export function toMetadata({ label, help, type }: FieldDefinition): FieldMetadata {
  return {
    label,
    description: 'Written by Leadwell.',
    inlineHelpText: help,
    required: false,
    trackTrending: false,
    ...typeMetadata(type),
  }
}

function typeMetadata(type: FieldType): FieldMetadata {
  switch (type.kind) {
    case 'number':
      return { type: 'Number', precision: 3, scale: 0, externalId: false, unique: false }
    case 'text':
      return { type: 'Text', length: type.length, externalId: false, unique: false }
    case 'long-text':
      return { type: 'LongTextArea', length: type.length, visibleLines: VISIBLE_LINES }
    case 'date-time':
      return { type: 'DateTime' }
    case 'picklist':
      return { type: 'Picklist', valueSet: valueSet(type.values) }
    case 'multi-picklist':
      return {
        type: 'MultiselectPicklist',
        visibleLines: VISIBLE_LINES,
        valueSet: valueSet(type.values),
      }
  }
}

/** Restricted, so that nobody types a value no rule knows. */
function valueSet(values: readonly string[]): FieldMetadata {
  return {
    restricted: true,
    valueSetDefinition: {
      sorted: false,
      value: values.map((value) => ({ fullName: value, default: false, label: labelOf(value) })),
    },
  }
}

function labelOf(value: string): string {
  const words = value.replaceAll('_', ' ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}
