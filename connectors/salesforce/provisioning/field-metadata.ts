import type { Metadata } from './metadata-api.ts'
import { FEEDBACK_FIELD } from './permission-set-fields.ts'
import type { FieldDefinition, FieldType } from './properties.ts'

const VISIBLE_LINES = 4

/** One field as the Metadata API and the Tooling API take it, without its full name. */
export function toMetadata({ name, label, help, type }: FieldDefinition): Metadata {
  return {
    label,
    description:
      name === FEEDBACK_FIELD ? 'Set by people, read by Leadwell.' : 'Written by Leadwell.',
    inlineHelpText: help,
    required: false,
    trackTrending: false,
    ...typeMetadata(type),
  }
}

function typeMetadata(type: FieldType): Metadata {
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
function valueSet(values: readonly string[]): Metadata {
  return {
    restricted: true,
    valueSetDefinition: {
      sorted: false,
      value: values.map((value) => ({ fullName: value, default: false, label: labelOf(value) })),
    },
  }
}

const LABELS: Readonly<Record<string, string>> = { another_team: 'For another team' }

export function labelOf(value: string): string {
  const label = LABELS[value]
  if (label !== undefined) return label
  const words = value.replaceAll('_', ' ')
  return `${words.charAt(0).toUpperCase()}${words.slice(1)}`
}
