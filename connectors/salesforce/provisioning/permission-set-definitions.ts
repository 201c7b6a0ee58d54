import { RECORD_OBJECTS, SOBJECTS } from '../schema/sobjects.ts'
import { FEEDBACK_FIELD, ownFieldNames, standardFieldNames } from './permission-set-fields.ts'

export interface FieldPermission {
  /** `Lead.Leadwell_Score__c` */
  readonly field: string
  readonly readable: boolean
  readonly editable: boolean
}

export interface ObjectPermission {
  readonly object: string
  readonly allowRead: boolean
  readonly allowCreate: boolean
  readonly allowEdit: boolean
  readonly allowDelete: boolean
  readonly viewAllRecords: boolean
  readonly modifyAllRecords: boolean
}

/** A permission set in Metadata API terms (Metadata API guide, "PermissionSet"). */
export interface PermissionSetDefinition {
  readonly fullName: string
  readonly label: string
  readonly description: string
  readonly fieldPermissions: readonly FieldPermission[]
  readonly objectPermissions: readonly ObjectPermission[]
  /** API names of system permissions. */
  readonly userPermissions: readonly string[]
}

export const INTEGRATION_SET = 'Leadwell_Integration'
const REPS_SET = 'Leadwell_Reps'

const isFeedback = (field: string): boolean => field.endsWith(`.${FEEDBACK_FIELD}`)

const PEOPLE = new Set(RECORD_OBJECTS.map((object) => SOBJECTS[object]))

const readAll = (object: string, allowEdit = false): ObjectPermission => ({
  object,
  allowRead: true,
  allowCreate: false,
  allowEdit,
  allowDelete: false,
  // Sharing would hide records at random, and with them who opted out.
  viewAllRecords: true,
  modifyAllRecords: false,
})

/** For the user Leadwell connects as: reads what is scored, writes the fields of ours and no other. */
const INTEGRATION: PermissionSetDefinition = {
  fullName: INTEGRATION_SET,
  label: 'Leadwell Integration',
  description: 'Lets the user Leadwell connects as read what it scores and write its own fields.',
  fieldPermissions: [
    ...ownFieldNames().map((field) => ({ field, readable: true, editable: !isFeedback(field) })),
    ...standardFieldNames().map((field) => ({ field, readable: true, editable: false })),
  ],
  objectPermissions: [
    readAll('Account', true),
    readAll('Campaign'),
    readAll('Contact', true),
    readAll('Lead', true),
    readAll('Opportunity'),
  ],
  userPermissions: ['ActivitiesAccess', 'ApiEnabled', 'ViewSetup'],
}

/** For people: everything of ours to read, the feedback to set. Records are shared as they were. */
const REPS: PermissionSetDefinition = {
  fullName: REPS_SET,
  label: 'Leadwell Reps',
  description: "Shows Leadwell's fields; only Leadwell Feedback can be edited.",
  fieldPermissions: ownFieldNames().map((field) => ({
    field,
    readable: true,
    editable: isFeedback(field),
  })),
  objectPermissions: [],
  userPermissions: [],
}

export const PERMISSION_SETS: readonly PermissionSetDefinition[] = [INTEGRATION, REPS]

/** What we cannot do without, where an organisation lacks a standard object or field of the rest. */
export function essentialsOf(set: PermissionSetDefinition): PermissionSetDefinition {
  const own = new Set(ownFieldNames())
  return {
    ...set,
    fieldPermissions: set.fieldPermissions.filter(({ field }) => own.has(field)),
    objectPermissions: set.objectPermissions.filter(({ object }) => PEOPLE.has(object)),
    userPermissions: set.userPermissions.filter((name) => name === 'ApiEnabled'),
  }
}

/** As the Metadata API and source files take it. */
export function toPermissionMetadata(
  set: PermissionSetDefinition,
): Readonly<Record<string, unknown>> {
  const { label, description, fieldPermissions, objectPermissions, userPermissions } = set
  return {
    description,
    fieldPermissions,
    hasActivationRequired: false,
    label,
    objectPermissions,
    userPermissions: userPermissions.map((name) => ({ enabled: true, name })),
  }
}
