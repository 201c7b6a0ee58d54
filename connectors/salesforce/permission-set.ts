import { z } from 'zod'
import { PermanentError } from '#src/errors.ts'
import type { Component } from './metadata-api.ts'
import { upsertMetadata } from './metadata-api.ts'
import { COLLECTIONS, sobjectPath } from './paths.ts'
import type { Querier } from './query.ts'
import { toLongId } from './record-id.ts'
import { compare, select } from './soql.ts'
import { parseBody, type SalesforceTransport } from './transport.ts'

export const PERMISSION_SET = 'Leadwell_Integration'
const LABEL = 'Leadwell Integration'

const Created = z.object({ id: z.string() })

export interface PermissionDeps {
  readonly transport: SalesforceTransport
  readonly querier: Querier
}

/** `undefined` when it does not exist, or when we may not look. */
export async function findPermissionSet(querier: Querier): Promise<string | undefined> {
  const soql = select({
    fields: ['Id'],
    from: 'PermissionSet',
    where: [compare('Name', '=', PERMISSION_SET)],
  })
  const [outcome] = await querier.outcomes([{ soql }])
  const row = outcome !== undefined && 'rows' in outcome ? outcome.rows[0] : undefined
  return toLongId(row?.['Id'])
}

/**
 * Makes the permission set that shows our fields, all of them each time: saving a permission set
 * replaces what it held. Where the Metadata API is not to be had, the REST objects do the same.
 */
export async function savePermissionSet(
  deps: PermissionDeps,
  fieldNames: readonly string[],
): Promise<void> {
  const component: Component = {
    fullName: PERMISSION_SET,
    label: LABEL,
    description: 'Lets the user Leadwell connects as write its fields.',
    hasActivationRequired: false,
    fieldPermissions: fieldNames.map((field) => ({ editable: true, field, readable: true })),
  }
  try {
    await upsertMetadata(deps.transport, 'PermissionSet', [component])
  } catch (error) {
    if (!(error instanceof PermanentError)) throw error
    await savePermissionRows(deps, fieldNames)
  }
}

/** Gives the set to a user; given already is as good. */
export async function assignPermissionSet(
  { transport, querier }: PermissionDeps,
  userId: string | undefined,
): Promise<void> {
  const setId = await findPermissionSet(querier)
  if (setId === undefined || userId === undefined) {
    throw new PermanentError(
      'salesforce-not-found',
      'No permission set or no user to assign it to.',
    )
  }
  await create(transport, 'PermissionSetAssignment', {
    AssigneeId: userId,
    PermissionSetId: setId,
  }).catch((error: unknown) => {
    if (!(error instanceof PermanentError) || error.code !== 'salesforce-exists') throw error
  })
}

async function savePermissionRows(
  { transport, querier }: PermissionDeps,
  fieldNames: readonly string[],
): Promise<void> {
  const parent =
    (await findPermissionSet(querier)) ??
    (await create(transport, 'PermissionSet', { Name: PERMISSION_SET, Label: LABEL }))
  const soql = select({
    fields: ['Field'],
    from: 'FieldPermissions',
    where: [compare('ParentId', '=', parent)],
  })
  const granted = new Set((await querier.rows({ soql })).map((row) => row['Field']))
  const records = fieldNames
    .filter((name) => !granted.has(name))
    .map((name) => ({
      attributes: { type: 'FieldPermissions' },
      ParentId: parent,
      SobjectType: name.split('.')[0],
      Field: name,
      PermissionsRead: true,
      PermissionsEdit: true,
    }))
  if (records.length === 0) return
  const body = { allOrNone: false, records }
  // What was not granted shows when the fields are described again.
  await transport.request({ method: 'POST', path: COLLECTIONS, body }, () => undefined)
}

async function create(
  transport: SalesforceTransport,
  sobject: string,
  body: Readonly<Record<string, string>>,
): Promise<string> {
  const path = sobjectPath(sobject)
  const { id } = await transport.request({ method: 'POST', path, body }, (answer) =>
    parseBody(Created, answer, `POST ${path}`),
  )
  return id
}
