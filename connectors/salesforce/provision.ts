import type { ProvisionStep } from '#src/connector-port.ts'
import { PermanentError } from '#src/errors.ts'
import type { Log } from '#src/ports.ts'
import { provisionRefused } from './errors.ts'
import { toMetadata } from './field-metadata.ts'
import { readUserId } from './identity.ts'
import { upsertMetadata } from './metadata-api.ts'
import { TOOLING_CUSTOM_FIELD } from './paths.ts'
import {
  assignPermissionSet,
  findPermissionSet,
  PERMISSION_SET,
  type PermissionDeps,
  savePermissionSet,
} from './permission-set.ts'
import { fullNameOf, isUnfinished, type PlannedField, planFields } from './provision-plan.ts'
import { RECORD_OBJECTS } from './sobjects.ts'
import type { SalesforceTransport } from './transport.ts'

export type ProvisionDeps = PermissionDeps & { readonly log: Log }

const TODO =
  'In Salesforce, an admin gives the user Leadwell connects as the permissions "Customize Application", "Modify Metadata Through Metadata API Functions" and "Manage Profiles and Permission Sets" and runs this again; or creates the fields named above, grants read and edit on them in a permission set named "Leadwell Integration" and assigns it to that user.'

/**
 * Creates our fields and the permission set that shows them to us. What is there stays; run twice,
 * the second run only reads. Throws PermanentError `salesforce-provision-refused` naming what is left.
 */
export async function provisionFields(
  deps: ProvisionDeps,
  { dryRun }: { dryRun: boolean },
): Promise<readonly ProvisionStep[]> {
  const plan = await planFields(deps.transport)
  const steps = await stepsOf(deps, plan)
  if (dryRun || !plan.some(isUnfinished)) return steps
  const fieldRefusal = await attempt(() => saveFields(deps, plan))
  const accessRefusal = await attempt(() => grantAccess(deps, plan))
  const left = (await planFields(deps.transport)).filter(isUnfinished)
  if (left.length > 0) {
    const refusals = [fieldRefusal, accessRefusal].filter((refusal) => refusal !== undefined)
    throw provisionRefused(
      [...left.map(fullNameOf), ...refusals.map(({ message }) => message)],
      TODO,
    )
  }
  return steps
}

async function stepsOf(
  { querier }: ProvisionDeps,
  plan: readonly PlannedField[],
): Promise<readonly ProvisionStep[]> {
  const unfinished = plan.filter(isUnfinished)
  const change =
    unfinished.length > 0 && (await findPermissionSet(querier)) === undefined ? 'create' : 'update'
  return RECORD_OBJECTS.flatMap((object) => {
    const fields = plan.filter((planned) => planned.object === object)
    if (fields.length === 0) return []
    const properties = fields.map(
      ({ field, action }): ProvisionStep => ({
        object,
        kind: 'property',
        name: field.name,
        action,
      }),
    )
    const action = fields.some(isUnfinished) ? change : 'keep'
    return [...properties, { object, kind: 'permission', name: PERMISSION_SET, action }]
  })
}

async function saveFields(deps: ProvisionDeps, plan: readonly PlannedField[]): Promise<void> {
  const fields = plan.filter(({ action }) => action !== 'keep')
  const components = fields.map((planned) => ({
    fullName: fullNameOf(planned),
    ...toMetadata(planned.field),
  }))
  try {
    await upsertMetadata(deps.transport, 'CustomField', components)
  } catch (error) {
    if (!(error instanceof PermanentError)) throw error
    deps.log.warn('Metadata API refused, fields go through the Tooling API', { code: error.code })
    for (const planned of fields) await postField(deps.transport, planned)
  }
}

/** A field that is there but hidden from us cannot be created again: that is fine. */
async function postField(transport: SalesforceTransport, planned: PlannedField): Promise<void> {
  const body = { FullName: fullNameOf(planned), Metadata: toMetadata(planned.field) }
  await transport
    .request({ method: 'POST', path: TOOLING_CUSTOM_FIELD, body }, () => undefined)
    .catch((error: unknown) => {
      if (!(error instanceof PermanentError) || error.code !== 'salesforce-exists') throw error
    })
}

async function grantAccess(deps: ProvisionDeps, plan: readonly PlannedField[]): Promise<void> {
  await savePermissionSet(deps, plan.map(fullNameOf))
  await assignPermissionSet(deps, await readUserId(deps.transport))
}

/** A refusal is kept, not thrown: whether it matters shows when the fields are described again. */
async function attempt(work: () => Promise<void>): Promise<PermanentError | undefined> {
  try {
    await work()
    return undefined
  } catch (error) {
    if (error instanceof PermanentError) return error
    throw error
  }
}
