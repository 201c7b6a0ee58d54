import type { PortalId } from '#src/ports.ts'
import { recordKey } from '#src/record-key.ts'
import type { PendingIntent, Store } from '#src/store/store.ts'

/**
 * Those of a claimed batch that show something of people who were forgotten since. Whoever is forgotten
 * later still is emptied by the next batch: one job writes in a portal, and their emptying waits for it.
 */
export async function forgottenMeanwhile(
  store: Store,
  portal: PortalId,
  batch: readonly PendingIntent[],
): Promise<readonly PendingIntent[]> {
  const people = batch.filter(
    ({ ref, values }) => ref.object !== 'company' && Object.values(values).some(isShown),
  )
  if (people.length === 0) return []
  const forgotten = await store.erasure.forgotten(
    portal,
    people.map(({ ref }) => ref),
  )
  return people.filter(({ ref }) => forgotten.has(recordKey(ref)))
}

function isShown(value: unknown): boolean {
  return value !== null && !(Array.isArray(value) && value.length === 0)
}
