import { z } from 'zod'
import { errorCode, PermanentError, TransientError } from '#src/errors.ts'
import type { PortalId } from '#src/ports.ts'
import type { Store } from '#src/store/store.ts'
import type { JobDeps } from './deps.ts'

const Trouble = z.object({
  code: z.string(),
  since: z.number(),
  /** When work goes on, where the CRM or our budget says so; epoch ms. */
  until: z.number().optional(),
})
export type Trouble = z.infer<typeof Trouble>

const CURSOR = 'trouble'

/**
 * A permanent error while talking to a portal as a whole stops work on it until a person reconnects;
 * trying on would burn its quota. Anything else is kept with the time it began, and tried again by
 * the next sweep or poll.
 */
export async function noteTrouble(
  { store, log, now }: Pick<JobDeps, 'store' | 'log' | 'now'>,
  portal: PortalId,
  error: unknown,
): Promise<void> {
  const code = errorCode(error)
  // A job still under way when a portal was erased must not make it look like one to reconnect.
  if ((await store.portals.find(portal))?.statusReason === 'erased') return
  if (error instanceof PermanentError) {
    await store.portals.setStatus(portal, 'disconnected', code)
    log.error('portal stopped until someone reconnects it', { portal, code })
    return
  }
  const since = (await troubleOf(store, portal))?.since ?? now()
  const waitMs = error instanceof TransientError ? error.retryAfterMs : undefined
  const until = waitMs === undefined ? {} : { until: now() + waitMs }
  await store.cursors.set(portal, CURSOR, { code, since, ...until })
  log.warn('portal does not answer as it should', { portal, code })
}

/** The portal answered again. */
export async function clearTrouble(store: Store, portal: PortalId): Promise<void> {
  if ((await troubleOf(store, portal)) !== undefined) await store.cursors.remove(portal, CURSOR)
}

/** What has kept going wrong since when, if anything. */
export async function troubleOf(store: Store, portal: PortalId): Promise<Trouble | undefined> {
  return Trouble.safeParse(await store.cursors.get(portal, CURSOR)).data
}
