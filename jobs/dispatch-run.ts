import type { PortalId } from '#src/ports.ts'
import type { JobDeps } from './deps.ts'

/** Jobs that work on one run at once, over all processes. */
const PARTS = 4

/** Asks for as many parts as find something to do; one more look where a run only has to be ended. */
export async function dispatchRun(
  { store, queue }: Pick<JobDeps, 'store' | 'queue'>,
  portal: PortalId,
): Promise<void> {
  if ((await store.runs.active(portal)) === undefined) return
  const parts = Math.min(PARTS, Math.max(1, await store.runs.claimable(portal)))
  for (let part = 0; part < parts; part += 1) await queue.add('run', { portal, part })
}
