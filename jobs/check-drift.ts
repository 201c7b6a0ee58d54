import { z } from 'zod'
import type { JobHandler } from './catalog.ts'
import { isDailyDue } from './daily-due.ts'
import type { JobDeps } from './deps.ts'
import type { JobQueue } from './queue.ts'
import { waitOf } from './spread.ts'

/** Portals that are due at one look begin over so long. */
const OVER_MS = 600_000

/** What a check leaves behind. */
const Last = z.object({ at: z.number() })

type DriftDeps = Pick<JobDeps, 'store' | 'now'> & { readonly queue: Pick<JobQueue, 'add'> }

/** Asks for it in every connected portal whose time of the day has come. */
export function createDrift(deps: DriftDeps): JobHandler<'drift'> {
  return async () => {
    const { store, queue, now } = deps
    const portals = (await store.portals.list()).filter(({ status }) => status === 'connected')
    for (const { id } of portals) {
      const last = Last.safeParse(await store.cursors.get(id, 'drift')).data
      if (!isDailyDue(id, last?.at, now())) continue
      await queue.add('check-drift', { portal: id }, waitOf(id, portals.length, OVER_MS))
    }
  }
}

/** Whether the people who come in, and what becomes of them, are still as the models expect. */
export function createCheckDrift({ checkDrift }: JobDeps): JobHandler<'check-drift'> {
  return async ({ portal }) => {
    await checkDrift(portal)
  }
}
