import { errorCode, PermanentError, TransientError } from '#src/errors.ts'
import type { Lane, PortalId } from '#src/ports.ts'
import type { DirtyMark } from '#src/store/store.ts'
import type { JobHandler } from './catalog.ts'
import type { JobDeps } from './deps.ts'
import { forgetHeirs } from './forget-heirs.ts'
import { clearTrouble, noteTrouble } from './portal-trouble.ts'
import { chunksOf, saveRecords } from './save-records.ts'

/** Ids of one CRM batch read. */
const READ_BATCH = 100
/** Batches read at once for one portal; the quota decides how fast they go. */
const PARALLEL = 4
const MAX_TRIES = 5
const RETRY_IN_MS = 30_000

/**
 * Reads marked records again in batches, keeps and scores them, erases those that are gone. A mark
 * made again meanwhile survives, so nothing that happened during the work is lost. The marks stay in
 * Postgres: no record id ever enters Redis.
 */
export function createRefreshRecords(deps: JobDeps): JobHandler<'refresh-records'> {
  return async ({ portal }, { signal }) => {
    while (!signal.aborted) {
      // No lease: this job is alone in the portal, and after a kill the next one starts at once.
      const options = { limit: READ_BATCH * PARALLEL, leaseMs: 0 }
      const marks = await deps.store.marks.claim(portal, options)
      if (marks.length === 0) return
      // Events come first: they do not wait for bulk work claimed with them beyond what fills their batch.
      const urgent = marks.filter(({ lane }) => lane === 'event').length
      const most = urgent === 0 ? marks.length : Math.ceil(urgent / READ_BATCH) * READ_BATCH
      const batches = chunksOf(marks.slice(0, most), READ_BATCH).map((batch) =>
        refreshBatch(deps, portal, batch),
      )
      const failed = (await Promise.allSettled(batches)).find(({ status }) => status === 'rejected')
      if (failed?.status === 'rejected') throw failed.reason
      await deps.queue.kick(portal)
    }
  }
}

async function refreshBatch(
  deps: JobDeps,
  portal: PortalId,
  marks: readonly DirtyMark[],
): Promise<void> {
  const lane: Lane = marks.some((mark) => mark.lane === 'event') ? 'event' : 'bulk'
  try {
    const connector = await deps.connectorFor(portal, lane)
    const readAt = deps.now()
    const { records, missing } = await connector.read(marks)
    await forgetHeirs(deps, portal, connector, records)
    await saveRecords(deps, portal, { records, readAt }, lane)
    if (missing.length > 0) await deps.store.records.erase(portal, missing)
    await deps.store.marks.settle(portal, marks)
    await clearTrouble(deps.store, portal)
  } catch (error) {
    await handBack(deps, { portal, marks }, error)
    throw error
  }
}

/**
 * A permanent error stops the portal or lets it rest, so the marks wait unharmed; a fault of the CRM or
 * the network is retried for as long as it lasts; anything else is ours, and parked after a few tries.
 */
async function handBack(
  deps: JobDeps,
  { portal, marks }: { portal: PortalId; marks: readonly DirtyMark[] },
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
