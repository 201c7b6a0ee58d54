import { isBackfilled } from '#jobs/backfill-portal.ts'
import { lastPollAt } from '#jobs/poll-changes.ts'
import { troubleOf } from '#jobs/portal-trouble.ts'
import { PermanentError, TransientError } from './errors.ts'
import type { PortalId } from './ports.ts'
import type { Runtime } from './runtime.ts'
import type { PortalTally } from './store/store.ts'

const PATIENCE_MS = 60_000

export interface SettleOptions {
  /** Called with every look at the store, for a progress bar. */
  readonly onLook: (tally: PortalTally) => void
  /** A poll that began before this does not count. */
  readonly polledSince: number | undefined
  readonly everyMs: number
  readonly signal: AbortSignal
}

export interface Settlement {
  readonly tally: PortalTally
  /** False when the wait was broken off. */
  readonly settled: boolean
}

/**
 * Resolves when the portal has been read and everything pending is written or refused for good, or
 * at once when the signal aborts. Throws PermanentError when the portal was stopped meanwhile and
 * TransientError when it has not answered for a minute.
 */
export async function settle(
  runtime: Runtime,
  portal: PortalId,
  options: SettleOptions,
): Promise<Settlement> {
  for (;;) {
    await assertConnected(runtime, portal)
    await assertAnswering(runtime, portal)
    // Asked in the order work moves: what leaves one stage between two looks is seen in the next.
    const stillReading = await isReading(runtime, portal, options.polledSince)
    const { waiting } = await runtime.store.marks.pending(portal)
    const accountsWait = await runtime.store.accounts.waiting(portal, runtime.now())
    const tally = await runtime.store.intents.tally(portal)
    options.onLook(tally)
    const settled = !stillReading && waiting === 0 && !accountsWait && tally.pending === 0
    if (settled || options.signal.aborted) return { tally, settled }
    await new Promise((resolve) => setTimeout(resolve, options.everyMs))
  }
}

async function isReading(
  { store }: Runtime,
  portal: PortalId,
  polledSince: number | undefined,
): Promise<boolean> {
  if (!(await isBackfilled(store, portal))) return true
  if (polledSince === undefined) return false
  return (await lastPollAt(store, portal)) < polledSince
}

async function assertAnswering({ store, now }: Runtime, portal: PortalId): Promise<void> {
  const trouble = await troubleOf(store, portal)
  if (trouble === undefined || now() - trouble.since < PATIENCE_MS) return
  throw new TransientError(trouble.code, `${portal} has not answered as it should for a minute.`)
}

async function assertConnected({ store }: Runtime, id: PortalId): Promise<void> {
  const portal = await store.portals.require(id)
  if (portal.status === 'connected') return
  throw new PermanentError(
    portal.statusReason ?? 'portal-disconnected',
    `Work on ${id} stopped: ${portal.statusReason ?? 'it is disconnected'}.`,
    `Put right what the code says, then run: leadwell connect ${portal.crm}`,
  )
}
