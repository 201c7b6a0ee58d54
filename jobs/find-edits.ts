import type { Connector, RecordEdit } from '#src/connector-port.ts'
import type { PortalId } from '#src/ports.ts'
import { recordKey } from '#src/record-key.ts'
import type { Store, WrittenIntent } from '#src/store/store.ts'

interface Looking {
  readonly store: { readonly intents: Pick<Store['intents'], 'lastWritten'> }
  readonly connector: Pick<Connector, 'edits'>
}

/**
 * Which of these records show something else than we last wrote. What we wrote, or are about to write,
 * while they were looked at is no edit: the record shows that then.
 */
export async function findEdits(
  { store, connector }: Looking,
  portal: PortalId,
  written: readonly WrittenIntent[],
): Promise<readonly RecordEdit[]> {
  const edits = await connector.edits(written)
  if (edits.length === 0) return edits
  const lookedAt = new Map(written.map(({ ref, writtenAt }) => [recordKey(ref), writtenAt]))
  const still = await store.intents.lastWritten(
    portal,
    edits.map(({ ref }) => ref),
  )
  const same = still.filter(({ ref, writtenAt }) => lookedAt.get(recordKey(ref)) === writtenAt)
  const known = new Set(same.map(({ ref }) => recordKey(ref)))
  return edits.filter(({ ref }) => known.has(recordKey(ref)))
}
