import { z } from 'zod'
import { PermanentError } from '#src/errors.ts'
import type { Querier } from '../querying/query.ts'
import { compare, select } from '../querying/soql.ts'
import { toLongId } from '../schema/record-id.ts'
import { COLLECTIONS, sobjectPath } from '../transport/paths.ts'
import { parseBody, type SalesforceTransport } from '../transport/transport.ts'
import type { PermissionSetDefinition } from './permission-set-definitions.ts'

const Created = z.object({ id: z.string() })

export interface PermissionDeps {
  readonly transport: SalesforceTransport
  readonly querier: Querier
}

/** `undefined` when it does not exist, or when we may not look. */
export async function findPermissionSet(
  querier: Querier,
  name: string,
): Promise<string | undefined> {
  const soql = select({
    fields: ['Id'],
    from: 'PermissionSet',
    where: [compare('Name', '=', name)],
  })
  const [outcome] = await querier.outcomes([{ soql }])
  const row = outcome !== undefined && 'rows' in outcome ? outcome.rows[0] : undefined
  return toLongId(row?.['Id'])
}

/** Whether the set is given to the user; not so when we may not look. */
export async function isAssigned(
  querier: Querier,
  { name, userId }: { readonly name: string; readonly userId: string },
): Promise<boolean> {
  const soql = select({
    fields: ['Id'],
    from: 'PermissionSetAssignment',
    where: [compare('PermissionSet.Name', '=', name), compare('AssigneeId', '=', userId)],
  })
  const [outcome] = await querier.outcomes([{ soql }])
  return outcome !== undefined && 'rows' in outcome && outcome.rows.length > 0
}

/** Gives the set to a user; given already is as good. */
export async function assignPermissionSet(
  { transport, querier }: PermissionDeps,
  { name, userId }: { readonly name: string; readonly userId: string | undefined },
): Promise<void> {
  const setId = await findPermissionSet(querier, name)
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

/** Where the Metadata API is not to be had, the REST objects carry the permissions on our fields. */
export async function savePermissionRows(
  { transport, querier }: PermissionDeps,
  { fullName, label, fieldPermissions }: PermissionSetDefinition,
): Promise<void> {
  const parent =
    (await findPermissionSet(querier, fullName)) ??
    (await create(transport, 'PermissionSet', { Name: fullName, Label: label }))
  const soql = select({
    fields: ['Field'],
    from: 'FieldPermissions',
    where: [compare('ParentId', '=', parent)],
  })
  const granted = new Set((await querier.rows({ soql })).map((row) => row['Field']))
  const records = fieldPermissions
    .filter(({ field }) => !granted.has(field))
    .map(({ field, readable, editable }) => ({
      attributes: { type: 'FieldPermissions' },
      ParentId: parent,
      SobjectType: field.split('.')[0],
      Field: field,
      PermissionsRead: readable,
      PermissionsEdit: editable,
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
