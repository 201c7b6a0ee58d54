import { checkbox, field, lookup, picklist, readOnly, text } from './field.ts'
import { type ObjectDef, object } from './object.ts'

const SETUP = { setup: true }
const REQUIRED = { required: true }

const organization = (): ObjectDef =>
  object(
    'Organization',
    '00D',
    [
      text('Name', 80),
      text('OrganizationType', 40),
      text('InstanceName', 5),
      checkbox('IsSandbox'),
      text('TimeZoneSidKey', 40),
      text('NamespacePrefix', 15),
    ].map(readOnly),
    { ...SETUP, createable: false },
  )

const user = (): ObjectDef =>
  object(
    'User',
    '005',
    [
      text('Username', 80),
      text('FirstName', 40),
      text('LastName', 80),
      readOnly(text('Name', 121)),
      field('Email', 'email', { length: 128 }),
      checkbox('IsActive'),
      picklist('UserType', ['Standard']),
      text('TimeZoneSidKey', 40),
    ],
    { ...SETUP, createable: false },
  )

/** System permissions this org knows; PermissionSet has a checkbox for each. */
export const USER_PERMISSIONS = [
  'ActivitiesAccess',
  'ApiEnabled',
  'ViewAllData',
  'ViewSetup',
] as const

/** What may be done with records of an object, each a checkbox of ObjectPermissions. */
export const RECORD_PERMISSIONS = {
  allowRead: 'PermissionsRead',
  allowCreate: 'PermissionsCreate',
  allowEdit: 'PermissionsEdit',
  allowDelete: 'PermissionsDelete',
  viewAllRecords: 'PermissionsViewAllRecords',
  modifyAllRecords: 'PermissionsModifyAllRecords',
} as const

const permissionSet = (): ObjectDef =>
  object(
    'PermissionSet',
    '0PS',
    [
      text('Name', 80, REQUIRED),
      text('Label', 80, REQUIRED),
      text('Description', 255),
      text('NamespacePrefix', 15, { createable: false, updateable: false }),
      readOnly(checkbox('IsOwnedByProfile')),
      ...USER_PERMISSIONS.map((name) => checkbox(`Permissions${name}`)),
    ],
    SETUP,
  )

const permissionSetAssignment = (): ObjectDef =>
  object(
    'PermissionSetAssignment',
    '0Pa',
    [
      lookup('PermissionSetId', ['PermissionSet'], { required: true, updateable: false }),
      lookup('AssigneeId', ['User'], { required: true, updateable: false }),
    ],
    SETUP,
  )

const fieldPermissions = (): ObjectDef =>
  object(
    'FieldPermissions',
    '01k',
    [
      lookup('ParentId', ['PermissionSet'], { required: true, updateable: false }),
      text('SobjectType', 40, { required: true, updateable: false }),
      text('Field', 240, { required: true, updateable: false }),
      checkbox('PermissionsRead'),
      checkbox('PermissionsEdit'),
    ],
    SETUP,
  )

const objectPermissions = (): ObjectDef =>
  object(
    'ObjectPermissions',
    '110',
    [
      lookup('ParentId', ['PermissionSet'], { required: true, updateable: false }),
      text('SobjectType', 40, { required: true, updateable: false }),
      ...Object.values(RECORD_PERMISSIONS).map((name) => checkbox(name)),
    ],
    SETUP,
  )

/** The objects that say who may see what, and the org itself. */
export const setupObjects = (): readonly ObjectDef[] => [
  organization(),
  user(),
  permissionSet(),
  permissionSetAssignment(),
  fieldPermissions(),
  objectPermissions(),
]
