import type { Run, RunTally } from './store/model-repositories.ts'
import type { Store } from './store/store.ts'

/** How far a run is, from the store alone, so that every process tells the same. */
export interface RunProgress {
  readonly run: Run
  readonly total: number
  readonly scored: number
  readonly changed: number
  /** People a second since it began. */
  readonly rate: number
  /** Until it ends at this rate; `undefined` before anything is known, 0 once it is over. */
  readonly etaMs: number | undefined
}

export interface RunReport extends RunTally {
  readonly run: Run
  readonly ms: number
  /** Of what it changed, so many stand in the CRM by now. */
  readonly written: number
  /** Calls to the CRM that wrote it, as they were made; whatever else one carried, it counts as one. */
  readonly writeCalls: number
}

export function progressOf(run: Run, now: number): RunProgress {
  const { total, scored, changed } = run
  const ms = Math.max(1, (run.endedAt ?? now) - run.startedAt)
  const left = Math.max(0, total - scored)
  const eta = scored === 0 ? undefined : Math.round((left * ms) / scored)
  return {
    run,
    total,
    scored,
    changed,
    rate: (scored * 1_000) / ms,
    etaMs: run.status === 'running' ? eta : 0,
  }
}

/** Throws PermanentError `run-unknown`. */
export async function reportRun(
  { store, now }: { readonly store: Store; readonly now: () => number },
  { portal, id }: Pick<Run, 'portal' | 'id'>,
): Promise<RunReport> {
  const run = await store.runs.get(portal, id)
  const tally = await store.runs.tally(portal, id)
  const written = Math.min(tally.changed, await store.runs.written(portal, run.startedAt))
  return {
    ...tally,
    run,
    ms: (run.endedAt ?? now()) - run.startedAt,
    written,
    writeCalls: run.writeCalls,
  }
}
