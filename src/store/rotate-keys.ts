import { errorCode, PermanentError } from '../errors.ts'
import type { PortalId } from '../ports.ts'
import type { ChainName, Resealed } from './privacy-repositories.ts'
import type { Store } from './store.ts'

export interface Rotation {
  readonly credentials: Resealed<PortalId>
  /** Of the ledger: one for each portal there is or was, and the one of no portal. */
  readonly chains: Resealed<ChainName>
}

/**
 * Seals whatever is kept sealed with the newest key, so that the older ones can be dropped: one thing
 * after the other, each whole or not at all. Killed anywhere, the next time goes on with what is left.
 */
export async function rotateKeys(store: Store): Promise<Rotation> {
  const credentials = await rotateCredentials(store)
  const chains = await store.ledger.reseal()
  const failed = credentials.failed.length + chains.failed.length
  // Always, also where nothing was left to do: whoever was killed before this line left none.
  await store.ledger.append(undefined, {
    kind: 'admin',
    actor: 'operator',
    action: 'keys-rotated',
    detail: { credentials: credentials.resealed, chains: chains.resealed, failed },
  })
  return { credentials, chains }
}

async function rotateCredentials(store: Store): Promise<Resealed<PortalId>> {
  let resealed = 0
  let kept = 0
  const failed: PortalId[] = []
  for (const { id, statusReason } of await store.portals.list()) {
    if (statusReason === 'erased') continue
    try {
      if (await store.portals.resealCredentials(id)) resealed += 1
      else kept += 1
    } catch (error) {
      const isWrongKey = error instanceof PermanentError && errorCode(error) === 'secret-key-wrong'
      if (!isWrongKey) throw error
      failed.push(id)
    }
  }
  return { resealed, kept, failed }
}
