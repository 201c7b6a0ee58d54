import type { ChangedRecord, Connector, RecordEdit } from '#src/connector-port.ts'
import type { PortalId, RecordRef } from '#src/ports.ts'
import type { WrittenIntent } from '#src/store/store.ts'
import { allowListOf } from './allow-list-of.ts'
import type { JobDeps } from './deps.ts'

/** The CRM's clock and ours may differ by this much; what is nearer to our own write is taken for it. */
const SKEW_MS = 10_000
/** How late a modification may appear in a poll; older ones were looked at before. */
const LATE_MS = 60_000

export interface Modified {
  /** Modified, though nothing we read of them differs: our fields may be what changed. */
  readonly records: readonly ChangedRecord[]
  /** When the poll before this one began, epoch ms. */
  readonly since: number
}

/**
 * Looks at our own fields of records somebody else modified after our last write. What differs is put
 * right with the next write; what a person changed by hand stays, where the portal's owner says so,
 * until the result itself is another.
 */
export async function answerEdits(
  deps: Pick<JobDeps, 'store' | 'log'>,
  portal: PortalId,
  connector: Connector,
  { records, since }: Modified,
): Promise<void> {
  if (connector.edits === undefined || records.length === 0) return
  const modified = new Map(records.map(({ ref, modifiedAt = 0 }) => [keyOf(ref), modifiedAt]))
  const isOthers = ({ ref, writtenAt }: WrittenIntent): boolean => {
    const modifiedAt = modified.get(keyOf(ref)) ?? 0
    return modifiedAt > since - LATE_MS && modifiedAt > writtenAt + SKEW_MS
  }
  const refs = records.map(({ ref }) => ref)
  const suspects = (await deps.store.intents.lastWritten(portal, refs)).filter(isOthers)
  if (suspects.length === 0) return
  await settleEdits(deps, portal, await connector.edits(suspects))
}

/** What differs from what we wrote is written again, or stays where a person did it and may. */
export async function settleEdits(
  { store, log }: Pick<JobDeps, 'store' | 'log'>,
  portal: PortalId,
  edits: readonly RecordEdit[],
): Promise<void> {
  if (edits.length === 0) return
  const { policy } = await allowListOf(store, portal)
  const stays = edits.filter(({ byPerson }) => byPerson && policy.repEdits === 'respect')
  const goes = edits.filter((edit) => !stays.includes(edit))
  await store.intents.unwrite(portal, refsOf(goes))
  for (const [found, code] of [
    [refsOf(stays), 'respected'],
    [refsOf(goes), 'put-right'],
  ] as const) {
    if (found.length === 0) continue
    await store.ledger.append(portal, { kind: 'edited', records: found, code })
    log.info('fields of ours were edited in the CRM', { portal, code, records: found.length })
  }
}

function refsOf(edits: readonly RecordEdit[]): readonly RecordRef[] {
  return edits.map(({ ref }) => ref)
}

function keyOf({ object, id }: RecordRef): string {
  return `${object}:${id}`
}
