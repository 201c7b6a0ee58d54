import { z } from 'zod'
import type { ChangedRecord, ChangePage } from '#src/connector-port.ts'
import type { PortalId, RecordRef } from '#src/ports.ts'
import { recordKey } from '#src/record-key.ts'
import type { Store } from '#src/store/store.ts'
import { answerEdits, modifiedSince } from './answer-edits.ts'
import type { JobHandler } from './catalog.ts'
import type { JobDeps } from './deps.ts'
import { forgetHeirs } from './forget-heirs.ts'
import { clearTrouble, noteTrouble } from './portal-trouble.ts'

const Poll = z.object({ at: z.number(), cursor: z.unknown().optional() })

/**
 * Marks what changed since the last poll. A record whose own fields are as we last read them was
 * changed by our write alone, or not at all: it costs nothing further.
 */
export function createPollChanges(deps: JobDeps): JobHandler<'poll-changes'> {
  return async ({ portal }) => {
    const at = deps.now()
    try {
      const last = Poll.safeParse(await deps.store.cursors.get(portal, 'poll')).data
      const connector = await deps.connectorFor(portal, 'event')
      const page = await connector.changes(last?.cursor, last?.at ?? at)
      const unchanged = await keepChanges(deps, portal, page, at)
      const modified = { records: unchanged, since: last?.at ?? at }
      await forgetHeirs(deps, portal, connector, modifiedSince(modified))
      await answerEdits(deps, portal, connector, modified)
      await clearTrouble(deps.store, portal)
    } catch (error) {
      await noteTrouble(deps, portal, error)
      throw error
    }
    await deps.queue.kick(portal)
  }
}

/** When the last poll of a portal began, or its first reading; epoch ms, 0 for never. */
export async function lastPollAt(store: Store, portal: PortalId): Promise<number> {
  return Poll.safeParse(await store.cursors.get(portal, 'poll')).data?.at ?? 0
}

/** Returns the records that were modified and yet say of themselves what they said before. */
async function keepChanges(
  { store }: JobDeps,
  portal: PortalId,
  page: ChangePage,
  at: number,
): Promise<readonly ChangedRecord[]> {
  const known = await store.records.fingerprints(
    portal,
    page.changed.map(({ ref }) => ref),
  )
  const isKnown = ({ ref, fingerprint }: ChangedRecord): boolean =>
    known.get(recordKey(ref)) === fingerprint
  const changed = page.changed.filter((record) => !isKnown(record)).map(({ ref }) => ref)
  const marks = distinct([...changed, ...page.touched])
  await store.transaction(async (inner) => {
    if (marks.length > 0) await inner.marks.mark(portal, marks, 'event')
    if (page.deleted.length > 0) await inner.records.erase(portal, page.deleted)
    await inner.cursors.set(portal, 'poll', { at, cursor: page.cursor })
  })
  return page.changed.filter(isKnown)
}

function distinct(refs: readonly RecordRef[]): readonly RecordRef[] {
  return [...new Map(refs.map((ref) => [recordKey(ref), ref])).values()]
}
