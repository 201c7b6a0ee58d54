import { keepOnly } from '#src/consent/keep-only.ts'
import { type ErasureReason, isForGood } from '#src/ledger/ledger-entry.ts'
import type { PortalId, SafeRecord } from '#src/ports.ts'
import type { AllowList } from '#src/privacy/allowed-field.ts'
import { withinRetention } from '#src/privacy/retention.ts'
import { recordKey } from '#src/record-key.ts'
import { forgetRecords } from './forget-records.ts'
import type { ScoreRecordsDeps } from './score-records.ts'

/** Records as they came, and the list in force when they were read. */
export interface Read {
  readonly records: readonly SafeRecord[]
  readonly allowList: AllowList
}

/**
 * What may be kept of records just read: nothing of who asked to be forgotten or was, less of who may
 * not be profiled, nothing older than its retention. Whoever must go is taken out here.
 */
export async function admitRecords(
  deps: ScoreRecordsDeps,
  portal: PortalId,
  { records, allowList }: Read,
): Promise<readonly SafeRecord[]> {
  const forgotten = await deps.store.erasure.forgotten(portal, records)
  const verdicts = records
    .filter((record) => !isForGood(forgotten.get(recordKey(record))))
    .map((record) => ({ record, ...verdictOn(record, allowList, deps.now()) }))

  for (const reason of ['forget-requested', 'retention'] as const) {
    const going = verdicts
      .filter((verdict) => verdict.reason === reason && !forgotten.has(recordKey(verdict.record)))
      .map(({ record }) => record)
    if (going.length > 0) await forgetRecords(deps.store, portal, going, reason)
  }
  const kept = verdicts.flatMap((verdict) => (verdict.kept === undefined ? [] : [verdict.kept]))
  const back = kept.filter((record) => forgotten.has(recordKey(record)))
  if (back.length > 0) await deps.store.erasure.lift(portal, back)
  return kept
}

interface Verdict {
  readonly kept: SafeRecord | undefined
  /** Why nothing is kept. */
  readonly reason: ErasureReason | undefined
}

function verdictOn(record: SafeRecord, allowList: AllowList, now: number): Verdict {
  if (record.facts['shouldForget'] === true) return { kept: undefined, reason: 'forget-requested' }
  const kept = withinRetention(reduced(record), allowList, now)
  return { kept, reason: kept === undefined ? 'retention' : undefined }
}

/** A hash of facts that may not be kept is not kept either: such a record is read again each time. */
function reduced(record: SafeRecord): SafeRecord {
  const kept = keepOnly(record)
  const isWhole = Object.keys(kept.facts).length === Object.keys(record.facts).length
  return isWhole ? kept : { ...kept, fingerprint: '' }
}
