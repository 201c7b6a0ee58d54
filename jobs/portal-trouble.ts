import { PermanentError } from '#src/errors.ts'
import type { PortalId } from '#src/ports.ts'
import type { JobDeps } from './deps.ts'

/**
 * A permanent error while talking to a portal as a whole stops work on it until a person reconnects;
 * trying on would burn its quota. Transient errors are left to the next sweep or poll.
 */
export async function noteTrouble(
  { store, log }: Pick<JobDeps, 'store' | 'log'>,
  portal: PortalId,
  error: unknown,
): Promise<void> {
  if (!(error instanceof PermanentError)) return
  await store.portals.setStatus(portal, 'disconnected', error.code)
  log.error('portal stopped until someone reconnects it', { portal, code: error.code })
}
