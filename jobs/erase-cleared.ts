import type { PortalId } from '#src/ports.ts'
import type { Store } from '#src/store/store.ts'
import { isWritingBulk } from './write-bulk.ts'

/** Emptied intents taken out in one statement. */
const AT_ONCE = 500

/**
 * Whoever was forgotten: the CRM shows nothing of ours, so the intent that emptied it goes too. Not
 * while a bulk write is under way, whose older values may still arrive and have to be emptied again.
 */
export async function eraseCleared(store: Store, portal: PortalId): Promise<void> {
  if (await isWritingBulk(store, portal)) return
  while ((await store.intents.eraseCleared(portal, AT_ONCE)).length > 0);
}
