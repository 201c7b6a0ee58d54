import { actorOf } from '#src/ledger/actor-of.ts'
import type { PortalId } from '#src/ports.ts'
import type { ModelSet, Run } from '#src/store/model-repositories.ts'
import { checkModels, refuseUnfit } from './check-models.ts'
import type { ModelSetDeps } from './model-set-deps.ts'
import { whoActs } from './who-acts.ts'

export interface Published {
  readonly set: ModelSet
  /** What scores everything stored by it. */
  readonly run: Run
}

/**
 * Puts an approved set in force and begins the run that scores everything by it, both or neither.
 * Checked again, as the product may have learnt since. Throws PermanentError `model-unfit`,
 * `model-not-approved` or `model-outdated`.
 */
export async function publishModels(
  deps: ModelSetDeps,
  portal: PortalId,
  { version, by }: { readonly version: number; readonly by: string | undefined },
): Promise<Published> {
  const { store, shipped, allowListFor } = deps
  await store.portals.require(portal)
  const publisher = whoActs(by)
  const approved = await store.models.require(portal, version)
  const context = { lists: shipped.lists, allowList: await allowListFor(portal) }
  refuseUnfit(checkModels(approved, context))
  const published = await store.transaction(async ({ models, runs }) => {
    const set = await models.publish(portal, version, publisher)
    const run = await runs.begin(portal, {
      kind: 'publish',
      model: set.version,
      by: actorOf(publisher),
    })
    return { set, run }
  })
  await workOnIt(deps, portal)
  return published
}

/** What is in force is so whether or not the queue can be told; the next sweep finds the run. */
export async function workOnIt(
  { workOnRun }: Pick<ModelSetDeps, 'workOnRun'>,
  portal: PortalId,
): Promise<void> {
  await workOnRun(portal).catch(() => undefined)
}
