import { NO_SCORE } from '#src/decision/no-score.ts'
import type { ErasureReason } from '#src/ledger/ledger-entry.ts'
import type { IntentValues, PortalId, RecordRef } from '#src/ports.ts'
import type { Removed } from '#src/store/privacy-repositories.ts'
import type { Store } from '#src/store/store.ts'

/** Every property of ours empty: what stands on the CRM record of somebody who was forgotten. */
const CLEARED: IntentValues = {
  ...NO_SCORE,
  hold: null,
  handoffNote: null,
  nextAction: null,
  channels: [],
}

export interface Forgotten {
  /** Rows that went, by table. */
  readonly removed: Removed
  /** A write of earlier values may arrive yet, so only the writer, who comes after it, can be the last. */
  readonly underWay: boolean
}

/**
 * Takes everything of these records out of the store at once. Where the CRM may show values of ours,
 * one intent stays that empties them; the writer erases it when that is done.
 */
export async function forgetRecords(
  store: Store,
  portal: PortalId,
  refs: readonly RecordRef[],
  reason: ErasureReason,
): Promise<Forgotten> {
  return await store.transaction(async (inner) => {
    const people = refs.filter(({ object }) => object !== 'company')
    const shown = await inner.intents.hold(portal, people)
    const removed = await inner.erasure.forget(portal, refs, reason)
    const clearing = shown.map(({ ref, segmented }) => {
      const values = segmented ? { ...CLEARED, segment: null } : CLEARED
      return { ref, values, nextChangeAt: undefined }
    })
    if (clearing.length > 0) await inner.intents.intend(portal, clearing, 'event')
    return { removed, underWay: shown.some(({ underWay }) => underWay) }
  })
}
