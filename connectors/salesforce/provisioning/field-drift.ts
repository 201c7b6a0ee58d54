import { z } from 'zod'
import type { ProvisionChange } from '#src/connector-port.ts'
import { PermanentError } from '#src/errors.ts'
import { labelOf, toMetadata } from './field-metadata.ts'
import type { Metadata } from './metadata-api.ts'
import { type FieldDefinition, RETIRED_VALUES } from './properties.ts'

const Value = z.looseObject({
  fullName: z.string(),
  label: z.string().nullish(),
  isActive: z.boolean().nullish(),
})
type Value = z.infer<typeof Value>

/** A field as readMetadata shows it, or as our definitions want it. */
const Field = z.looseObject({
  type: z.string().nullish(),
  length: z.number().nullish(),
  valueSet: z
    .looseObject({
      valueSetDefinition: z.looseObject({ value: z.array(Value) }).nullish(),
    })
    .nullish(),
})

export interface FieldDrift {
  /** What to send so that the field is as it should be. */
  readonly metadata: Metadata
  readonly changes: readonly ProvisionChange[]
}

/** Compared as they are; what Salesforce does not tell is taken to agree. */
const TRAITS = ['label', 'description', 'inlineHelpText', 'required', 'visibleLines'] as const

/** Chosen by the organisation's admin and sent back as found, or saving would undo it. */
const THEIRS = [
  'businessStatus',
  'securityClassification',
  'complianceGroup',
  'trackHistory',
  'trackFeedHistory',
  'trackTrending',
]

/** What differs between a field of ours and the field of that name. Throws when it is another type. */
export function fieldDrift(definition: FieldDefinition, existing: Metadata): FieldDrift {
  const ours = toMetadata(definition)
  const [is, wanted] = [Field.parse(existing), Field.parse(ours)]
  if (is.type !== undefined && is.type !== null && is.type !== wanted.type) {
    throw conflict(definition.name, is.type, String(wanted.type))
  }
  const values = mergeValues(retire(definition, valuesOf(is)), valuesOf(wanted))
  const length = Math.max(is.length ?? 0, wanted.length ?? 0)
  const kept = THEIRS.filter((name) => (existing[name] ?? null) !== null)
  return {
    metadata: {
      ...ours,
      ...Object.fromEntries(kept.map((name) => [name, existing[name]])),
      // Never shorter: an admin may have made room, and shortening loses text.
      ...(length > 0 && { length }),
      ...(values.length > 0 && { valueSet: withValues(ours, values) }),
    },
    changes: [
      ...TRAITS.flatMap((what) => changeOf(what, existing[what], ours[what])),
      ...changeOf('length', is.length, length === 0 ? undefined : length),
      ...valueChanges(valuesOf(is), values),
    ],
  }
}

function changeOf(what: string, from: unknown, to: unknown): ProvisionChange[] {
  if (to === undefined || from === undefined || from === null || from === to) return []
  return [{ what, from: textOf(from), to: textOf(to) }]
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value)
}

function valuesOf({ valueSet }: z.infer<typeof Field>): readonly Value[] {
  return valueSet?.valueSetDefinition?.value ?? []
}

/** Labels have to differ, also of values nobody can choose any more. */
function retire({ name }: FieldDefinition, existing: readonly Value[]): readonly Value[] {
  const retired = RETIRED_VALUES[name]
  return existing.map((value) => {
    const successor = retired?.get(value.fullName)
    if (successor === undefined) return value
    return { ...value, label: `${labelOf(successor)} (former)`, isActive: false }
  })
}

/** Ours first, in our order and in use, with the colour somebody gave them; then whatever was added. */
function mergeValues(existing: readonly Value[], wanted: readonly Value[]): readonly Value[] {
  const present = new Map(existing.map((value) => [value.fullName, value]))
  const own = new Set(wanted.map(({ fullName }) => fullName))
  const ours = wanted.map((value) => {
    const found = present.get(value.fullName)
    return { ...found, ...value, ...(found?.isActive === false && { isActive: true }) }
  })
  return [...ours, ...existing.filter(({ fullName }) => !own.has(fullName))]
}

function withValues(ours: Metadata, value: readonly Value[]): Metadata {
  const valueSet = z.looseObject({ restricted: z.boolean() }).parse(ours['valueSet'])
  return { restricted: valueSet.restricted, valueSetDefinition: { sorted: false, value } }
}

function valueChanges(from: readonly Value[], to: readonly Value[]): ProvisionChange[] {
  const [before, after] = [from.map(valueText).join(', '), to.map(valueText).join(', ')]
  return before === after ? [] : [{ what: 'values', from: before, to: after }]
}

function valueText({ fullName, label, isActive }: Value): string {
  return `${fullName} "${label ?? fullName}"${isActive === false ? ' (inactive)' : ''}`
}

function conflict(name: string, is: string, wanted: string): PermanentError {
  return new PermanentError(
    'salesforce-field-conflict',
    `Field ${name} exists with type ${is} instead of ${wanted}.`,
    'In Salesforce, delete the field in Setup, Object Manager, Fields & Relationships, then provision again.',
  )
}
