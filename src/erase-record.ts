import { eraseCleared } from '#jobs/erase-cleared.ts'
import { type Forgotten, forgetAsHeirs, forgetRecords } from '#jobs/forget-records.ts'
import { errorCode } from './errors.ts'
import { findHeirs } from './find-kin.ts'
import type { Intent, PortalId, RecordRef } from './ports.ts'
import type { Runtime } from './runtime.ts'
import { hashIntentValues } from './store/hash-intent-values.ts'
import type { Removed } from './store/privacy-repositories.ts'

type EraseDeps = Pick<Runtime, 'store' | 'queue' | 'log' | 'connectorFor'>

export interface ErasedRecord {
  /** Whether the CRM record shows nothing of ours any more; otherwise the writer sees to it. */
  readonly cleared: boolean
  /** Rows that went, by table. */
  readonly removed: Removed
  /** Where it lives on, merged away or converted: forgotten as well. */
  readonly heirs: readonly RecordRef[]
  /** The CRM did not tell where it lives on, if it does. */
  readonly heirsUnknown: boolean
}

/**
 * Takes a record out for good: every row of it goes at once, and what we wrote on the CRM record is
 * emptied now if the CRM answers, else as soon as it does. It is not read or scored again. So is the
 * record it lives on in; asked after the first is forgotten, so that no merge falls in between.
 */
export async function eraseRecord(
  runtime: EraseDeps,
  portal: PortalId,
  ref: RecordRef,
): Promise<ErasedRecord> {
  const { store } = runtime
  const own = await forgetRecords(store, portal, [ref], 'operator')
  let cleared = await clear(runtime, portal, ref, own)
  const removed = { ...own.removed }
  const heirs = await findHeirs(runtime, portal, ref)
  for (const heir of heirs ?? []) {
    const forgotten = await forgetAsHeirs(store, portal, [heir], 'operator')
    cleared = (await clear(runtime, portal, heir, forgotten)) && cleared
    for (const [table, rows] of Object.entries(forgotten.removed)) {
      removed[table] = (removed[table] ?? 0) + rows
    }
  }
  return { cleared, removed, heirs: heirs ?? [], heirsUnknown: heirs === undefined }
}

/** Whether the CRM record shows nothing of ours when this ends. */
async function clear(
  runtime: EraseDeps,
  portal: PortalId,
  ref: RecordRef,
  { underWay }: Forgotten,
): Promise<boolean> {
  const [clearing] = await runtime.store.intents.get(portal, [ref])
  if (clearing === undefined) return true
  if (!underWay) return clearNow(runtime, portal, clearing)
  await runtime.queue.kick(portal)
  return false
}

async function clearNow(
  runtime: EraseDeps,
  portal: PortalId,
  { ref, values }: Intent,
): Promise<boolean> {
  const { store, log } = runtime
  const intent = { ref, values }
  try {
    const connector = await runtime.connectorFor(portal, 'event')
    const properties = Object.keys(values)
    await store.ledger.append(portal, { kind: 'sent', records: [intent], properties })
    const [result] = await connector.write([intent])
    if (result?.outcome !== 'written' && result?.outcome !== 'gone') return false
    await store.intents.written(portal, [{ ...intent, hash: hashIntentValues(values) }])
    await eraseCleared(store, portal)
    return true
  } catch (error) {
    log.warn('CRM record not emptied yet', { portal, code: errorCode(error) })
    return false
  }
}
