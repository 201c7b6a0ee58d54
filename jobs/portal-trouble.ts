import { z } from 'zod'
import { errorCode, PermanentError, TransientError } from '#src/errors.ts'
import { CRMS, type PortalId } from '#src/ports.ts'
import type { Store } from '#src/store/store.ts'
import type { JobDeps } from './deps.ts'

const Trouble = z.object({
  code: z.string(),
  since: z.number(),
  /** When work goes on, where the CRM, our budget or the pause after our own fault says so; epoch ms. */
  until: z.number().optional(),
  /** A fault of this installation: until then no work is asked for, as it would only be lost again. */
  rests: z.boolean().optional(),
})
export type Trouble = z.infer<typeof Trouble>

const CURSOR = 'trouble'

/** Codes of a CRM's connector that are about what this side asked or kept. */
const OURS_ALL_THE_SAME = /^salesforce-(?:bad-|cursor-invalid$|query-unfinished$)/
const SAID_BY_CRM = new RegExp(`^(?:${CRMS.join('|')})-|^wrong-credentials$`)

/** Whether a code is the word of the CRM or of a portal's credentials, not a fault of this installation. */
export function isSaidByCrm(code: string): boolean {
  return SAID_BY_CRM.test(code) && !OURS_ALL_THE_SAME.test(code)
}

/** Work read from the CRM and lost again costs its calls; somebody who mends us waits no longer than this. */
const REST_MS = 60_000

/**
 * What the CRM or its credentials say for good stops the portal until a person reconnects it; trying on
 * would burn its quota. Whatever is wrong with this installation must not: it concerns every portal and
 * is over once somebody mended it here, so it is kept with the time it began and tried again slowly.
 * Anything else is kept likewise, and tried again by the next sweep or poll.
 */
export async function noteTrouble(
  { store, log, now }: Pick<JobDeps, 'store' | 'log' | 'now'>,
  portal: PortalId,
  error: unknown,
): Promise<void> {
  const code = errorCode(error)
  // A job still under way when a portal was erased must not make it look like one to reconnect.
  if ((await store.portals.find(portal))?.statusReason === 'erased') return
  if (error instanceof PermanentError && isSaidByCrm(code)) {
    await store.portals.setStatus(portal, 'disconnected', code)
    log.error('portal stopped until someone reconnects it', { portal, code })
    return
  }
  const since = (await troubleOf(store, portal))?.since ?? now()
  await store.cursors.set(portal, CURSOR, { code, since, ...pauseAfter(error, now()) })
  if (error instanceof PermanentError)
    log.error('portal rests for a fault of ours', { portal, code })
  else log.warn('portal does not answer as it should', { portal, code })
}

function pauseAfter(error: unknown, nowMs: number): Pick<Trouble, 'until' | 'rests'> {
  if (error instanceof PermanentError) return { until: nowMs + REST_MS, rests: true }
  const waitMs = error instanceof TransientError ? error.retryAfterMs : undefined
  return waitMs === undefined ? {} : { until: nowMs + waitMs }
}

/** The portal answered again. */
export async function clearTrouble(store: Store, portal: PortalId): Promise<void> {
  if ((await troubleOf(store, portal)) !== undefined) await store.cursors.remove(portal, CURSOR)
}

/** What has kept going wrong since when, if anything. */
export async function troubleOf(store: Store, portal: PortalId): Promise<Trouble | undefined> {
  return Trouble.safeParse(await store.cursors.get(portal, CURSOR)).data
}

/** Whether its work waits for somebody to mend this installation, or for the next try of it. */
export async function isResting(
  { store, now }: Pick<JobDeps, 'store' | 'now'>,
  portal: PortalId,
): Promise<boolean> {
  const { rests = false, until = 0 } = (await troubleOf(store, portal)) ?? {}
  return rests && now() < until
}
