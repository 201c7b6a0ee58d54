import { z } from 'zod'
import type { Intent } from '#src/ports.ts'
import type { RecordType } from '../reading/records.ts'
import { Id } from '../transport/answers.ts'
import { PATHS } from '../transport/paths.ts'
import { type Call, parseAnswer, type Transport } from '../transport/transport.ts'
import { importForm } from './import-file.ts'

const Import = z.object({
  id: Id,
  state: z.string(),
  importName: z.string().nullish().catch(undefined),
})
const Imports = z.object({ results: z.array(Import) })
const Paging = z
  .object({ next: z.object({ after: Id }).optional().catch(undefined) })
  .nullish()
  .catch(undefined)
const ImportErrors = z.object({
  results: z.array(
    z.object({
      errorType: z.string().catch('UNKNOWN_ERROR'),
      sourceData: z
        .object({ rowData: z.array(z.unknown()).optional().catch(undefined) })
        .nullish()
        .catch(undefined),
    }),
  ),
  paging: Paging,
})

export type ImportState = 'running' | 'done' | 'failed'

/** A file takes longer to arrive than a request. */
const UPLOAD_MS = 300_000
const PAGE = 100

/** Begins an import and gives its id. Sent once: a second try would import twice. */
export async function startImport(
  transport: Transport,
  type: RecordType,
  name: string,
  intents: readonly Intent[],
): Promise<string> {
  const call: Call = {
    method: 'POST',
    path: PATHS.imports,
    pool: 'general',
    body: importForm(type, name, intents),
    once: true,
    timeoutMs: UPLOAD_MS,
  }
  return parseAnswer(Import, (await transport(call)).body, call).id
}

/** The import of this name, where an earlier try began one whose answer was lost. */
export async function findImport(transport: Transport, name: string): Promise<string | undefined> {
  const query = { limit: String(PAGE) }
  const call: Call = { method: 'GET', path: PATHS.imports, query, pool: 'general' }
  const { results } = parseAnswer(Imports, (await transport(call)).body, call)
  return results.find(({ importName }) => importName === name)?.id
}

export async function readImportState(transport: Transport, id: string): Promise<ImportState> {
  const call: Call = { method: 'GET', path: PATHS.import(id), pool: 'general' }
  const { state } = parseAnswer(Import, (await transport(call)).body, call)
  if (state === 'DONE') return 'done'
  return ['FAILED', 'CANCELED', 'REVERTED'].includes(state) ? 'failed' : 'running'
}

/** What went wrong, by record id, which is the first cell of our rows. No other cell is kept. */
export async function readImportErrors(
  transport: Transport,
  id: string,
): Promise<ReadonlyMap<string, string>> {
  const codes = new Map<string, string>()
  let after: string | undefined
  do {
    const query = { limit: String(PAGE), ...(after !== undefined && { after }) }
    const call: Call = { method: 'GET', path: PATHS.importErrors(id), query, pool: 'general' }
    const { results, paging } = parseAnswer(ImportErrors, (await transport(call)).body, call)
    for (const { errorType, sourceData } of results) {
      const [recordId] = sourceData?.rowData ?? []
      if (typeof recordId === 'string') codes.set(recordId, errorCodeOf(errorType))
    }
    after = paging?.next?.after
  } while (after !== undefined)
  return codes
}

function errorCodeOf(errorType: string): string {
  return /^[A-Z_]{3,60}$/.test(errorType) ? errorType : 'UNKNOWN_ERROR'
}
