import type { Redis } from 'ioredis'
import { errorCode } from '#src/errors.ts'
import type { PortalId } from '#src/ports.ts'
import { createLease, type Lease } from './lease.ts'
import { type ListenDeps, listenForChanges } from './listen-for-changes.ts'
import { type PushSetting, pushSetting } from './push-setting.ts'

export interface KeepListeningDeps extends ListenDeps {
  readonly redis: Redis
  /** How often settings and leases are looked at; default 5 s. */
  readonly lookEveryMs?: number
  /** How long after a crash another process takes over; default 20 s. */
  readonly leaseMs?: number
}

export interface Listeners {
  /** Ends the streams; what was kept stays kept, the next process goes on from there. */
  close(): Promise<void>
}

interface Running {
  readonly setting: PushSetting
  readonly lease: Lease
  readonly stopping: AbortController
  readonly done: Promise<void>
}

const LOOK_EVERY_MS = 5_000
const LEASE_MS = 20_000

/**
 * One stream for each portal that has push on, over all processes. A process that loses its lease while
 * it hangs may listen next to its successor for a moment: both mark what they hear and keep positions
 * up to which all is marked, so nothing is lost.
 */
export function keepListening(deps: KeepListeningDeps): Listeners {
  const stopping = new AbortController()
  const running = new Map<PortalId, Running>()
  const loop = async (): Promise<void> => {
    while (!stopping.signal.aborted) {
      await look(deps, running).catch((error: unknown) => {
        deps.log.warn('push settings not looked at', { code: errorCode(error) })
      })
      await deps.sleep(deps.lookEveryMs ?? LOOK_EVERY_MS, stopping.signal)
    }
  }
  const looping = loop()
  return {
    close: async () => {
      stopping.abort()
      await looping
      for (const { stopping: one } of running.values()) one.abort()
      await Promise.all([...running.values()].map(({ done }) => done))
    },
  }
}

/** Leases first: they run out, the rest can wait. */
async function look(deps: KeepListeningDeps, running: Map<PortalId, Running>): Promise<void> {
  for (const { lease, stopping } of running.values()) {
    if (!(await lease.hold())) stopping.abort()
  }
  const wanted = await wantedPortals(deps)
  for (const [portal, { setting, stopping }] of running) {
    const now = wanted.get(portal)
    if (now?.channel !== setting.channel || now.since !== setting.since) stopping.abort()
  }
  for (const [portal, setting] of wanted) {
    if (!running.has(portal)) await start(deps, running, portal, setting)
  }
}

async function wantedPortals({ store }: KeepListeningDeps): Promise<Map<PortalId, PushSetting>> {
  const wanted = new Map<PortalId, PushSetting>()
  for (const { id, status } of await store.portals.list()) {
    const setting = status === 'connected' ? await pushSetting(store, id) : undefined
    if (setting !== undefined) wanted.set(id, setting)
  }
  return wanted
}

async function start(
  deps: KeepListeningDeps,
  running: Map<PortalId, Running>,
  portal: PortalId,
  setting: PushSetting,
): Promise<void> {
  const lease = createLease(deps.redis, `leadwell:push:${portal}`, deps.leaseMs ?? LEASE_MS)
  if (!(await lease.hold())) return
  const stopping = new AbortController()
  const run = async (): Promise<void> => {
    try {
      await listenForChanges(deps, portal, { channel: setting.channel, signal: stopping.signal })
    } finally {
      running.delete(portal)
      await lease.release().catch(() => undefined)
    }
  }
  const done = run().catch((error: unknown) => {
    deps.log.warn('listener ended', { portal, code: errorCode(error) })
  })
  running.set(portal, { setting, lease, stopping, done })
}
