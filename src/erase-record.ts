import { eraseCleared } from '#jobs/erase-cleared.ts'
import { forgetRecords } from '#jobs/forget-records.ts'
import { errorCode } from './errors.ts'
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
}

/**
 * Takes a record out for good: every row of it goes at once, and what we wrote on the CRM record is
 * emptied now if the CRM answers, else as soon as it does. It is not read or scored again.
 */
export async function eraseRecord(
  runtime: EraseDeps,
  portal: PortalId,
  ref: RecordRef,
): Promise<ErasedRecord> {
  const { removed, underWay } = await forgetRecords(runtime.store, portal, [ref], 'operator')
  const [clearing] = await runtime.store.intents.get(portal, [ref])
  if (clearing === undefined) return { cleared: true, removed }
  if (underWay) {
    await runtime.queue.kick(portal)
    return { cleared: false, removed }
  }
  return { cleared: await clearNow(runtime, portal, clearing), removed }
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
