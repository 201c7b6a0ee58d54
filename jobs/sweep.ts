import type { Portal } from '#src/ports.ts'
import { isBackfilled } from './backfill-portal.ts'
import type { JobHandler } from './catalog.ts'
import type { JobDeps } from './deps.ts'
import { lastPollAt } from './poll-changes.ts'
import { isPollDue } from './poll-due.ts'

/** Puts back whatever Postgres still owes, for every connected portal. */
export function createSweep(deps: JobDeps): JobHandler<'sweep'> {
  return async () => {
    for (const { id } of await connectedPortals(deps)) {
      if (!(await isBackfilled(deps.store, id))) {
        await deps.queue.add('backfill-portal', { portal: id })
      }
      await deps.queue.kick(id)
    }
  }
}

/** Polls every portal that was read once and whose CRM is to be asked again. */
export function createPollPortals(deps: JobDeps): JobHandler<'poll-portals'> {
  return async () => {
    for (const { id } of await connectedPortals(deps)) {
      const isDue = isPollDue(id, await lastPollAt(deps.store, id), deps.now())
      if (isDue && (await isBackfilled(deps.store, id))) {
        await deps.queue.add('poll-changes', { portal: id })
      }
    }
  }
}

async function connectedPortals({ store }: JobDeps): Promise<readonly Portal[]> {
  return (await store.portals.list()).filter(({ status }) => status === 'connected')
}
