import { AsyncLocalStorage } from 'node:async_hooks'
import type { PortalId } from '#src/ports.ts'
import type { PendingIntent, Store } from '#src/store/store.ts'

const counting = new AsyncLocalStorage<{ calls: number }>()

/** Of whoever is given a call of a CRM's allowance. */
export function countCall(): void {
  const counted = counting.getStore()
  if (counted !== undefined) counted.calls += 1
}

/**
 * Calls made within `work`, whatever goes on beside it, go to the account of the run that decided what
 * is written; those of a process that is killed in between are lost to it.
 */
export async function countedFor<T>(
  store: Store,
  portal: PortalId,
  intents: readonly PendingIntent[],
  work: () => Promise<T>,
): Promise<T> {
  const counted = { calls: 0 }
  try {
    return await counting.run(counted, work)
  } finally {
    const bulk = intents.filter(({ lane }) => lane === 'bulk')
    const decidedAt = bulk.map(({ intendedAt }) => intendedAt)
    if (counted.calls > 0 && bulk.length > 0) {
      await store.runs.countCalls(portal, { calls: counted.calls, decidedAt })
    }
  }
}
