import type { PortalId } from '#src/ports.ts'
import type { ModelSet } from '#src/store/model-repositories.ts'
import { checkModels, refuseUnfit } from './check-models.ts'
import type { ModelSetDeps } from './model-set-deps.ts'
import { whoActs } from './who-acts.ts'

/**
 * Lets a draft be published: by a second person, unless the portal's policy allows its author. Throws
 * PermanentError `model-unfit`, `approval-by-author` or `model-not-draft`.
 */
export async function approveModels(
  { store, shipped, allowListFor }: ModelSetDeps,
  portal: PortalId,
  { version, by }: { readonly version: number; readonly by: string | undefined },
): Promise<ModelSet> {
  await store.portals.require(portal)
  const approver = whoActs(by)
  const allowList = await allowListFor(portal)
  const draft = await store.models.require(portal, version)
  refuseUnfit(checkModels(draft, { lists: shipped.lists, allowList }))
  const { selfApproval } = allowList.policy
  return await store.models.approve(portal, version, { by: approver, selfApproval })
}
