import { PermanentError } from '#src/errors.ts'
import type { ProvisionStep } from '#src/ports.ts'
import type { PropertyDefinition } from './properties.ts'

export interface ExistingProperty {
  readonly name: string
  readonly type: string
  readonly label?: string | null | undefined
  readonly description?: string | null | undefined
  readonly options?: readonly ExistingOption[] | null | undefined
}

interface ExistingOption {
  readonly value: string
  readonly label: string
  readonly displayOrder?: number | null | undefined
  readonly hidden?: boolean | null | undefined
}

export interface PropertyChange {
  readonly label: string
  readonly description: string
  readonly options?: readonly ExistingOption[]
}

export interface PropertyPlan {
  readonly definition: PropertyDefinition
  readonly action: ProvisionStep['action']
  /** What to send when an existing property differs. */
  readonly change: PropertyChange | undefined
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
    return { definition, action: 'create', change: undefined, newOptions: [] }
  }
  if (existing.type !== definition.type) {
    throw new PermanentError(
      'hubspot-property-conflict',
      `Property ${definition.name} exists with type ${existing.type} instead of ${definition.type}`,
      'Archive the property in HubSpot, then provision again.',
    )
  }
  const options = optionsOf(definition, existing)
  const newOptions = options.added.map(({ value }) => value)
  const same =
    matches(existing.label, definition.label) &&
    matches(existing.description, definition.description) &&
    newOptions.length === 0 &&
    !options.relabelled
  if (same) return { definition, action: 'keep', change: undefined, newOptions }
  const { label, description } = definition
  const withOptions = definition.options.length > 0 && { options: options.all }
  return {
    definition,
    action: 'update',
    change: { label, description, ...withOptions },
    newOptions,
  }
}

/** Ours with our labels, in our order, after them whatever the portal added. */
function optionsOf(
  definition: PropertyDefinition,
  existing: ExistingProperty,
): { all: ExistingOption[]; added: ExistingOption[]; relabelled: boolean } {
  const present = new Map((existing.options ?? []).map((option) => [option.value, option]))
  const ours = definition.options.map((option, displayOrder) => ({
    hidden: false,
    ...present.get(option.value),
    ...option,
    displayOrder,
  }))
  const own = new Set(ours.map(({ value }) => value))
  const theirs = [...present.values()].filter(({ value }) => !own.has(value))
  return {
    all: [
      ...ours,
      ...theirs.map((option, index) => ({ ...option, displayOrder: ours.length + index })),
    ],
    added: ours.filter(({ value }) => !present.has(value)),
    relabelled: ours.some(({ value, label }) => !matches(present.get(value)?.label, label)),
  }
}

/** A server that does not tell is taken to agree; otherwise every run would update. */
function matches(existing: string | null | undefined, wanted: string): boolean {
  return existing === undefined || existing === null || existing === wanted
}
