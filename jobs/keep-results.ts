import type { WriteResult } from '#src/connector-port.ts'
import type { PortalId, RecordRef } from '#src/ports.ts'
import type { PendingIntent } from '#src/store/store.ts'
import type { JobDeps } from './deps.ts'

const MAX_TRIES = 6
/** When what failed for a reason that passes is tried again, unless the CRM says when. */
export const RETRY_IN_MS = 15_000

/** Records what became of intents that were sent; `results` has one for each, in the same order. */
export async function keepResults(
  deps: JobDeps,
  portal: PortalId,
  batch: readonly PendingIntent[],
  results: readonly WriteResult[],
): Promise<void> {
  const { intents } = deps.store
  // First: records are held before intents, here as wherever both are.
  await keepGone(deps, portal, results)
  await intents.written(
    portal,
    batch.filter((_, index) => results[index]?.outcome === 'written'),
  )
  const refused = results.filter((result) => result.outcome === 'refused')
  for (const [code, group] of Map.groupBy(refused, (result) => result.code)) {
    await keepRefused(deps, portal, refsOf(group), code)
  }
  const later = results.filter((result) => result.outcome === 'retry')
  for (const unbounded of [true, false]) {
    const tried = later.filter((result) => (result.unbounded ?? false) === unbounded)
    const maxTries = unbounded ? Infinity : MAX_TRIES
    for (const [code, group] of Map.groupBy(tried, (result) => result.code)) {
      const retryInMs = Math.max(...group.map(({ retryAfterMs }) => retryAfterMs ?? RETRY_IN_MS))
      await intents.fail(portal, refsOf(group), { code, maxTries, retryInMs })
    }
  }
}

async function keepGone(
  { store }: JobDeps,
  portal: PortalId,
  results: readonly WriteResult[],
): Promise<void> {
  const gone = refsOf(results.filter(({ outcome }) => outcome === 'gone'))
  if (gone.length > 0) await store.records.erase(portal, gone)
  // Merged away: what it came to has to be read again under the name it lives on by.
  const survivors = results.flatMap((result) =>
    result.outcome === 'gone' && result.mergedInto !== undefined ? [result.mergedInto] : [],
  )
  if (survivors.length > 0) await store.marks.mark(portal, survivors, 'event')
}

async function keepRefused(
  { store, log }: JobDeps,
  portal: PortalId,
  refs: readonly RecordRef[],
  code: string,
): Promise<void> {
  await store.intents.park(portal, refs, code)
  await store.ledger.append(portal, { kind: 'refused', records: refs, code })
  log.warn('records refused by the CRM', { portal, code, records: refs.length })
}

function refsOf(results: readonly WriteResult[]): readonly RecordRef[] {
  return results.map(({ ref }) => ref)
}
