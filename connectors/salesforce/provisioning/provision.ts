import type { ProvisionStep } from '#src/connector-port.ts'
import { PermanentError } from '#src/errors.ts'
import { readUserId } from '../auth/identity.ts'
import { RECORD_OBJECTS } from '../schema/sobjects.ts'
import { TOOLING_CUSTOM_FIELD } from '../transport/paths.ts'
import type { SalesforceTransport } from '../transport/transport.ts'
import { upsertMetadata } from './metadata-api.ts'
import { type AccessPlan, accessSteps, isAccessUnfinished, planAccess } from './provision-access.ts'
import type { ProvisionDeps, Saved } from './provision-deps.ts'
import { grantAccess } from './provision-grant.ts'
import { MANUAL_STEPS } from './provision-manual.ts'
import { isUnfinished, type PlannedField, planFields } from './provision-plan.ts'
import { refusalOf } from './provision-refusal.ts'

/**
 * Makes our fields and the permission sets that show them, and sets right what was changed; what people
 * added stays. Run twice, the second run only reads. Throws PermanentError
 * `salesforce-provision-refused` naming what is left.
 */
export async function provisionFields(
  deps: ProvisionDeps,
  { dryRun }: { dryRun: boolean },
): Promise<readonly ProvisionStep[]> {
  const userId = await readUserId(deps.transport)
  const fields = await planFields(deps.transport)
  const access = await planAccess(deps, userId)
  const steps = stepsOf(fields, access)
  if (dryRun || !(fields.some(isUnfinished) || isAccessUnfinished(access))) return steps
  const saved = await saveFields(deps, fields)
  const missing = saved.refusals.map(nameOf)
  const granted = await grantAccess(deps, { access, userId, missing })
  const left = (await planFields(deps.transport)).filter(isUnfinished).map(nameOf)
  const sets = granted.refusals.map(nameOf)
  if (left.length + sets.length === 0 && granted.failure === undefined) return steps
  throw refusalOf({
    left: [...left, ...sets],
    refusals: [...saved.refusals, ...granted.refusals],
    failure: granted.failure ?? saved.failure,
  })
}

function nameOf({ fullName }: { readonly fullName: string }): string {
  return fullName
}

function stepsOf(fields: readonly PlannedField[], access: AccessPlan): readonly ProvisionStep[] {
  const shown = RECORD_OBJECTS.filter((object) => fields.some((field) => field.object === object))
  const steps = shown.flatMap((object) => [
    ...fields.filter((field) => field.object === object).map(stepOf),
    ...accessSteps(access, object),
  ])
  return [...steps, ...MANUAL_STEPS.filter(({ object }) => shown.includes(object))]
}

function stepOf({ object, fullName, action, changes }: PlannedField): ProvisionStep {
  const name = fullName.slice(fullName.indexOf('.') + 1)
  return {
    object,
    kind: 'property',
    name,
    action,
    ...(action === 'update' && { changes }),
  }
}

async function saveFields(deps: ProvisionDeps, plan: readonly PlannedField[]): Promise<Saved> {
  const fields = plan.filter(({ action }) => action !== 'keep')
  const components = fields.map(({ fullName, metadata }) => ({ fullName, ...metadata }))
  try {
    return { refusals: await upsertMetadata(deps.transport, 'CustomField', components) }
  } catch (error) {
    if (!(error instanceof PermanentError)) throw error
    deps.log.warn('Metadata API refused, fields go through the Tooling API', { code: error.code })
    return await postFields(deps.transport, fields, error)
  }
}

async function postFields(
  transport: SalesforceTransport,
  fields: readonly PlannedField[],
  failure: PermanentError,
): Promise<Saved> {
  try {
    for (const field of fields) await postField(transport, field)
    return { refusals: [] }
  } catch (error) {
    if (error instanceof PermanentError) return { refusals: [], failure }
    throw error
  }
}

/** A field that is there but hidden from us cannot be created again: that is fine. */
async function postField(
  transport: SalesforceTransport,
  { fullName, metadata }: PlannedField,
): Promise<void> {
  const body = { FullName: fullName, Metadata: metadata }
  await transport
    .request({ method: 'POST', path: TOOLING_CUSTOM_FIELD, body }, () => undefined)
    .catch((error: unknown) => {
      if (!(error instanceof PermanentError) || error.code !== 'salesforce-exists') throw error
    })
}
