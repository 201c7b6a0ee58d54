import { TransientError } from '#src/errors.ts'
import { findKin } from '#src/find-kin.ts'
import type { PortalId, RecordRef } from '#src/ports.ts'
import { recordKey } from '#src/record-key.ts'
import type { Runtime } from '#src/runtime.ts'
import type { Store } from '#src/store/store.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import type { Output } from './output.ts'

/** Lets go of those of these records that are forgotten, and of what they were merged or converted with. */
export async function liftErasure(
  runtime: Runtime,
  portal: PortalId,
  candidates: readonly RecordRef[],
  output: Output,
): Promise<ExitCode> {
  const { store } = runtime
  const named = await forgottenOf(store, portal, candidates)
  const lifted = [...named]
  for (const ref of named) {
    const kin = await findKin(runtime, portal, ref)
    if (kin === undefined) throw kinUnknown()
    lifted.push(...(await forgottenOf(store, portal, kin)))
  }
  if (lifted.length > 0) {
    await store.transaction(async ({ erasure, ledger }) => {
      const action = 'lift-requested'
      await ledger.append(portal, { kind: 'admin', actor: 'operator', action, records: lifted })
      await erasure.lift(portal, lifted)
    })
  }
  output.object({ portal, lifted })
  output.line(
    lifted.length === 0
      ? `${portal} has forgotten no such record.`
      : `Lifted: it is read again when it changes in the CRM, or with: leadwell sync ${portal} --full`,
  )
  return EXIT.ok
}

async function forgottenOf(
  { erasure }: Store,
  portal: PortalId,
  refs: readonly RecordRef[],
): Promise<readonly RecordRef[]> {
  const forgotten = await erasure.forgotten(portal, refs)
  return refs.filter((ref) => forgotten.has(recordKey(ref)))
}

/** Lifted alone, it would be forgotten again for one that was merged into it. */
function kinUnknown(): TransientError {
  return new TransientError(
    'kin-unknown',
    'The CRM did not tell what the record was merged with, so nothing was lifted.',
  )
}
