import type { CallFigures } from '#jobs/call-figures.ts'
import type { JobQueue } from '#jobs/queue.ts'
import { keptDrift } from '../analysis/kept-drift.ts'
import type { Portal, PortalId } from '../ports.ts'
import type { Run } from '../store/model-repositories.ts'
import type { PortalTally, Store } from '../store/store.ts'

export interface FigureDeps {
  readonly store: Store
  readonly queue: Pick<JobQueue, 'counts'>
  readonly callsOf: (portal: PortalId) => Promise<CallFigures>
  readonly now: () => number
}

/** How one portal stands: counts and times, no record. */
export interface PortalFigures {
  readonly portal: PortalId
  readonly marks: { readonly waiting: number; readonly parked: number; readonly oldestMs: number }
  /** How long the oldest intent that could be written has waited; 0 when there is none. */
  readonly oldestIntentMs: number
  /** How long ago the score was to change that has waited longest for it; 0 when none is due. */
  readonly oldestDueMs: number
  readonly tally: PortalTally
  readonly calls: CallFigures
  /** The latest drift check: how long ago, and its alarms by model; `undefined` before the first. */
  readonly drift:
    | { readonly agoMs: number; readonly alarms: Readonly<Record<string, number>> }
    | undefined
  /** The run that goes on, if any. */
  readonly run: Pick<Run, 'total' | 'scored' | 'changed'> | undefined
}

/** What all processes share, as it is in Postgres and Redis. */
export interface SharedFigures {
  readonly at: number
  readonly queue: Readonly<Record<string, number>>
  readonly connected: number
  readonly disconnected: number
  readonly portals: readonly PortalFigures[]
}

/** One portal after the other: whoever asks for metrics must not be felt by those who work. */
export async function gatherFigures(deps: FigureDeps): Promise<SharedFigures> {
  const queue = await deps.queue.counts()
  const all = await deps.store.portals.list()
  const connected = all.filter(({ status }) => status === 'connected')
  const portals: PortalFigures[] = []
  for (const portal of connected) portals.push(await figuresOf(deps, portal))
  return {
    at: deps.now(),
    queue,
    connected: connected.length,
    disconnected: all.length - connected.length,
    portals,
  }
}

/** The store may tell since when the oldest mark waits. */
interface PendingMarks {
  readonly waiting: number
  readonly parked: number
  readonly oldestAt?: number | null
}

async function figuresOf(
  { store, callsOf, now }: FigureDeps,
  { id }: Portal,
): Promise<PortalFigures> {
  const { oldestAt, ...marks }: PendingMarks = await store.marks.pending(id)
  const claimable = await store.intents.claimable(id)
  return {
    portal: id,
    marks: { ...marks, oldestMs: oldestAt ? Math.max(0, now() - oldestAt) : 0 },
    oldestIntentMs: Math.max(0, ...claimable.map(({ oldestMs }) => oldestMs)),
    oldestDueMs: await oldestDueMs(store, id, now()),
    tally: await store.intents.tally(id),
    calls: await callsOf(id),
    drift: await driftOf(store, id, now()),
    run: await store.runs.active(id),
  }
}

async function oldestDueMs(store: Store, portal: PortalId, nowMs: number): Promise<number> {
  const due = await store.intents.due(portal, nowMs, 1)
  const [oldest] = await store.intents.get(portal, due)
  return Math.max(0, nowMs - (oldest?.nextChangeAt ?? nowMs))
}

async function driftOf(
  store: Store,
  portal: PortalId,
  nowMs: number,
): Promise<PortalFigures['drift']> {
  const kept = await keptDrift(store, portal)
  if (kept === undefined) return undefined
  const { at, models } = kept
  const alarms = models.map(({ model, findings }) => [
    model,
    findings.filter(({ level }) => level === 'alarm').length,
  ])
  return { agoMs: Math.max(0, nowMs - at), alarms: Object.fromEntries(alarms) }
}
