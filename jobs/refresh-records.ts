import { errorCode, PermanentError, TransientError } from '#src/errors.ts'
import type { Lane } from '#src/ports.ts'
import type { JobHandler, JobPayload } from './catalog.ts'
import type { JobDeps } from './deps.ts'
import { clearTrouble, noteTrouble } from './portal-trouble.ts'
import { saveRecords } from './save-records.ts'

const MAX_TRIES = 5
const RETRY_IN_MS = 30_000

/**
 * Reads marked records again in one batch, keeps and scores them, erases those that are gone. A mark
 * made again meanwhile survives, so nothing that happened during the work is lost.
 */
export function createRefreshRecords(deps: JobDeps): JobHandler<'refresh-records'> {
  return async ({ portal, marks }) => {
    const lane: Lane = marks.some((mark) => mark.lane === 'event') ? 'event' : 'bulk'
    try {
      const connector = await deps.connectorFor(portal, lane)
      const { records, missing } = await connector.read(marks)
      await saveRecords(deps, portal, records, lane)
      if (missing.length > 0) await deps.store.records.erase(portal, missing)
      await deps.store.marks.settle(portal, marks)
      await clearTrouble(deps.store, portal)
    } catch (error) {
      await handBack(deps, { portal, marks }, error)
      throw error
    }
    await deps.queue.kick(portal)
  }
}

/**
 * A permanent error stops the portal, so the marks wait unharmed; a fault of the CRM or the network
 * is retried for as long as it lasts; anything else is ours, and parked after a few tries.
 */
async function handBack(
  deps: JobDeps,
  { portal, marks }: JobPayload<'refresh-records'>,
  error: unknown,
): Promise<void> {
  await noteTrouble(deps, portal, error)
  if (error instanceof PermanentError) {
    await deps.store.marks.release(portal, marks)
    return
  }
  const transient = error instanceof TransientError
  await deps.store.marks.fail(portal, marks, {
    code: errorCode(error),
    maxTries: transient ? Infinity : MAX_TRIES,
    retryInMs: (transient ? error.retryAfterMs : undefined) ?? RETRY_IN_MS,
  })
}
