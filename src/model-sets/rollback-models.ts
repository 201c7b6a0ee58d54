import { actorOf } from '#src/ledger/actor-of.ts'
import type { PortalId } from '#src/ports.ts'
import { checkModels, refuseUnfit } from './check-models.ts'
import type { ModelSetDeps } from './model-set-deps.ts'
import { type Published, workOnIt } from './publish-models.ts'
import { whoActs } from './who-acts.ts'

/**
 * Puts what was in force before in force again, under a new version, and begins the run that scores
 * everything by it. Needs no second person: it was approved once, and may be urgent. Throws
 * PermanentError `nothing-to-roll-back`, or `model-unfit` where that has errors by now.
 */
export async function rollbackModels(
  deps: ModelSetDeps,
  portal: PortalId,
  { by, note }: { readonly by: string | undefined; readonly note?: string | undefined },
): Promise<Published> {
  const { store, shipped, allowListFor } = deps
  await store.portals.require(portal)
  const actor = whoActs(by)
  const context = { lists: shipped.lists, allowList: await allowListFor(portal) }
  const published = await store.transaction(async ({ models, runs }) => {
    const before = await models.publishedVersion(portal)
    const why = note?.trim() ?? ''
    const set = await models.rollBack(portal, {
      by: actor,
      note: why === '' ? `Rolled back version ${before}` : why,
    })
    // The product may have learnt since what a text must not say, or to read models otherwise.
    refuseUnfit(checkModels(set, context))
    const run = await runs.begin(portal, {
      kind: 'rollback',
      model: set.version,
      by: actorOf(actor),
    })
    return { set, run }
  })
  await workOnIt(deps, portal)
  return published
}
