import { open } from 'node:fs/promises'
import type { Config } from '#src/config.ts'
import { errorCode, PermanentError } from '#src/errors.ts'
import type { PortalId, RecordRef } from '#src/ports.ts'
import type { Store } from '#src/store/store.ts'
import { entryRow, recordEntryRow } from './audit-rows.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import type { Output } from './output.ts'
import { candidateRefs } from './record-argument.ts'
import { withRuntime } from './with-runtime.ts'

export interface AuditRequest {
  /** All of them when absent. */
  readonly portal: PortalId | undefined
  readonly record?: string
  readonly verify: boolean
  readonly export?: string
  readonly limit: number
}

/** `leadwell audit [portal]`: what the ledger says, and whether it is whole. */
export function runAudit(config: Config, request: AuditRequest, output: Output): Promise<ExitCode> {
  return withRuntime(config, async ({ store }) => {
    const { portal, record, verify, limit } = request
    if (portal !== undefined) await store.portals.require(portal)
    if (record !== undefined) await showRecord(store, { portal, record }, output)
    if (request.export !== undefined) await exportLedger(store, portal, request.export, output)
    if (verify) return verifyLedger(store, portal, output)
    if (record === undefined && request.export === undefined) {
      await showNewest(store, { portal, limit }, output)
    }
    return EXIT.ok
  })
}

async function showNewest(
  { ledger }: Store,
  options: { portal: PortalId | undefined; limit: number },
  output: Output,
): Promise<void> {
  const entries = await ledger.list(options)
  for (const entry of entries) output.object(entry)
  if (entries.length === 0) return output.line('The ledger is empty.')
  output.table(['portal', 'no', 'when', 'what', 'by', 'records', 'how'], entries.map(entryRow))
}

async function showRecord(
  { ledger }: Store,
  { portal, record }: { portal: PortalId | undefined; record: string },
  output: Output,
): Promise<void> {
  if (portal === undefined) {
    throw new PermanentError(
      'portal-malformed',
      'A record is asked for within a portal.',
      'For example: leadwell audit hubspot:123 --record 456',
    )
  }
  let found = 0
  for (const ref of candidateRefs(record)) {
    const about = await ledger.about(portal, ref)
    found += about.length
    for (const { entry, digest, ground } of about) {
      output.object({
        record: ref,
        ...entry,
        records: undefined,
        digests: undefined,
        digest,
        ground,
      })
    }
    if (about.length === 0) continue
    output.line(output.colour.bold(`${nameOf(ref)} in ${portal}`))
    output.table(
      ['no', 'when', 'what', 'how', 'on which basis', 'values'],
      about.map(recordEntryRow),
    )
  }
  if (found === 0) output.line(`The ledger of ${portal} names no record ${record}.`)
}

async function exportLedger(
  { ledger }: Store,
  portal: PortalId | undefined,
  path: string,
  output: Output,
): Promise<void> {
  let entries = 0
  try {
    const file = await open(path, 'w', 0o600)
    try {
      for await (const entry of ledger.export(portal)) {
        await file.write(`${JSON.stringify(entry)}\n`)
        entries += 1
      }
    } finally {
      await file.close()
    }
  } catch (error) {
    if (!(error instanceof Error && 'syscall' in error)) throw error
    throw new PermanentError('file-unwritable', `${path} cannot be written (${errorCode(error)}).`)
  }
  output.object({ exported: entries, file: path })
  output.line(`${entries} entries written to ${path}.`)
}

async function verifyLedger(
  { ledger }: Store,
  portal: PortalId | undefined,
  output: Output,
): Promise<ExitCode> {
  const { entries, brokenAt } = await ledger.verify(portal)
  output.object({ verified: brokenAt === undefined, entries, ...(brokenAt && { brokenAt }) })
  if (brokenAt === undefined) {
    output.line(`The chain is whole: ${entries} entries, each as it was written.`)
    return EXIT.ok
  }
  const where = `${brokenAt.portal ?? 'no portal'}, entry ${brokenAt.seq}`
  output.problem(`The chain is broken (${where}): ${brokenAt.why}`)
  return EXIT.failed
}

function nameOf({ object, id }: RecordRef): string {
  return `${object} ${id}`
}
