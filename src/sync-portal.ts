import { isBackfilled, restartBackfill } from '#jobs/backfill-portal.ts'
import { callsMade } from '#jobs/quota.ts'
import type { PortalId } from './ports.ts'
import type { Runtime } from './runtime.ts'
import { settle } from './settle.ts'
import type { PortalTally } from './store/store.ts'

export interface SyncOptions {
  /** Read everything again instead of only what changed. */
  readonly full: boolean
  readonly signal: AbortSignal
  readonly onLook: (tally: PortalTally) => void
}

export interface SyncOutcome {
  readonly tally: PortalTally
  /** False when asked to stop before everything pending was written. */
  readonly settled: boolean
  /** Calls every process made to this portal meanwhile. */
  readonly calls: number
  readonly seconds: number
}

const LOOK_EVERY_MS = 200

/**
 * Asks for what is new in a portal (everything, the first time) and waits until it has been scored
 * and written. Work is done by whichever processes take jobs.
 */
export async function syncPortal(
  runtime: Runtime,
  portal: PortalId,
  { full, signal, onLook }: SyncOptions,
): Promise<SyncOutcome> {
  const startedAt = runtime.now()
  const callsBefore = await totalCalls(runtime, portal)
  const polledSince = await requestSync(runtime, portal, full)
  const { tally, settled } = await settle(runtime, portal, {
    onLook,
    polledSince,
    everyMs: LOOK_EVERY_MS,
    signal,
  })
  return {
    tally,
    settled,
    calls: (await totalCalls(runtime, portal)) - callsBefore,
    seconds: (runtime.now() - startedAt) / 1000,
  }
}

/** Puts the work in; returns since when a poll must have begun to count. */
export async function requestSync(
  runtime: Runtime,
  portal: PortalId,
  full: boolean,
): Promise<number | undefined> {
  const { store, queue } = runtime
  if (full) {
    const { objects } = await runtime.connectorFor(portal, 'bulk')
    await restartBackfill(store, portal, objects)
  }
  if (await isBackfilled(store, portal)) {
    const since = runtime.now()
    await queue.add('poll-changes', { portal })
    return since
  }
  await queue.add('backfill-portal', { portal })
  return undefined
}

async function totalCalls({ redis }: Runtime, portal: PortalId): Promise<number> {
  const byPool = await callsMade(redis, portal)
  return Object.values(byPool).reduce((sum, count) => sum + count, 0)
}
