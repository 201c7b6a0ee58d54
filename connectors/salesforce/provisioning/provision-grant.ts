import { PermanentError } from '#src/errors.ts'
import { type Component, type Refusal, upsertMetadata } from './metadata-api.ts'
import { assignPermissionSet, savePermissionRows } from './permission-set.ts'
import { essentialsOf, INTEGRATION_SET, PERMISSION_SETS } from './permission-set-definitions.ts'
import {
  type PermissionSetComponent,
  type PlannedSet,
  planPermissionSet,
} from './permission-set-plan.ts'
import type { AccessPlan } from './provision-access.ts'
import type { ProvisionDeps, Saved } from './provision-deps.ts'

interface Grant {
  readonly access: AccessPlan
  readonly userId: string | undefined
  /** Fields that could not be made: a set that names one is refused altogether. */
  readonly missing: readonly string[]
}

/** Saves both permission sets as planned and gives the first to the user we act as. */
export async function grantAccess(deps: ProvisionDeps, grant: Grant): Promise<Saved> {
  try {
    const refusals = await saveSets(deps, grant)
    const isRefused = refusals.some(({ fullName }) => fullName === INTEGRATION_SET)
    if (!grant.access.assigned && !isRefused) {
      await assignPermissionSet(deps, { name: INTEGRATION_SET, userId: grant.userId })
    }
    return { refusals }
  } catch (error) {
    if (error instanceof PermanentError) return { refusals: [], failure: error }
    throw error
  }
}

async function saveSets(
  deps: ProvisionDeps,
  { access, missing }: Grant,
): Promise<readonly Refusal[]> {
  const sets = access.sets.filter(({ action }) => action !== 'keep')
  const without = (component: PermissionSetComponent): Component =>
    withoutFields(component, new Set(missing))
  try {
    const refusals = await upsertMetadata(
      deps.transport,
      'PermissionSet',
      sets.map(({ component }) => without(component)),
    )
    const again = sets.filter(({ definition }) =>
      refusals.some(({ fullName }) => fullName === definition.fullName),
    )
    return await saveEssentials(deps, again, without, refusals)
  } catch (error) {
    if (!(error instanceof PermanentError)) throw error
    for (const definition of PERMISSION_SETS) {
      await savePermissionRows(deps, essentialsOf(definition))
    }
    return []
  }
}

/** An organisation without campaigns, say, has no field of theirs to permit: what we cannot do without. */
async function saveEssentials(
  { transport, log }: ProvisionDeps,
  sets: readonly PlannedSet[],
  without: (component: PermissionSetComponent) => Component,
  refusals: readonly Refusal[],
): Promise<readonly Refusal[]> {
  if (sets.length === 0) return []
  const codes = refusals.map(({ error }) => error.code).join(' ')
  log.warn('Salesforce refused a permission set; it is saved with our own fields only', { codes })
  return await upsertMetadata(
    transport,
    'PermissionSet',
    sets.map(({ definition, existing }) =>
      without(planPermissionSet(essentialsOf(definition), existing).component),
    ),
  )
}

function withoutFields(component: PermissionSetComponent, missing: ReadonlySet<string>): Component {
  const fieldPermissions = component.fieldPermissions.filter(({ field }) => !missing.has(field))
  return { ...component, fieldPermissions }
}
