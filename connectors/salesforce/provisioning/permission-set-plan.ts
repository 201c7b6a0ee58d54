import { z } from 'zod'
import type { ProvisionChange, ProvisionStep } from '#src/connector-port.ts'
import type { Component, Metadata } from './metadata-api.ts'
import {
  type FieldPermission,
  type ObjectPermission,
  type PermissionSetDefinition,
  toPermissionMetadata,
} from './permission-set-definitions.ts'
import { ownFieldNames } from './permission-set-fields.ts'

export type PermissionSetComponent = Component & {
  readonly fieldPermissions: readonly FieldPermission[]
}

export interface PlannedSet {
  readonly definition: PermissionSetDefinition
  readonly existing: Metadata | undefined
  readonly action: ProvisionStep['action']
  readonly changes: readonly ProvisionChange[]
  readonly component: PermissionSetComponent
}

const Existing = z.looseObject({
  fieldPermissions: z
    .array(z.object({ field: z.string(), readable: z.boolean(), editable: z.boolean() }))
    .default([]),
  objectPermissions: z
    .array(
      z.looseObject({
        object: z.string(),
        allowRead: z.boolean().default(false),
        allowCreate: z.boolean().default(false),
        allowEdit: z.boolean().default(false),
        allowDelete: z.boolean().default(false),
        viewAllRecords: z.boolean().default(false),
        modifyAllRecords: z.boolean().default(false),
      }),
    )
    .default([]),
  userPermissions: z.array(z.object({ name: z.string(), enabled: z.boolean() })).default([]),
})

const FLAGS = [
  ['allowRead', 'read'],
  ['allowCreate', 'create'],
  ['allowEdit', 'edit'],
  ['allowDelete', 'delete'],
  ['viewAllRecords', 'view all'],
  ['modifyAllRecords', 'modify all'],
] as const
const OWN = new Set(ownFieldNames())

/**
 * Saving a permission set replaces what it held (since API 40), so that whatever the admin added goes
 * back with it. Fields of ours are set right; of everything else only what we need is added.
 */
export function planPermissionSet(
  definition: PermissionSetDefinition,
  existing: Metadata | undefined,
): PlannedSet {
  const { fullName, label, description } = definition
  if (existing === undefined) {
    const { fieldPermissions } = definition
    const component = { ...toPermissionMetadata(definition), fullName, fieldPermissions }
    return { definition, existing, action: 'create', changes: [], component }
  }
  const is = Existing.parse(existing)
  const fields = mergeBy(is.fieldPermissions, definition.fieldPermissions, fieldOf, mergeField)
  const objects = mergeBy(is.objectPermissions, definition.objectPermissions, objectOf, mergeObject)
  const wantedUsers = definition.userPermissions.map((name) => ({ name, enabled: true }))
  const users = mergeBy(is.userPermissions, wantedUsers, nameOf, (_, wanted) => wanted)
  const changes = [
    ...difference(is.fieldPermissions, fields, fieldOf, fieldText),
    ...difference(is.objectPermissions, objects, objectOf, objectText),
    ...difference(is.userPermissions, users, nameOf, ({ enabled }) => (enabled ? 'yes' : 'no')),
  ]
  const component: PermissionSetComponent = {
    ...filled(existing),
    fullName,
    label,
    description,
    fieldPermissions: fields,
    objectPermissions: objects,
    userPermissions: users,
  }
  return {
    definition,
    existing,
    action: changes.length > 0 ? 'update' : 'keep',
    changes,
    component,
  }
}

const fieldOf = ({ field }: FieldPermission): string => field
const objectOf = ({ object }: ObjectPermission): string => object
const nameOf = ({ name }: { readonly name: string }): string => name

function mergeField(is: FieldPermission | undefined, wanted: FieldPermission): FieldPermission {
  if (OWN.has(wanted.field)) return wanted
  return { ...wanted, editable: wanted.editable || is?.editable === true }
}

function mergeObject(is: ObjectPermission | undefined, wanted: ObjectPermission): ObjectPermission {
  if (is === undefined) return wanted
  const flags = FLAGS.map(([flag]) => [flag, is[flag] || wanted[flag]] as const)
  return { ...is, ...Object.fromEntries(flags) }
}

function fieldText({ readable, editable }: FieldPermission): string {
  if (editable) return 'read and edit'
  return readable ? 'read' : 'hidden'
}

function objectText(permission: ObjectPermission): string {
  return FLAGS.filter(([flag]) => permission[flag])
    .map(([, word]) => word)
    .join(', ')
}

/** What is there, each as it should be, and behind it what is missing. */
function mergeBy<T>(
  existing: readonly T[],
  wanted: readonly T[],
  keyOf: (one: T) => string,
  merge: (is: T | undefined, wanted: T) => T,
): readonly T[] {
  const want = new Map(wanted.map((one) => [keyOf(one), one]))
  const have = new Set(existing.map(keyOf))
  return [
    ...existing.map((is) => {
      const one = want.get(keyOf(is))
      return one === undefined ? is : merge(is, one)
    }),
    ...wanted.filter((one) => !have.has(keyOf(one))).map((one) => merge(undefined, one)),
  ]
}

function difference<T>(
  before: readonly T[],
  after: readonly T[],
  keyOf: (one: T) => string,
  textOf: (one: T) => string,
): ProvisionChange[] {
  const was = new Map(before.map((one) => [keyOf(one), textOf(one)]))
  return after.flatMap((one) => {
    const [what, to] = [keyOf(one), textOf(one)]
    const from = was.get(what) ?? 'none'
    return from === to ? [] : [{ what, from, to }]
  })
}

/** Without the empty parts jsforce puts in by the WSDL, and without the attributes of the answer. */
function filled(metadata: Metadata): Metadata {
  return Object.fromEntries(
    Object.entries(metadata).filter(
      ([name, value]) =>
        name !== '$' && value !== null && !(Array.isArray(value) && value.length === 0),
    ),
  )
}
