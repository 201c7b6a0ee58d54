import { dispatchRun } from '#jobs/dispatch-run.ts'
import type { PortalId } from './ports.ts'
import type { Runtime } from './runtime.ts'
import type { Run } from './store/model-repositories.ts'

/** Begins to score every stored person again by the models in force; a run that goes on is superseded. */
export async function beginRescore(
  { store, queue }: Pick<Runtime, 'store' | 'queue'>,
  portal: PortalId,
  by: string,
): Promise<Run> {
  await store.portals.require(portal)
  const run = await store.transaction(async ({ models, runs }) => {
    const model = await models.publishedVersion(portal)
    return runs.begin(portal, { kind: 'rescore', model, by })
  })
  // A run nobody could be told of is found by the next sweep.
  await dispatchRun({ store, queue }, portal).catch(() => undefined)
  return run
}
