import { z } from 'zod'
import type { ConnectorDeps } from '#connectors/connector-deps.ts'
import type { BulkIntent, BulkProgress, WriteResult } from '#src/connector-port.ts'
import { errorCode, TransientError } from '#src/errors.ts'
import type { Intent } from '#src/ports.ts'
import type { ReadDeps } from '../reading/activity-reader.ts'
import { RECORD_OBJECTS, type RecordType } from '../reading/records.ts'
import { chunksOf } from '../transport/in-parallel.ts'
import { followMerges } from './follow-merges.ts'
import { fitsImport } from './import-file.ts'
import { findImport, readImportErrors, readImportState, startImport } from './import-job.ts'
import { WRITE_BATCH, writeIntents } from './write.ts'

/**
 * 500 batch calls. Fewer records are written within a minute or so of quota and leave no entry in the
 * portal's list of imports.
 */
export const IMPORT_FROM = 50_000

/** HubSpot takes a million rows a file; fewer keep a failed file cheap and its text out of memory. */
export const IMPORT_MOST = 100_000

/** What lets the next process go on with an import; no id of a record, no value. */
const Running = z.object({ name: z.string(), id: z.string().optional() })
type Running = z.infer<typeof Running>

/** Looked at again within one call, so that a small import ends in it; a long one is come back to. */
const LOOKS = 3
const LOOK_EVERY_MS = 5_000
const COME_BACK_MS = 30_000
const GONE = new Set(['INVALID_RECORD_ID', 'INVALID_OBJECT_ID', 'UPDATE_ONLY_IMPORT'])

export type WriteManyDeps = Pick<ReadDeps, 'transport' | 'schema'> &
  Pick<ConnectorDeps, 'sleep' | 'now' | 'log' | 'portal'>

/**
 * Writes records of one object by an import, at most `IMPORT_MOST`; rows an import cannot bring about, and
 * all of them where HubSpot allows none, by batch updates. Throws TransientError `hubspot-import-running`
 * while HubSpot works: call again with the same intents and what was saved.
 */
export async function writeMany(
  deps: WriteManyDeps,
  intents: readonly BulkIntent[],
  progress: BulkProgress,
): Promise<readonly WriteResult[]> {
  const type = typeOf(intents)
  const rows = intents.filter((intent) => fitsImport(intent, intent.first))
  const codes = type && rows.length > 0 ? await importRows(deps, type, rows, progress) : undefined
  const imported = new Set(codes === undefined ? [] : rows.map(({ ref }) => ref.id))
  const others = await writeBatches(
    deps,
    intents.filter(({ ref }) => !imported.has(ref.id)),
  )
  const byId = new Map(others.map((result) => [result.ref.id, result]))
  const results = intents.map(({ ref }) => byId.get(ref.id) ?? resultOf(ref, codes?.get(ref.id)))
  return await followMerges(deps.transport, results)
}

/** Codes of the rows that failed; `undefined` where there was no import after all. */
async function importRows(
  deps: WriteManyDeps,
  type: RecordType,
  rows: readonly Intent[],
  progress: BulkProgress,
): Promise<ReadonlyMap<string, string> | undefined> {
  try {
    const id = await idOfImport(deps, type, rows, progress)
    for (let look = 1; ; look += 1) {
      const state = await readImportState(deps.transport, id)
      if (state === 'failed') return undefined
      if (state === 'done') return await readImportErrors(deps.transport, id)
      if (look === LOOKS) break
      await deps.sleep(LOOK_EVERY_MS)
    }
  } catch (error) {
    const code = errorCode(error)
    if (code !== 'hubspot-missing-scope' && code !== 'hubspot-refused') throw error
    deps.log.warn('HubSpot takes no import, records are written in batches', { code })
    return undefined
  }
  throw new TransientError(
    'hubspot-import-running',
    'HubSpot is still importing what was sent',
    COME_BACK_MS,
  )
}

/** Name first, then the import, then its id: whatever is lost in between, it is begun once. */
async function idOfImport(
  { transport, portal, now }: WriteManyDeps,
  type: RecordType,
  rows: readonly Intent[],
  progress: BulkProgress,
): Promise<string> {
  const before = Running.safeParse(progress.resume).data
  const running: Running = before ?? { name: `Leadwell ${type} ${portal.id} ${now()}` }
  if (running.id !== undefined) return running.id
  if (before === undefined) await progress.save(running)
  const known = before === undefined ? undefined : await findImport(transport, running.name)
  const id = known ?? (await startImport(transport, type, running.name, rows))
  await progress.save({ ...running, id })
  return id
}

async function writeBatches(
  deps: WriteManyDeps,
  intents: readonly Intent[],
): Promise<readonly WriteResult[]> {
  const results: WriteResult[] = []
  for (const batch of chunksOf(intents, WRITE_BATCH)) {
    results.push(...(await writeIntents(deps, batch)))
  }
  return results
}

function resultOf(ref: Intent['ref'], code: string | undefined): WriteResult {
  if (code === undefined) return { ref, outcome: 'written' }
  return GONE.has(code) ? { ref, outcome: 'gone' } : { ref, outcome: 'refused', code }
}

function typeOf(intents: readonly Intent[]): RecordType | undefined {
  const objects = new Set(intents.map(({ ref }) => ref.object))
  const types = ['contacts', 'companies'] as const
  return types.find((type) => objects.size === 1 && objects.has(RECORD_OBJECTS[type]))
}
