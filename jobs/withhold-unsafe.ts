import { PRODUCT_SENTENCES } from '#src/handoff/product-sentences.ts'
import type { PortalId } from '#src/ports.ts'
import type { guardText as GuardText } from '#src/privacy/egress-guard.ts'
import type { PendingIntent } from '#src/store/store.ts'
import type { JobDeps } from './deps.ts'

const CODE = 'text-withheld'

/**
 * The last look before anything leaves for the CRM: an intent whose text tells who somebody is or how
 * they are is parked with a code and never sent. Returns those that may go.
 */
export async function withholdUnsafe(
  { store, log, modelTextsFor }: Pick<JobDeps, 'store' | 'log' | 'modelTextsFor'>,
  portal: PortalId,
  batch: readonly PendingIntent[],
): Promise<readonly PendingIntent[]> {
  // Loaded when something is written: its word lists would slow every command that writes nothing.
  const { guardText } = await import('#src/privacy/egress-guard.ts')
  const own = new Set([...PRODUCT_SENTENCES, ...(await modelTextsFor(store, portal))])
  const unsafe = batch.filter((intent) => !isSafe(intent, own, guardText))
  if (unsafe.length === 0) return batch
  const refs = unsafe.map(({ ref }) => ref)
  await store.intents.park(portal, refs, CODE)
  await store.ledger.append(portal, { kind: 'withheld', records: refs, code: CODE })
  log.error('text withheld from the CRM', { portal, code: CODE, records: refs.length })
  return batch.filter((intent) => !unsafe.includes(intent))
}

/**
 * Looked at as it is first. What is found in it may be a checked text of the model read together with
 * the number before it ("+1 Used the …" as an address), so a second look leaves those out.
 */
function isSafe(
  { values }: PendingIntent,
  own: ReadonlySet<string>,
  guardText: typeof GuardText,
): boolean {
  return Object.values(values)
    .filter((value) => typeof value === 'string')
    .every(
      (text) =>
        guardText('crm', text, { fixedSentences: PRODUCT_SENTENCES }) === 'clean' ||
        guardText('crm', text, { fixedSentences: own }) === 'clean',
    )
}
