import type { PortalId } from './ports.ts'
import type { Runtime } from './runtime.ts'

/** Tries again what was parked in a portal, all of it or what has this code; returns how much. */
export async function retryParked(
  { store, queue }: Pick<Runtime, 'store' | 'queue'>,
  portal: PortalId,
  { code, by }: { readonly code: string | undefined; readonly by: string },
): Promise<number> {
  await store.portals.require(portal)
  const retried = await store.transaction(async ({ parked, ledger }) => {
    const records = await parked.retry(portal, code)
    const detail = code === undefined ? { records } : { records, code }
    await ledger.append(portal, { kind: 'admin', actor: by, action: 'parked-retried', detail })
    return records
  })
  await queue.kick(portal)
  return retried
}
