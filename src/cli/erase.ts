import type { Config } from '#src/config.ts'
import { eraseRecord } from '#src/erase-record.ts'
import { PermanentError } from '#src/errors.ts'
import type { PortalId, RecordRef } from '#src/ports.ts'
import { recordKey } from '#src/record-key.ts'
import type { Runtime } from '#src/runtime.ts'
import type { Remains } from '#src/store/privacy-repositories.ts'
import type { Store } from '#src/store/store.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import { liftErasure } from './lift-erasure.ts'
import type { Output } from './output.ts'
import { candidateRefs } from './record-argument.ts'
import { withRuntime } from './with-runtime.ts'

interface EraseRequest {
  readonly portal: PortalId
  readonly record: string
  readonly lift: boolean
}

/** `leadwell erase <portal> <record> [--lift]`: forgets a record and proves that nothing remains. */
export function runErase(
  config: Config,
  { portal, record, lift }: EraseRequest,
  output: Output,
): Promise<ExitCode> {
  return withRuntime(config, async (runtime) => {
    await runtime.store.portals.require(portal)
    const candidates = candidateRefs(record)
    if (lift) return liftErasure(runtime, portal, candidates, output)
    return erase(runtime, portal, await findOne(runtime, portal, candidates), output)
  })
}

async function erase(
  runtime: Runtime,
  portal: PortalId,
  ref: RecordRef,
  output: Output,
): Promise<ExitCode> {
  const { cleared, removed, heirs, heirsUnknown } = await eraseRecord(runtime, portal, ref)
  const remains: Remains[] = []
  for (const one of [ref, ...heirs]) {
    remains.push(...(await runtime.store.erasure.remains(portal, one)))
  }
  output.object({ portal, record: ref, cleared, removed, heirs, heirsUnknown, remains })
  output.table(['removed from', 'rows'], Object.entries(removed))
  output.line(
    cleared
      ? 'In the CRM nothing of ours stands on the record.'
      : 'In the CRM our properties are not emptied yet: the portal did not answer, or is being written. That is done as soon as it can be.',
  )
  output.line(heirsLine(portal, heirs, heirsUnknown))
  if (remains.length === 0) {
    output.line('Every column of every table was searched for the id: nothing remains.')
    return heirsUnknown ? EXIT.incomplete : EXIT.ok
  }
  output.table(
    ['still stands in', 'rows'],
    remains.map(({ table, rows }) => [table, rows]),
  )
  return EXIT.incomplete
}

/** What holds for merges and conversions, those that were and those to come. */
function heirsLine(portal: PortalId, heirs: readonly RecordRef[], unknown: boolean): string {
  const later =
    'Should it be merged or converted later, the record it lives on in is forgotten when that is read.'
  if (unknown) {
    return `The CRM did not tell whether it was merged or converted before: run this again once the portal answers (leadwell doctor ${portal}). ${later}`
  }
  if (heirs.length === 0) return later
  const named = heirs.map(recordKey).join(', ')
  return `It was merged or converted: ${named}, where it lives on, is forgotten as well. ${later}`
}

/** The record of this id that we hold anything of. */
async function findOne(
  { store }: Runtime,
  portal: PortalId,
  candidates: readonly RecordRef[],
): Promise<RecordRef> {
  const [first, ...others] = candidates
  // Named with its object it may be forgotten before it was ever read.
  if (first !== undefined && others.length === 0) return first
  const held = await heldOf(store, portal, candidates)
  const [found, another] = held
  if (found === undefined) {
    throw new PermanentError(
      'record-unknown',
      `Nothing is held of a record with that id in ${portal}.`,
      'To keep it out all the same, name it with its object, such as contact:123.',
    )
  }
  if (another === undefined) return found
  throw new PermanentError(
    'record-ambiguous',
    `${portal} has a ${held.map(({ object }) => object).join(' and a ')} with that id.`,
    `Say which: ${held.map(recordKey).join(' or ')}`,
  )
}

/** Those we have a row of; failing that, those another row names, as people name their organisation. */
async function heldOf(
  { records, intents, erasure }: Store,
  portal: PortalId,
  candidates: readonly RecordRef[],
): Promise<readonly RecordRef[]> {
  const known = [
    ...(await records.get(portal, candidates)),
    ...(await intents.get(portal, candidates)).map(({ ref }) => ref),
  ]
  const own = candidates.filter((ref) =>
    known.some(({ object, id }) => object === ref.object && id === ref.id),
  )
  if (own.length > 0) return own
  const named: RecordRef[] = []
  for (const ref of candidates) {
    if ((await erasure.remains(portal, ref)).length > 0) named.push(ref)
  }
  return named
}
