import type { ProvisionChange, ProvisionStep } from '#src/connector-port.ts'
import { PermanentError } from '#src/errors.ts'
import { PROPERTY_GROUP, type PropertyDefinition, RETIRED_OPTIONS } from './properties.ts'

export interface ExistingProperty {
  readonly name: string
  readonly type: string
  readonly label?: string | null | undefined
  readonly description?: string | null | undefined
  readonly fieldType?: string | null | undefined
  readonly groupName?: string | null | undefined
  readonly hidden?: boolean | null | undefined
  readonly formField?: boolean | null | undefined
  readonly options?: readonly ExistingOption[] | null | undefined
}

interface ExistingOption {
  readonly value: string
  readonly label: string
  readonly displayOrder?: number | null | undefined
  readonly hidden?: boolean | null | undefined
}

/** What a property of ours must be, whoever changed it in the portal's settings. */
export interface PropertyChange {
  readonly label: string
  readonly description: string
  readonly fieldType: string
  readonly groupName: string
  readonly hidden: false
  readonly formField: false
  readonly options?: readonly ExistingOption[]
}

export interface PropertyPlan {
  readonly definition: PropertyDefinition
  readonly action: ProvisionStep['action']
  /** What to send when an existing property differs. */
  readonly change: PropertyChange | undefined
  /** The same for people to read. */
  readonly changes: readonly ProvisionChange[]
  /** Internal values an existing property lacks. */
  readonly newOptions: readonly string[]
}

/** Compares what should be with what is; throws when a property of ours exists as something else. */
export function planProperties(
  wanted: readonly PropertyDefinition[],
  existing: readonly ExistingProperty[],
): PropertyPlan[] {
  const byName = new Map(existing.map((property) => [property.name, property]))
  return wanted.map((definition) => planProperty(definition, byName.get(definition.name)))
}

function planProperty(
  definition: PropertyDefinition,
  existing: ExistingProperty | undefined,
): PropertyPlan {
  if (existing === undefined) {
    return { definition, action: 'create', change: undefined, changes: [], newOptions: [] }
  }
  if (existing.type !== definition.type) {
    throw new PermanentError(
      'hubspot-property-conflict',
      `Property ${definition.name} exists with type ${existing.type} instead of ${definition.type}`,
      'Archive the property in HubSpot, then provision again.',
    )
  }
  const options = optionsOf(definition, existing)
  const change = changeOf(definition, options.all)
  const changes = [...traitChanges(existing, change), ...optionChanges(existing, options.all)]
  const newOptions = options.added.map(({ value }) => value)
  if (changes.length === 0) {
    return { definition, action: 'keep', change: undefined, changes, newOptions }
  }
  return { definition, action: 'update', change, changes, newOptions }
}

function changeOf(
  { label, description, fieldType, options }: PropertyDefinition,
  all: readonly ExistingOption[],
): PropertyChange {
  const groupName = PROPERTY_GROUP.name
  const traits = {
    label,
    description,
    fieldType,
    groupName,
    hidden: false,
    formField: false,
  } as const
  return options.length > 0 ? { ...traits, options: all } : traits
}

const TRAITS = ['label', 'description', 'fieldType', 'groupName', 'hidden', 'formField'] as const

/** A server that does not tell is taken to agree; otherwise every run would update. */
function traitChanges(existing: ExistingProperty, wanted: PropertyChange): ProvisionChange[] {
  return TRAITS.flatMap((what) => {
    const from = existing[what] ?? wanted[what]
    return from === wanted[what] ? [] : [{ what, from: String(from), to: String(wanted[what]) }]
  })
}

function optionChanges(
  existing: ExistingProperty,
  wanted: readonly ExistingOption[],
): ProvisionChange[] {
  const present = inOrder(existing.options ?? [])
  const from = present.map(optionText).join(', ')
  const to = inOrder(wanted).map(optionText).join(', ')
  return from === to || wanted.length === 0 ? [] : [{ what: 'options', from, to }]
}

function optionText({ value, label, hidden }: ExistingOption): string {
  return `${value} "${label}"${hidden === true ? ' (hidden)' : ''}`
}

/** As reps see them; those without a place of their own stay where they stand. */
function inOrder(options: readonly ExistingOption[]): readonly ExistingOption[] {
  const placeOf = ({ displayOrder }: ExistingOption, index: number): number => {
    return displayOrder === undefined || displayOrder === null || displayOrder < 0
      ? index
      : displayOrder
  }
  return options
    .map((option, index) => ({ option, place: placeOf(option, index) }))
    .toSorted((one, other) => one.place - other.place)
    .map(({ option }) => option)
}

/**
 * Ours with our labels, shown and in our order, after them whatever the portal added; what we no longer
 * write is hidden. An option has no colour in the properties API (HubSpot's OptionInput), so none is set.
 */
function optionsOf(
  definition: PropertyDefinition,
  existing: ExistingProperty,
): { all: ExistingOption[]; added: ExistingOption[] } {
  const present = new Map((existing.options ?? []).map((option) => [option.value, option]))
  const ours = definition.options.map((option, displayOrder) => ({
    ...present.get(option.value),
    ...option,
    hidden: false,
    displayOrder,
  }))
  const own = new Set(ours.map(({ value }) => value))
  const retired = new Map(
    (RETIRED_OPTIONS[definition.name] ?? []).map((option) => [option.value, option]),
  )
  const theirs = inOrder([...present.values()]).filter(({ value }) => !own.has(value))
  return {
    all: [
      ...ours,
      ...theirs.map((option, index) => ({
        ...option,
        hidden: retired.has(option.value) || (option.hidden ?? false),
        label: retired.get(option.value)?.label ?? option.label,
        displayOrder: ours.length + index,
      })),
    ],
    added: ours.filter(({ value }) => !present.has(value)),
  }
}
