import { errorCode, TransientError } from '#src/errors.ts'
import type { AnalysisClaim } from '#src/store/analysis-repositories.ts'
import type { JobHandler } from './catalog.ts'
import type { JobDeps } from './deps.ts'

/** Renewed while it is worked on; whoever is killed has theirs done by another after this. */
const LEASE_MS = 60_000
const RENEW_EVERY_MS = 20_000
const BUSY_AGAIN_MS = 5_000

type AnalyseDeps = Pick<JobDeps, 'store' | 'queue' | 'log' | 'now' | 'workOutAnalysis'>

/**
 * Works out what was asked for in a portal. One analysis at a time in a process: each takes a thread
 * and the memory of a whole history.
 */
export function createAnalyse(deps: AnalyseDeps): JobHandler<'analyse'> {
  const { store, queue } = deps
  let busy = false
  return async ({ portal }, { signal }) => {
    if (busy) return queue.add('analyse', { portal }, BUSY_AGAIN_MS)
    busy = true
    try {
      const claim = await store.analyses.claim(portal, LEASE_MS)
      if (claim === undefined) return
      await workOn(deps, claim, signal)
      if (!signal.aborted && (await store.analyses.waiting(portal))) {
        await queue.add('analyse', { portal })
      }
    } finally {
      busy = false
    }
  }
}

async function workOn(
  { store, log, now, workOutAnalysis }: AnalyseDeps,
  first: AnalysisClaim,
  signal: AbortSignal,
): Promise<void> {
  const { portal, id } = first
  const startedAt = now()
  const lease = keepLease(store.analyses, first)
  try {
    const result = await workOutAnalysis(first, { signal })
    const kept = await store.analyses.finish(await lease.end(), result)
    if (kept) log.info('analysis done', { portal, analysis: id, ms: now() - startedAt })
  } catch (error) {
    // The database or the end of the process: somebody may try at once, and nothing is wrong with it.
    if (error instanceof TransientError || signal.aborted) {
      await store.analyses.release(await lease.end()).catch(() => undefined)
      throw error
    }
    const code = errorCode(error)
    log.warn('analysis failed', { portal, analysis: id, code })
    await store.analyses.fail(await lease.end(), code)
  }
}

/** Renews a claim until its end. One that was lost stays so: what comes of it is not kept. */
function keepLease(analyses: AnalyseDeps['store']['analyses'], first: AnalysisClaim) {
  let held = Promise.resolve(first)
  const renew = async (claim: AnalysisClaim): Promise<AnalysisClaim> =>
    (await analyses.extend(claim, LEASE_MS).catch(() => undefined)) ?? claim
  const timer = setInterval(() => {
    held = held.then(renew)
  }, RENEW_EVERY_MS)
  return {
    end: () => {
      clearInterval(timer)
      return held
    },
  }
}
