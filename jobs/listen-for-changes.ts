import type { ChangeStream, PushedChanges } from '#src/connector-port.ts'
import { errorCode, PermanentError, TransientError } from '#src/errors.ts'
import type { Log, PortalId } from '#src/ports.ts'
import type { Store } from '#src/store/store.ts'
import { createSparingAsker } from './ask-sparingly.ts'
import { restartBackfill } from './backfill-portal.ts'
import {
  clearPushTrouble,
  forgetPushPosition,
  notePushTrouble,
  pushPosition,
  savePushPosition,
} from './push-setting.ts'
import type { JobQueue } from './queue.ts'

export interface ListenDeps {
  readonly store: Store
  readonly queue: Pick<JobQueue, 'add' | 'kick'>
  readonly log: Log
  readonly now: () => number
  readonly random: () => number
  /** Wakes up early, without an error, when aborted. */
  readonly sleep: (ms: number, signal: AbortSignal) => Promise<void>
  readonly streamOf: (portal: PortalId) => Promise<ChangeStream>
  /** Smallest distance of polls asked for by pushed changes; default a minute. */
  readonly pollEveryMs?: number
}

const POLL_EVERY_MS = 60_000
const FIRST_BACKOFF_MS = 1_000
const LONGEST_BACKOFF_MS = 60_000
/** A person has to act: asked again now and then, in case they did it in the CRM. */
const REFUSED_PAUSE_MS = 3_600_000
const POSITION_LOST = 'push-position-lost'

/**
 * Turns what one portal's CRM pushes into dirty marks until aborted. Push is a hint: when it breaks, the
 * schedule goes on polling, so that no error here is one of the portal.
 */
export async function listenForChanges(
  deps: ListenDeps,
  portal: PortalId,
  { channel, signal }: { readonly channel: string; readonly signal: AbortSignal },
): Promise<void> {
  const ask = askerOf(deps, portal)
  let failures = 0
  let isClear = false
  const keep = async (changes: PushedChanges): Promise<void> => {
    await keepChanges(deps.store, portal, channel, changes)
    ask.after(changes)
    failures = 0
    if (!isClear) await clearPushTrouble(deps.store, portal)
    isClear = true
  }
  while (!signal.aborted) {
    try {
      const stream = await deps.streamOf(portal)
      const position = await pushPosition(deps.store, portal, channel)
      await stream.listen({ channel, position, signal, keep })
    } catch (error) {
      if (signal.aborted) break
      failures += 1
      isClear = false
      await recover(deps, portal, error).catch(() => undefined)
      await deps.sleep(pauseMs(error, failures, deps.random()), signal)
    }
  }
  ask.end()
}

/** Marks and position in one transaction: killed at any point, what was not marked comes again. */
async function keepChanges(
  store: Store,
  portal: PortalId,
  channel: string,
  { refs, resync, position }: PushedChanges,
): Promise<void> {
  await store.transaction(async (inner) => {
    if (refs.length > 0) await inner.marks.mark(portal, refs, 'event')
    if (resync.length > 0) await restartBackfill(inner, portal, resync)
    await savePushPosition(inner, portal, { channel, position })
  })
}

interface Asker {
  after(changes: Pick<PushedChanges, 'refs' | 'poll' | 'resync'>): void
  end(): void
}

/** Nobody waits for Redis: the marks are durable, and sweep and schedule find what was not said. */
function askerOf({ queue, pollEveryMs = POLL_EVERY_MS }: ListenDeps, portal: PortalId): Asker {
  const said = (work: Promise<void>): void => void work.catch(() => undefined)
  const polls = createSparingAsker(() => said(queue.add('poll-changes', { portal })), pollEveryMs)
  return {
    after: ({ refs, poll, resync }) => {
      if (refs.length > 0) said(queue.kick(portal))
      if (poll) polls.ask()
      if (resync.length > 0) said(queue.add('backfill-portal', { portal }))
    },
    end: () => polls.end(),
  }
}

/**
 * After a lost position the stream begins at its end. What lies between was polled meanwhile or is
 * found by the poll asked for here, from its own cursor; the day's events once more would only use up
 * the deliveries of the organisation.
 */
async function recover(deps: ListenDeps, portal: PortalId, error: unknown): Promise<void> {
  const { store, log, queue, now } = deps
  const code = errorCode(error)
  log.warn('changes are not pushed for now, only polled', { portal, code })
  if (code === POSITION_LOST) {
    await forgetPushPosition(store, portal)
    void queue.add('poll-changes', { portal }).catch(() => undefined)
    return
  }
  await notePushTrouble(store, portal, { error, at: now() })
}

/** Half fixed and half chance, so that processes that failed together do not return together. */
function pauseMs(error: unknown, failures: number, random: number): number {
  if (error instanceof PermanentError) return REFUSED_PAUSE_MS
  if (error instanceof TransientError && error.retryAfterMs !== undefined) return error.retryAfterMs
  const ceiling = Math.min(LONGEST_BACKOFF_MS, FIRST_BACKOFF_MS * 2 ** Math.min(failures, 10))
  return Math.round((ceiling * (1 + random)) / 2)
}
