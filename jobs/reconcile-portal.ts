import type { Connector } from '#src/connector-port.ts'
import type { PortalId, RecordRef } from '#src/ports.ts'
import { recordKey } from '#src/record-key.ts'
import type { WrittenIntent } from '#src/store/store.ts'
import { settleEdits } from './answer-edits.ts'
import { askDaily } from './ask-daily.ts'
import type { JobHandler } from './catalog.ts'
import type { JobDeps } from './deps.ts'
import { findEdits } from './find-edits.ts'
import { chunksOf } from './save-records.ts'

/** Records looked at a night: where one in a hundred has drifted, that is found with 99 in 100. */
const SAMPLE = 500
/** What both CRMs read in one call. */
const READ_BATCH = 100

/** Asks for it in every connected portal whose time of the day has come. */
export function createReconcile(deps: JobDeps): JobHandler<'reconcile'> {
  return () => askDaily(deps, 'reconcile', 'reconcile-portal')
}

/**
 * Compares a sample of what was written with what the CRM shows. What somebody changed there is put
 * right or respected, as in a poll; what changed without our being told of it is marked and read again.
 */
export function createReconcilePortal(deps: JobDeps): JobHandler<'reconcile-portal'> {
  return async ({ portal }, { signal }) => {
    const { store, log, queue, now } = deps
    const at = now()
    const connector = await deps.connectorFor(portal, 'bulk')
    const sample = await store.intents.sampleWritten(portal, SAMPLE)
    let drifted = 0
    let missed = 0
    for (const batch of chunksOf(sample, READ_BATCH)) {
      if (signal.aborted) return
      const edits = await findEdits({ store, connector }, portal, batch)
      await settleEdits(deps, portal, edits)
      drifted += edits.length
      missed += await markMissed(deps, portal, connector, batch)
    }
    await store.cursors.set(portal, 'reconcile', { at })
    const detail = { records: sample.length, drifted, missed }
    await store.ledger.append(portal, { kind: 'admin', action: 'reconciled', detail })
    log.info('reconciled', { portal, ...detail })
    if (drifted + missed > 0) await queue.kick(portal)
  }
}

/** Whose own fields are others than we read, or who is not there any more. */
async function markMissed(
  { store }: JobDeps,
  portal: PortalId,
  connector: Connector,
  batch: readonly WrittenIntent[],
): Promise<number> {
  const refs = batch.map(({ ref }) => ref)
  const { records, missing } = await connector.read(refs)
  const known = await store.records.fingerprints(portal, refs)
  const others = records.filter((record) => known.get(recordKey(record)) !== record.fingerprint)
  const marks: RecordRef[] = [...others, ...missing].map(({ object, id }) => ({ object, id }))
  if (marks.length > 0) await store.marks.mark(portal, marks, 'bulk')
  return marks.length
}
