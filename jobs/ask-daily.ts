import { z } from 'zod'
import type { JobName } from './catalog.ts'
import { isDailyDue } from './daily-due.ts'
import type { JobDeps } from './deps.ts'
import type { JobQueue } from './queue.ts'
import { waitOf } from './spread.ts'

/** Portals that are due at one look begin over so long. */
const OVER_MS = 600_000

/** What such a job leaves behind. */
const Last = z.object({ at: z.number() })

export type DailyDeps = Pick<JobDeps, 'store' | 'now'> & { readonly queue: Pick<JobQueue, 'add'> }

/** Asks for a job in every connected portal whose time of the day has come since the cursor says it ran. */
export async function askDaily(
  { store, queue, now }: DailyDeps,
  cursor: string,
  job: Extract<JobName, 'check-drift' | 'reconcile-portal'>,
): Promise<void> {
  const portals = (await store.portals.list()).filter(({ status }) => status === 'connected')
  for (const { id } of portals) {
    const last = Last.safeParse(await store.cursors.get(id, cursor)).data
    if (!isDailyDue(id, last?.at, now())) continue
    await queue.add(job, { portal: id }, waitOf(id, portals.length, OVER_MS))
  }
}
