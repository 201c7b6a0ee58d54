import { NO_SCORE } from '#src/decision/no-score.ts'
import type { ErasureReason } from '#src/ledger/ledger-entry.ts'
import type { IntentValues, PortalId, RecordRef } from '#src/ports.ts'
import type { Removed } from '#src/store/privacy-repositories.ts'
import type { HeldIntent, Store } from '#src/store/store.ts'

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
    await intendCleared(inner, portal, shown)
    return { removed, underWay: shown.some(({ underWay }) => underWay) }
  })
}

/**
 * Forgets records in which others live on that were forgotten for this reason. A CRM copies values of
 * ours when it merges or converts, so these are emptied even where we never wrote any.
 */
export async function forgetAsHeirs(
  store: Store,
  portal: PortalId,
  refs: readonly RecordRef[],
  reason: ErasureReason,
): Promise<Forgotten> {
  return await store.transaction(async (inner) => {
    const forgotten = await forgetRecords(inner, portal, refs, reason)
    const people = refs.filter(({ object }) => object !== 'company')
    const segmented = (await inner.segments.version(portal)) > 0
    await intendCleared(
      inner,
      portal,
      people.map(({ object, id }) => ({ ref: { object, id }, segmented })),
    )
    const action = 'forgotten-as-heir'
    await inner.ledger.append(portal, { kind: 'admin', action, records: refs })
    return forgotten
  })
}

/**
 * Whatever is intended for these records, which were forgotten, is to be that they are emptied. It is already
 * unless the row was filled before the database kept the intent that empties (migration 0014).
 */
export async function emptyForgotten(
  store: Store,
  portal: PortalId,
  refs: readonly RecordRef[],
): Promise<void> {
  await store.transaction(async (inner) =>
    intendCleared(inner, portal, await inner.intents.hold(portal, refs)),
  )
}

async function intendCleared(
  { intents }: Pick<Store, 'intents'>,
  portal: PortalId,
  held: readonly Pick<HeldIntent, 'ref' | 'segmented'>[],
): Promise<void> {
  if (held.length === 0) return
  const clearing = held.map(({ ref, segmented }) => {
    const values = segmented ? { ...CLEARED, segment: null } : CLEARED
    return { ref, values, nextChangeAt: undefined }
  })
  await intents.intend(portal, clearing, 'event')
}
