import type { ProvisionChange, ProvisionStep } from '#src/connector-port.ts'
import type { RecordObject } from '#src/ports.ts'
import { SOBJECTS } from '../schema/sobjects.ts'
import { findPermissionSet, isAssigned, type PermissionDeps } from './permission-set.ts'
import { INTEGRATION_SET, PERMISSION_SETS } from './permission-set-definitions.ts'
import { type PlannedSet, planPermissionSet } from './permission-set-plan.ts'
import { readWhereAllowed } from './provision-plan.ts'

/** Both permission sets, and whether the first is given to the user we act as. */
export interface AccessPlan {
  readonly sets: readonly PlannedSet[]
  readonly assigned: boolean
}

export async function planAccess(
  { transport, querier }: PermissionDeps,
  userId: string | undefined,
): Promise<AccessPlan> {
  const names = PERMISSION_SETS.map(({ fullName }) => fullName)
  const existing = await readWhereAllowed(transport, 'PermissionSet', names)
  const sets: PlannedSet[] = []
  for (const definition of PERMISSION_SETS) {
    const planned = planPermissionSet(definition, existing?.get(definition.fullName.toLowerCase()))
    // Not shown to us, it may be there all the same; then nobody can tell what it holds.
    const isThere =
      existing === undefined &&
      (await findPermissionSet(querier, definition.fullName)) !== undefined
    sets.push(isThere ? { ...planned, action: 'keep' } : planned)
  }
  const integration = sets.find(isIntegration)
  const assigned =
    integration?.action !== 'create' &&
    userId !== undefined &&
    (await isAssigned(querier, { name: INTEGRATION_SET, userId }))
  return { sets, assigned }
}

export function isAccessUnfinished({ sets, assigned }: AccessPlan): boolean {
  return !assigned || sets.some(({ action }) => action !== 'keep')
}

/** The sets as far as they concern one object. */
export function accessSteps(plan: AccessPlan, object: RecordObject): readonly ProvisionStep[] {
  return plan.sets.map((set): ProvisionStep => {
    const changes = changesOf(set, plan).filter(({ what }) => objectOf(what) === object)
    const name = set.definition.fullName
    if (set.action === 'create') return { object, kind: 'permission', name, action: 'create' }
    return changes.length > 0
      ? { object, kind: 'permission', name, action: 'update', changes }
      : { object, kind: 'permission', name, action: 'keep' }
  })
}

function changesOf(set: PlannedSet, { assigned }: AccessPlan): readonly ProvisionChange[] {
  if (!isIntegration(set) || assigned) return set.action === 'keep' ? [] : set.changes
  const given = { what: 'given to the user Leadwell connects as', from: 'no', to: 'yes' }
  return [...(set.action === 'keep' ? [] : set.changes), given]
}

function isIntegration({ definition }: PlannedSet): boolean {
  return definition.fullName === INTEGRATION_SET
}

/** What belongs to no record object, such as campaigns and system permissions, is told with leads. */
function objectOf(what: string): RecordObject {
  const sobject = what.split('.')[0]
  if (sobject === SOBJECTS.company) return 'company'
  return sobject === SOBJECTS.contact ? 'contact' : 'lead'
}
