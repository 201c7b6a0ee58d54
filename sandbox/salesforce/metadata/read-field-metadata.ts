import { z } from 'zod'
import { type FieldDef, type FieldType, field } from '../schema/field.ts'

const text = z.coerce.string()
const integer = z.coerce.number().int()
const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')])
const list = <T extends z.ZodType>(item: T) =>
  z.preprocess(
    (given) => (given === undefined || Array.isArray(given) ? given : [given]),
    z.array(item),
  )

const ValueSet = z.object({
  restricted: flag.optional(),
  valueSetDefinition: z
    .object({ value: list(z.object({ fullName: text, label: text.optional() })) })
    .optional(),
})

/** The parts of a CustomField this org understands (Metadata API guide, "CustomField"). */
export const FieldMetadata = z.object({
  label: text.optional(),
  type: text.optional(),
  length: integer.optional(),
  precision: integer.optional(),
  scale: integer.optional(),
  visibleLines: integer.optional(),
  required: flag.optional(),
  defaultValue: z.union([z.string(), z.boolean()]).optional(),
  description: text.optional(),
  inlineHelpText: text.optional(),
  valueSet: ValueSet.optional(),
})
export type FieldMetadata = z.infer<typeof FieldMetadata>

const TYPES: Readonly<Record<string, FieldType>> = {
  Text: 'string',
  TextArea: 'textarea',
  LongTextArea: 'textarea',
  Html: 'textarea',
  Number: 'double',
  Currency: 'currency',
  Percent: 'percent',
  Picklist: 'picklist',
  MultiselectPicklist: 'multipicklist',
  DateTime: 'datetime',
  Date: 'date',
  Checkbox: 'boolean',
  Email: 'email',
  Phone: 'phone',
  Url: 'url',
}

const needs = (name: string, type: string): string =>
  `Must specify '${name}' for a CustomField of type ${type}`

/** What is wrong with a field, by the rules of the Metadata API guide; empty when it can be made. */
export function fieldProblems(metadata: FieldMetadata): readonly string[] {
  const { type = '' } = metadata
  if (metadata.label === undefined) return [needs('label', type)]
  if (TYPES[type] === undefined) return [`Unknown field type: ${type}`]
  const problems: string[] = []
  const require = (name: keyof FieldMetadata): void => {
    if (metadata[name] === undefined) problems.push(needs(name, type))
  }
  const within = (
    name: 'length' | 'precision' | 'visibleLines',
    least: number,
    most: number,
  ): void => {
    const value = metadata[name]
    if (value !== undefined && (value < least || value > most)) {
      problems.push(
        `${name} must be between ${least} and ${most} for a CustomField of type ${type}`,
      )
    }
  }
  if (type === 'Text' || type === 'LongTextArea' || type === 'Html') require('length')
  if (type === 'Text') within('length', 1, 255)
  if (type === 'LongTextArea' || type === 'Html') {
    require('visibleLines')
    within('length', 256, 131_072)
  }
  if (type === 'TextArea' && metadata.length !== undefined) {
    problems.push("Can not specify 'length' for a CustomField of type TextArea")
  }
  if (type === 'Number' || type === 'Currency' || type === 'Percent') {
    require('precision')
    require('scale')
    within('precision', 1, 18)
    if ((metadata.scale ?? 0) > (metadata.precision ?? 18)) {
      problems.push('Scale must be less than or equal to precision')
    }
  }
  if (type === 'Picklist' || type === 'MultiselectPicklist') require('valueSet')
  if (type === 'MultiselectPicklist') {
    require('visibleLines')
    within('visibleLines', 3, 10)
  }
  if (type === 'Checkbox') require('defaultValue')
  return problems
}

/** The field as records and describe know it. */
export function toFieldDef(name: string, metadata: FieldMetadata): FieldDef {
  const { type = 'Text' } = metadata
  const values = metadata.valueSet?.valueSetDefinition?.value.map(({ fullName }) => fullName) ?? []
  return field(name, TYPES[type] ?? 'string', {
    label: metadata.label ?? name,
    length: lengthOf(type, metadata),
    precision: metadata.precision ?? 0,
    scale: metadata.scale ?? 0,
    values,
    restricted: metadata.valueSet?.restricted ?? false,
    // SOQL cannot filter long and rich text (SOQL Reference, "WHERE").
    filterable: type !== 'LongTextArea' && type !== 'Html',
    required: metadata.required ?? false,
    description: metadata.description,
    helpText: metadata.inlineHelpText,
  })
}

function lengthOf(type: string, metadata: FieldMetadata): number {
  if (type === 'TextArea' || type === 'Picklist') return 255
  if (type === 'MultiselectPicklist') return 4099
  if (type === 'Email') return 80
  if (type === 'Phone') return 40
  if (type === 'Url') return 255
  return metadata.length ?? 0
}
