import type { Connector } from '#src/connector-port.ts'
import { FOR_GOOD, isForGood } from '#src/ledger/ledger-entry.ts'
import type { PortalId, RecordRef } from '#src/ports.ts'
import { recordKey } from '#src/record-key.ts'
import type { JobDeps } from './deps.ts'
import { forgetAsHeirs } from './forget-records.ts'

/**
 * Forgets those of these records that took over somebody who was forgotten for good. Asked before what
 * was read is kept, of the CRM itself: no order, repetition or loss of events matters, and no link
 * between ids has to be kept here. Costs nothing in a portal that has forgotten nobody so.
 */
export async function forgetHeirs(
  { store, log }: Pick<JobDeps, 'store' | 'log'>,
  portal: PortalId,
  connector: Connector,
  refs: readonly RecordRef[],
): Promise<void> {
  if (connector.takenOver === undefined || refs.length === 0) return
  if (!(await store.erasure.anyForGood(portal))) return
  const taken = await connector.takenOver(refs)
  const forgotten = await store.erasure.forgotten(
    portal,
    taken.flatMap(({ gone, heir }) => [gone, heir]),
  )
  const open = taken.filter(({ heir }) => !isForGood(forgotten.get(recordKey(heir))))
  for (const reason of FOR_GOOD) {
    const bound = open.filter(({ gone }) => forgotten.get(recordKey(gone)) === reason)
    const heirs = [...new Map(bound.map(({ heir }) => [recordKey(heir), heir])).values()]
    if (heirs.length === 0) continue
    await forgetAsHeirs(store, portal, heirs, reason)
    log.warn('records that took over forgotten ones are forgotten', {
      portal,
      code: reason,
      records: heirs.length,
    })
  }
}
