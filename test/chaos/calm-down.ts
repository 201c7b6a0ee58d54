import { setTimeout as sleep } from 'node:timers/promises'
import { isBackfilled } from '#jobs/backfill-portal.ts'
import { lastPollAt } from '#jobs/poll-changes.ts'
import { TransientError } from '#src/errors.ts'
import type { PortalId } from '#src/ports.ts'
import type { Store } from '#src/store/store.ts'
import { requestSync } from '#src/sync-portal.ts'
import type { SetUp } from './set-up.ts'

const LOOK_EVERY_MS = 200

/** What is still owed to a portal's CRM, by what it waits for. */
export type Owed = Readonly<Record<'unread' | 'marks' | 'accounts' | 'intents' | 'run', number>>

export interface CalmOptions {
  /** After so long the product gets no more time. */
  readonly patienceMs: number
  /** A poll is asked for again after so long; schedules do the rest. */
  readonly askEveryMs: number
}

/** Waits until a poll of both portals has come and gone and nothing is owed; tells what still is. */
export async function calmDown(
  { runtime, hubspot, salesforce }: Omit<SetUp, 'tokens'>,
  { patienceMs, askEveryMs }: CalmOptions,
): Promise<readonly Owed[]> {
  const portals = [hubspot.id, salesforce.id]
  const since = runtime.now()
  const giveUpAt = performance.now() + patienceMs
  let askedAt = -Infinity
  for (;;) {
    if (performance.now() - askedAt > askEveryMs) {
      askedAt = performance.now()
      for (const portal of portals) await requestSync(runtime, portal, false)
    }
    const owed = await patiently(() =>
      Promise.all(portals.map((portal) => owedTo(runtime.store, portal, since))),
    )
    const isCalm = owed.every((one) => Object.values(one).every((count) => count === 0))
    if (isCalm || performance.now() > giveUpAt) return owed
    await sleep(LOOK_EVERY_MS)
  }
}

async function owedTo(store: Store, portal: PortalId, since: number): Promise<Owed> {
  const isRead = await isBackfilled(store, portal)
  const isPolled = (await lastPollAt(store, portal)) >= since
  const { waiting, parked } = await store.marks.pending(portal)
  const tally = await store.intents.tally(portal)
  return {
    unread: isRead && isPolled ? 0 : 1,
    marks: waiting + parked,
    accounts: (await store.accounts.waiting(portal, since)) ? 1 : 0,
    intents: tally.pending + tally.parked,
    run: (await store.runs.active(portal)) === undefined ? 0 : 1,
  }
}

/** Connections that a crash of Postgres ended are noticed by the first question after it. */
async function patiently<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      if (!(error instanceof TransientError)) throw error
      await sleep(LOOK_EVERY_MS)
    }
  }
}
