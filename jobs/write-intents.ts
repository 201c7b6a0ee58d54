import type { Connector } from '#src/connector-port.ts'
import { TransientError } from '#src/errors.ts'
import type { PortalId, RecordObject, RecordRef } from '#src/ports.ts'
import type { PendingIntent, WaitingIntents } from '#src/store/store.ts'
import { isBackfilled } from './backfill-portal.ts'
import type { JobHandler } from './catalog.ts'
import { countedFor } from './count-calls.ts'
import type { JobDeps } from './deps.ts'
import { eraseCleared } from './erase-cleared.ts'
import { emptyForgotten } from './forget-records.ts'
import { forgottenMeanwhile } from './forgotten-meanwhile.ts'
import { keepResults, RETRY_IN_MS } from './keep-results.ts'
import { clearTrouble, noteTrouble } from './portal-trouble.ts'
import { propertiesIn } from './properties-in.ts'
import { chunksOf } from './save-records.ts'
import { withholdUnsafe } from './withhold-unsafe.ts'
import { bulkObjects } from './write-bulk.ts'

/** Write calls under way at once for one portal; the quota decides how fast they go. */
const PARALLEL = 4
/** A part-filled batch waits no longer than this while more is on its way. */
const MAX_WAIT_MS = { event: 5_000, bulk: 300_000 }

/**
 * Brings the CRM to what was intended. One such job runs per portal at a time, so that calls are
 * full: while a backfill or refresh still produces, only whole batches leave.
 */
export function createWriteIntents(deps: JobDeps): JobHandler<'write-intents'> {
  return async ({ portal }, { signal }) => {
    try {
      const connector = await deps.connectorFor(portal, 'event')
      while (!signal.aborted) {
        const batches = await nextBatches(deps, portal, connector)
        if (batches.length === 0) break
        await Promise.all(batches.map((batch) => writeBatch(deps, portal, connector, batch)))
      }
      await eraseCleared(deps.store, portal)
    } catch (error) {
      await noteTrouble(deps, portal, error)
      throw error
    }
  }
}

/** What is left to batches once the bulk way has taken what is its own. */
async function forBatches(
  deps: JobDeps,
  portal: PortalId,
  connector: Connector,
): Promise<readonly WaitingIntents[]> {
  const waiting = await deps.store.intents.claimable(portal)
  const inBulk = bulkObjects(connector, waiting)
  if (inBulk.length > 0) await deps.queue.add('write-bulk', { portal })
  return waiting.flatMap((part) => {
    if (!inBulk.includes(part.object)) return [part]
    return part.event > 0 ? [{ ...part, count: part.event }] : []
  })
}

async function nextBatches(
  deps: JobDeps,
  portal: PortalId,
  connector: Connector,
): Promise<readonly (readonly PendingIntent[])[]> {
  const { store } = deps
  const size = connector.writeBatchSize
  // Asked before counting: what arrives between the two questions is then in the count.
  const coming = await moreIsComing(deps, portal)
  const waiting = await forBatches(deps, portal, connector)
  const groups = connector.writesMixedObjects ? [waiting] : waiting.map((group) => [group])
  for (const group of groups) {
    const count = group.reduce((sum, part) => sum + part.count, 0)
    const overdue = group.some(
      ({ event, oldestMs }) => oldestMs > (event > 0 ? MAX_WAIT_MS.event : MAX_WAIT_MS.bulk),
    )
    // While a bulk write may yet come of it, what nobody waits for gathers.
    const gathers = connector.bulkWrites !== undefined && !group.some(({ event }) => event > 0)
    const full = gathers ? 0 : Math.floor(count / size) * size
    const take = coming && !overdue ? full : count
    if (take === 0) continue
    const objects: RecordObject[] = group.map(({ object }) => object)
    // No lease: this job is alone in the portal, and after a kill the next one starts at once.
    const limit = Math.min(take, size * PARALLEL)
    const claimed = await store.intents.claim(portal, { limit, leaseMs: 0, objects })
    if (claimed.length > 0) return chunksOf(claimed, size)
  }
  return []
}

async function moreIsComing(
  { store, now }: Pick<JobDeps, 'store' | 'now'>,
  portal: PortalId,
): Promise<boolean> {
  if (!(await isBackfilled(store, portal))) return true
  if ((await store.marks.pending(portal)).waiting > 0) return true
  if ((await store.runs.active(portal)) !== undefined) return true
  return store.accounts.waiting(portal, now())
}

async function writeBatch(
  deps: JobDeps,
  portal: PortalId,
  connector: Connector,
  claimed: readonly PendingIntent[],
): Promise<void> {
  const safe = await withholdUnsafe(deps, portal, claimed)
  const gone = await forgottenMeanwhile(deps.store, portal, safe)
  // Left as they are they would be claimed for ever and never sent.
  if (gone.length > 0) await emptyForgotten(deps.store, portal, refsOf(gone))
  const batch = safe.filter((intent) => !gone.includes(intent))
  if (batch.length === 0) return
  try {
    // Before the call: whatever may have left is in the ledger, even if this process dies here.
    const properties = propertiesIn(batch)
    await deps.store.ledger.append(portal, { kind: 'sent', records: batch, properties })
    const write = () => connector.write(batch)
    await keepResults(deps, portal, batch, await countedFor(deps.store, portal, batch, write))
    await clearTrouble(deps.store, portal)
  } catch (error) {
    if (!(error instanceof TransientError)) throw error
    await deps.store.intents.fail(portal, refsOf(batch), {
      code: error.code,
      maxTries: Infinity,
      retryInMs: error.retryAfterMs ?? RETRY_IN_MS,
    })
    await noteTrouble(deps, portal, error)
  }
}

function refsOf(intents: readonly PendingIntent[]): readonly RecordRef[] {
  return intents.map(({ ref }) => ref)
}
