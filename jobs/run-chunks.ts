import type { PortalId } from '#src/ports.ts'
import type { AllowList } from '#src/privacy/allowed-field.ts'
import type { RunChunk, RunRow, RunTally } from '#src/store/model-repositories.ts'
import type { Store } from '#src/store/store.ts'
import { allowListOf } from './allow-list-of.ts'
import type { JobHandler, JobPayload } from './catalog.ts'
import type { JobDeps } from './deps.ts'
import { dispatchRun } from './dispatch-run.ts'
import type { RescoredRows } from './rescore-rows.ts'
import { companyIdsOf, scoreRecords } from './score-records.ts'
import { createScoreThreads, type ScoreThreads } from './score-threads.ts'
import type { ModelTexts, RunModels } from './thread-messages.ts'
import { timeZoneOf } from './time-zone-of.ts'

/** A chunk takes a fraction of a second; whoever is killed has theirs done again after this. */
const LEASE_MS = 60_000
/** So long a job keeps its place in the process before others have their turn. */
const TURN_MS = 1_000

export type RunChunksDeps = Pick<JobDeps, 'store' | 'deciderFor' | 'now'> & {
  readonly threads: ScoreThreads
}

/**
 * Takes part in the run that goes on in a portal: chunk by chunk, with nothing read from the CRM. Any
 * number of these work on one run, in one process or several.
 */
export function createRun(deps: JobDeps): JobHandler<'run'> {
  const threads = createScoreThreads()
  return async (payload, { signal }) => {
    const { portal, part } = payload
    const { store, queue, log } = deps
    if (part === undefined) return dispatchRun(deps, portal)
    const startedAt = performance.now()
    let chunk = await store.runs.claimChunk(portal, LEASE_MS)
    while (chunk !== undefined) {
      await scoreChunk({ ...deps, threads }, chunk)
      if (signal.aborted) return
      if (performance.now() - startedAt > TURN_MS) return yieldTurn(deps, payload)
      chunk = await store.runs.claimChunk(portal, LEASE_MS)
    }
    const ended = await store.runs.finish(portal)
    if (ended === undefined) return
    const { id: run, scored, changed } = ended
    log.info('run done', { portal, run, scored, changed, ms: deps.now() - ended.startedAt })
    await queue.kick(portal)
  }
}

/** What more urgent work waits goes first; meanwhile what was decided may be written. */
async function yieldTurn({ queue }: JobDeps, payload: JobPayload<'run'>): Promise<void> {
  await queue.add('write-intents', { portal: payload.portal })
  await queue.add('run', payload)
}

/** Reads, scores and keeps one chunk; what it was, and that it is done, become durable together. */
export async function scoreChunk(deps: RunChunksDeps, chunk: RunChunk): Promise<void> {
  const { store, threads, now } = deps
  try {
    const models = await modelsOf(store, chunk)
    const stand = { ...(await threads.standing(models)), at: now() }
    const [{ rows, standing }, allowList, timeZone] = await Promise.all([
      store.runs.people(chunk, stand),
      allowListOf(store, chunk.portal),
      timeZoneOf(store, chunk.portal),
    ])
    const companies = await companiesOf(store, chunk.portal, rows)
    const { policy } = allowList
    const { object } = chunk
    const toScore = { object, rows, companies, policy, timeZone, now: now() }
    const scored = await threads.score(models, toScore)
    await keepChunk(deps, chunk, { rows, scored, standing, allowList })
  } catch (error) {
    await store.runs.releaseChunk(chunk).catch(() => undefined)
    throw error
  }
}

interface ScoredChunk {
  readonly rows: readonly RunRow[]
  readonly scored: RescoredRows
  /** People of whom nothing can have changed, by tier. */
  readonly standing: Readonly<Record<string, number>>
  readonly allowList: AllowList
}

class ClaimLost extends Error {}

async function keepChunk(deps: RunChunksDeps, chunk: RunChunk, scored: ScoredChunk): Promise<void> {
  try {
    await deps.store.transaction((store) => keepIn({ ...deps, store }, chunk, scored))
  } catch (error) {
    // Cancelled, superseded or taken by another: nothing of it is kept, and nothing is wrong.
    if (!(error instanceof ClaimLost)) throw error
  }
}

async function keepIn(
  deps: RunChunksDeps,
  chunk: RunChunk,
  { rows, scored, standing, allowList }: ScoredChunk,
): Promise<void> {
  const { store } = deps
  const { changed, moved } = scored
  if (!(await store.runs.settleChunk(chunk, tallyOf(rows, scored, standing)))) {
    throw new ClaimLost()
  }
  // First: whoever scores holds records before their intents, so that no two wait for each other.
  await keepDecided(deps, chunk, { rows, changed, allowList })
  const due = moved.flatMap(({ place, nextChangeAt }) => {
    const row = rows[place]
    return row === undefined ? [] : [{ id: row.id, hash: row.hash, nextChangeAt }]
  })
  if (due.length > 0) await store.runs.moveNextChange(chunk, due)
}

async function keepDecided(
  deps: RunChunksDeps,
  chunk: RunChunk,
  {
    rows,
    changed,
    allowList,
  }: Pick<ScoredChunk, 'rows' | 'allowList'> & Pick<RescoredRows, 'changed'>,
): Promise<void> {
  const { store } = deps
  const { portal, object } = chunk
  const decided = changed.flatMap(({ place, ...decision }) => {
    const row = rows[place]
    return row === undefined ? [] : [{ row, ref: { object, id: row.id }, ...decision }]
  })
  if (decided.length === 0) return
  const same = await store.runs.holdUnchanged(
    chunk,
    decided.map(({ row }) => row),
  )
  const current = decided.filter(({ row }) => same.has(row.id))
  await store.intents.intend(portal, current, 'bulk')
  if (current.length > 0) {
    const { version } = allowList
    await store.ledger.append(portal, { kind: 'decided', records: current, allowList: version })
  }
  // Read or scored by others meanwhile: once more, from what stands now.
  const stale = decided.filter(({ row }) => !same.has(row.id)).map(({ ref }) => ref)
  await scoreRecords(deps, portal, stale, 'bulk')
}

function tallyOf(
  rows: readonly RunRow[],
  { changed, tiers, failures }: RescoredRows,
  standing: ScoredChunk['standing'],
): RunTally {
  const all: Record<string, number> = { ...tiers }
  let scored = rows.length
  for (const [tier, count] of Object.entries(standing)) {
    const step = `${tier}>${tier}`
    all[step] = (all[step] ?? 0) + count
    scored += count
  }
  return { scored, changed: changed.length, tiers: all, failures }
}

async function modelsOf(store: Store, { portal, model, basis }: RunChunk): Promise<RunModels> {
  const textsOf = async (version: number): Promise<ModelTexts> => ({
    name: `${portal} version ${version}`,
    texts: version === 0 ? {} : (await store.models.require(portal, version)).texts,
  })
  const current = await store.segments.current(portal)
  return {
    after: await textsOf(model),
    before: basis === undefined ? undefined : await textsOf(basis),
    segments: { version: current?.version ?? 0, approved: current?.approved },
  }
}

async function companiesOf(
  store: Store,
  portal: PortalId,
  rows: readonly RunRow[],
): Promise<ReadonlyMap<string, string>> {
  const ids = companyIdsOf(rows.map(({ companyId }) => ({ companyId: companyId ?? undefined })))
  const refs = ids.map((id) => ({ object: 'company', id }) as const)
  const companies = await store.records.get(portal, refs)
  return new Map(companies.map(({ id, facts }) => [id, JSON.stringify(facts)]))
}
