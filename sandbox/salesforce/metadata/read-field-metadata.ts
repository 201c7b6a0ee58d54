import { z } from 'zod'
import { type Choice, type FieldDef, type FieldType, field } from '../schema/field.ts'

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
    .object({
      value: list(
        z.object({
          fullName: text,
          label: text.optional(),
          isActive: flag.optional(),
          color: text.optional(),
        }),
      ),
    })
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

type Sized = 'length' | 'precision' | 'visibleLines'

/** What a type must say, by the Metadata API guide, "CustomField" and "Metadata Field Types". */
const REQUIRED: Readonly<Record<string, readonly (keyof FieldMetadata)[]>> = {
  Text: ['length'],
  LongTextArea: ['length', 'visibleLines'],
  Html: ['length', 'visibleLines'],
  Number: ['precision', 'scale'],
  Currency: ['precision', 'scale'],
  Percent: ['precision', 'scale'],
  Picklist: ['valueSet'],
  MultiselectPicklist: ['valueSet', 'visibleLines'],
  Checkbox: ['defaultValue'],
}

const LONG_TEXT = { length: [256, 131_072] } as const
const NUMERIC = { precision: [1, 18] } as const
const RANGES: Readonly<
  Record<string, Readonly<Partial<Record<Sized, readonly [number, number]>>>>
> = {
  Text: { length: [1, 255] },
  LongTextArea: LONG_TEXT,
  Html: LONG_TEXT,
  Number: NUMERIC,
  Currency: NUMERIC,
  Percent: NUMERIC,
  MultiselectPicklist: { visibleLines: [3, 10] },
}

/** What is wrong with a field; `undefined` when it can be made. */
export function fieldProblem(metadata: FieldMetadata): string | undefined {
  const { type = '', scale = 0, precision = 18 } = metadata
  if (TYPES[type] === undefined) return `Unknown field type: ${type}`
  const absent = (['label', ...(REQUIRED[type] ?? [])] as const).find(
    (name) => metadata[name] === undefined,
  )
  if (absent !== undefined) return `Must specify '${absent}' for a CustomField of type ${type}`
  if (type === 'TextArea' && metadata.length !== undefined) {
    return `Can not specify 'length' for a CustomField of type ${type}`
  }
  if (scale > precision) return 'Scale must be less than or equal to precision'
  return rangeProblem(type, metadata)
}

function rangeProblem(type: string, metadata: FieldMetadata): string | undefined {
  for (const name of ['length', 'precision', 'visibleLines'] as const) {
    const [least, most] = RANGES[type]?.[name] ?? [0, Number.POSITIVE_INFINITY]
    const value = metadata[name] ?? least
    if (value < least || value > most) {
      return `${name} must be between ${least} and ${most} for a CustomField of type ${type}`
    }
  }
  return undefined
}

/** The field as records and describe know it; `before` where one of that name is changed. */
export function toFieldDef(name: string, metadata: FieldMetadata, before?: FieldDef): FieldDef {
  const { type = 'Text' } = metadata
  const choices = choicesOf(metadata, before)
  const values = choices.filter(({ isActive }) => isActive).map(({ fullName }) => fullName)
  return field(name, TYPES[type] ?? 'string', {
    label: metadata.label ?? name,
    length: lengthOf(type, metadata),
    precision: metadata.precision ?? 0,
    scale: metadata.scale ?? 0,
    values,
    choices,
    visibleLines: metadata.visibleLines ?? 0,
    restricted: metadata.valueSet?.restricted ?? false,
    // SOQL cannot filter long and rich text (SOQL Reference, "WHERE").
    filterable: type !== 'LongTextArea' && type !== 'Html',
    required: metadata.required ?? false,
    description: metadata.description,
    helpText: metadata.inlineHelpText,
  })
}

/** Values left out of an update are not lost but no longer offered (Metadata API guide, "ValueSet"). */
function choicesOf(metadata: FieldMetadata, before: FieldDef | undefined): readonly Choice[] {
  const given = (metadata.valueSet?.valueSetDefinition?.value ?? []).map(
    ({ fullName, label = fullName, isActive = true, color }) => ({
      fullName,
      label,
      isActive,
      color,
    }),
  )
  const kept = new Set(given.map(({ fullName }) => fullName))
  const left = (before?.choices ?? []).filter(({ fullName }) => !kept.has(fullName))
  return [...given, ...left.map((choice) => ({ ...choice, isActive: false }))]
}

function lengthOf(type: string, metadata: FieldMetadata): number {
  if (type === 'TextArea' || type === 'Picklist') return 255
  if (type === 'MultiselectPicklist') return 4099
  if (type === 'Email') return 80
  if (type === 'Phone') return 40
  if (type === 'Url') return 255
  return metadata.length ?? 0
}
