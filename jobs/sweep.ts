import { crmOf } from '#src/crm-of.ts'
import type { Portal } from '#src/ports.ts'
import { isBackfilled } from './backfill-portal.ts'
import type { JobHandler } from './catalog.ts'
import type { JobDeps } from './deps.ts'
import { lastPollAt } from './poll-changes.ts'
import { isPollDue, POLL_EVERY_MS } from './poll-due.ts'
import { isResting } from './portal-trouble.ts'
import { waitOf } from './spread.ts'

/** Puts back whatever Postgres still owes, for every connected portal. */
export function createSweep(deps: JobDeps): JobHandler<'sweep'> {
  return async () => {
    for (const { id } of await connectedPortals(deps)) {
      if (!(await isBackfilled(deps.store, id)) && !(await isResting(deps, id))) {
        await deps.queue.add('backfill-portal', { portal: id })
      }
      await deps.queue.kick(id)
    }
  }
}

/** Polls every portal that was read once and whose CRM is to be asked again. */
export function createPollPortals(deps: JobDeps): JobHandler<'poll-portals'> {
  return async () => {
    const portals = await connectedPortals(deps)
    for (const { id } of portals) {
      const isDue = isPollDue(id, await lastPollAt(deps.store, id), deps.now())
      if (isDue && (await isBackfilled(deps.store, id))) {
        // After a long stop all are due at once.
        const delayMs = waitOf(id, portals.length, POLL_EVERY_MS[crmOf(id)])
        await deps.queue.add('poll-changes', { portal: id }, delayMs)
      }
    }
  }
}

async function connectedPortals({ store }: JobDeps): Promise<readonly Portal[]> {
  return (await store.portals.list()).filter(({ status }) => status === 'connected')
}
