import type { ChangedRecord, Connector, RecordEdit } from '#src/connector-port.ts'
import type { AccountValues, IntentValues, PortalId, RecordRef } from '#src/ports.ts'
import { recordKey } from '#src/record-key.ts'
import type { Store, WrittenIntent } from '#src/store/store.ts'
import { allowListOf } from './allow-list-of.ts'
import type { JobDeps } from './deps.ts'
import { findEdits } from './find-edits.ts'

/** The CRM's clock and ours may differ by this much; what is nearer to our own write is taken for it. */
const SKEW_MS = 10_000
/** How late a modification may appear in a poll; older ones were looked at before. */
const LATE_MS = 60_000
/**
 * What a person may keep otherwise than we intend it: it shows the score. All else says whether and how
 * somebody may be reached, or what to do, and an edit may not open what consent closed.
 */
const MAY_STAY: ReadonlySet<string> = new Set<keyof IntentValues | keyof AccountValues>([
  'score',
  'fit',
  'engagement',
  'grade',
  'audience',
  'topReason',
  'segment',
  'accountScore',
  'engagedContacts',
])

export interface Modified {
  /** Modified, though nothing we read of them differs: our fields may be what changed. */
  readonly records: readonly ChangedRecord[]
  /** When the poll before this one began, epoch ms. */
  readonly since: number
}

/**
 * Looks at our own fields of records somebody else modified after our last write. What differs is put
 * right with the next write; what a person changed by hand of the score alone stays, where the portal's
 * owner says so and nothing holds the record, until the result itself is another.
 */
export async function answerEdits(
  deps: Pick<JobDeps, 'store' | 'log'>,
  portal: PortalId,
  connector: Connector,
  { records, since }: Modified,
): Promise<void> {
  if (records.length === 0) return
  const modified = new Map(records.map(({ ref, modifiedAt = 0 }) => [recordKey(ref), modifiedAt]))
  const isOthers = ({ ref, writtenAt }: WrittenIntent): boolean =>
    (modified.get(recordKey(ref)) ?? 0) > writtenAt + SKEW_MS
  const refs = modifiedSince({ records, since })
  const suspects = (await deps.store.intents.lastWritten(portal, refs)).filter(isOthers)
  if (suspects.length === 0) return
  await settleEdits(deps, portal, await findEdits({ ...deps, connector }, portal, suspects))
}

/** Those of them that were not there to be looked at before, as the clock of the CRM has it. */
export function modifiedSince({ records, since }: Modified): readonly RecordRef[] {
  return records.filter(({ modifiedAt = 0 }) => modifiedAt > since - LATE_MS).map(({ ref }) => ref)
}

/** What differs from what we wrote is written again, or stays where a person did it and may. */
export async function settleEdits(
  { store, log }: Pick<JobDeps, 'store' | 'log'>,
  portal: PortalId,
  edits: readonly RecordEdit[],
): Promise<void> {
  if (edits.length === 0) return
  const stays = await thatStay(store, portal, edits)
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

async function thatStay(
  store: Store,
  portal: PortalId,
  edits: readonly RecordEdit[],
): Promise<readonly RecordEdit[]> {
  const { policy } = await allowListOf(store, portal)
  if (policy.repEdits !== 'respect') return []
  const may = edits.filter(
    ({ byPerson, fields }) => byPerson && fields.every((field) => MAY_STAY.has(field)),
  )
  const intended = await store.intents.values(portal, refsOf(may))
  return may.filter(({ ref }) => (intended.get(recordKey(ref))?.hold ?? null) === null)
}

function refsOf(edits: readonly RecordEdit[]): readonly RecordRef[] {
  return edits.map(({ ref }) => ref)
}
