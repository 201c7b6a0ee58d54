import { z } from 'zod'
import type { ObjectType } from '#sandbox/hubspot/portal/object-types.ts'
import {
  FIELD_TYPES,
  type PropertyDefinition,
  type PropertyOption,
} from '#sandbox/hubspot/portal/property-definition.ts'
import { invalid, Refusal } from '#sandbox/hubspot/portal/refusal.ts'
import type { ApiContext } from './api-context.ts'

const Option = z.object({
  label: z.string(),
  value: z.string(),
  displayOrder: z.number().int().optional(),
  hidden: z.boolean().optional(),
  description: z.string().optional(),
})

const TYPES = [
  'bool',
  'date',
  'datetime',
  'enumeration',
  'number',
  'phone_number',
  'string',
] as const

const Changeable = z.object({
  label: z.string(),
  description: z.string(),
  groupName: z.string(),
  type: z.enum(TYPES),
  fieldType: z.string(),
  options: z.array(Option),
  displayOrder: z.number().int(),
  hidden: z.boolean(),
  formField: z.boolean(),
})

export const PropertyCreate = Changeable.partial()
  .required({ label: true, groupName: true, type: true, fieldType: true })
  .extend({
    name: z.string(),
    hasUniqueValue: z.boolean().optional(),
    dataSensitivity: z.enum(['non_sensitive', 'sensitive', 'highly_sensitive']).optional(),
    sensitiveDataCategories: z.array(z.string()).optional(),
  })
export type PropertyCreate = z.infer<typeof PropertyCreate>

/** Name, uniqueness and sensitivity are fixed at creation: other keys are dropped unread. */
export const PropertyChange = Changeable.partial()
export type PropertyChange = z.infer<typeof PropertyChange>

const NAME = /^[a-z][a-z0-9_]{0,99}$/

/** Checks a creation as HubSpot does: 409 for a taken name, 400 for everything else. */
export function newProperty(
  { state, now }: Pick<ApiContext, 'state' | 'now'>,
  type: ObjectType,
  { name, options = [], ...asked }: PropertyCreate,
): PropertyDefinition {
  if (!NAME.test(name) || name.startsWith('hs_')) {
    throw invalid(`Property name "${name}" is not valid`, {
      subCategory: 'Properties.INVALID_NAME',
    })
  }
  const known = state.properties(type).get(name)
  if (known !== undefined && !known.archived) {
    throw new Refusal(409, `A property named '${name}' already exists.`, {
      category: 'OBJECT_ALREADY_EXISTS',
      subCategory: 'Properties.PROPERTY_EXISTS',
    })
  }
  const property: PropertyDefinition = {
    name,
    label: asked.label,
    description: asked.description ?? '',
    groupName: asked.groupName,
    type: asked.type,
    fieldType: asked.fieldType,
    options: readOptions(options),
    displayOrder: asked.displayOrder ?? -1,
    calculated: false,
    hasUniqueValue: asked.hasUniqueValue ?? false,
    hidden: asked.hidden ?? false,
    formField: asked.formField ?? false,
    hubspotDefined: false,
    readOnlyValue: false,
    dataSensitivity: asked.dataSensitivity ?? 'non_sensitive',
    sensitiveDataCategories: asked.sensitiveDataCategories ?? [],
    archived: false,
    createdAt: now(),
    updatedAt: now(),
  }
  checkDefinition(state, type, property)
  return property
}

export function changedProperty(
  { state, now }: Pick<ApiContext, 'state' | 'now'>,
  type: ObjectType,
  known: PropertyDefinition,
  { options, ...asked }: PropertyChange,
): PropertyDefinition {
  if (known.hubspotDefined) {
    throw invalid(`${known.name} is defined by HubSpot and cannot be changed`)
  }
  const given = Object.fromEntries(Object.entries(asked).filter(([, value]) => value !== undefined))
  const property: PropertyDefinition = {
    ...known,
    ...given,
    options: options === undefined ? known.options : readOptions(options),
    updatedAt: now(),
  }
  checkDefinition(state, type, property)
  return property
}

function checkDefinition(
  state: ApiContext['state'],
  type: ObjectType,
  property: PropertyDefinition,
): void {
  if (!FIELD_TYPES[property.type].includes(property.fieldType)) {
    const message = `fieldType ${property.fieldType} is not allowed for type ${property.type}`
    throw invalid(message, { subCategory: 'Properties.INVALID_FIELD_TYPE' })
  }
  if (state.groups(type).get(property.groupName)?.archived !== false) {
    const message = `Property group ${property.groupName} does not exist`
    throw invalid(message, { subCategory: 'Properties.GROUP_NOT_FOUND' })
  }
  const values = property.options.map(({ value }) => value)
  if (new Set(values).size !== values.length) {
    throw invalid('Option values must be unique', { subCategory: 'Properties.INVALID_OPTIONS' })
  }
  const labels = property.options.map(({ label }) => label)
  if (new Set(labels).size !== labels.length) {
    throw invalid('Option labels must be unique', { subCategory: 'Properties.INVALID_OPTIONS' })
  }
  if (property.type === 'bool' && [...values].sort().join() !== 'false,true') {
    throw invalid('A bool property needs exactly the options true and false', {
      subCategory: 'Properties.INVALID_OPTIONS',
    })
  }
}

function readOptions(options: readonly z.infer<typeof Option>[]): PropertyOption[] {
  return options.map(({ label, value, displayOrder, hidden, description }, at) => ({
    label,
    value,
    displayOrder: displayOrder ?? at,
    hidden: hidden ?? false,
    ...(description !== undefined && { description }),
  }))
}
