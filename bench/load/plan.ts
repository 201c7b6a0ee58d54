import { createRandom } from '#sandbox/seed/random.ts'
import type { PortalId } from '#src/ports.ts'

export const HOUR_MS = 3_600_000
const MINUTE_MS = 60_000
const QUIET = 19
const SMALLEST = 50
const LARGEST = 3_000
/** Changes a person and hour that a webhook tells of. */
const CHANGES_AN_HOUR = 0.1
/** Of the noisy portal, day in, day out; and what comes at once. */
const NOISY_PER_MINUTE = 60
const STORM = { everyMs: 10 * MINUTE_MS, changes: 500, lastsMs: 10_000 }
/** Marks of an import or a workflow that touches everybody. */
const IMPORT = { everyMs: 5 * MINUTE_MS, people: 10_000 }
const RESCORES_AT = [20 * MINUTE_MS, 40 * MINUTE_MS]
const SWEEP_EVERY_MS = 15_000

export interface PlannedPortal {
  readonly id: PortalId
  readonly people: number
}

export const QUIET_PORTALS: readonly PlannedPortal[] = Array.from(
  { length: QUIET },
  (_, index) => ({
    id: `hubspot:${2_000 + index}`,
    people: Math.round(SMALLEST * (LARGEST / SMALLEST) ** ((index / (QUIET - 1)) ** 2)),
  }),
)
export const NOISY_PORTAL: PlannedPortal = { id: 'hubspot:1000', people: 30_000 }

/** What happens at `at` ms of the hour. `first` and `count` say which people. */
export type Happening =
  | { readonly at: number; readonly what: 'sweep' }
  | { readonly at: number; readonly what: 'rescore'; readonly portal: PortalId }
  | {
      readonly at: number
      readonly what: 'change' | 'import'
      readonly portal: PortalId
      readonly first: number
      readonly count: number
    }

/** The same hour every time; the quiet portals' part of it does not depend on the noise. */
export function planHour(forMs: number, withNoise: boolean): readonly Happening[] {
  const sweeps = everySo(SWEEP_EVERY_MS, forMs).map((at) => ({ at, what: 'sweep' }) as const)
  const quiet = QUIET_PORTALS.flatMap((portal, index) =>
    changesOf(portal, { seed: index, fromMs: 0, toMs: forMs, perMs: perMsOf(portal) }),
  )
  const noise = withNoise ? planNoise(NOISY_PORTAL, forMs) : []
  return [...sweeps, ...quiet, ...noise].toSorted((a, b) => a.at - b.at)
}

function perMsOf({ people }: PlannedPortal): number {
  return (people * CHANGES_AN_HOUR) / HOUR_MS
}

function planNoise(portal: PlannedPortal, forMs: number): readonly Happening[] {
  const steady = { seed: 500, fromMs: 0, toMs: forMs, perMs: NOISY_PER_MINUTE / MINUTE_MS }
  const storms = everySo(STORM.everyMs, forMs).flatMap((fromMs, index) => {
    const perMs = STORM.changes / STORM.lastsMs
    return changesOf(portal, { seed: 600 + index, fromMs, toMs: fromMs + STORM.lastsMs, perMs })
  })
  const imports = everySo(IMPORT.everyMs, forMs).map((at, index) => {
    const first = (index * IMPORT.people) % portal.people
    return { at, what: 'import', portal: portal.id, first, count: IMPORT.people } as const
  })
  const rescores = RESCORES_AT.filter((at) => at < forMs).map(
    (at) => ({ at, what: 'rescore', portal: portal.id }) as const,
  )
  return [...changesOf(portal, steady), ...storms, ...imports, ...rescores]
}

function everySo(everyMs: number, forMs: number): readonly number[] {
  return Array.from({ length: Math.ceil(forMs / everyMs) }, (_, index) => index * everyMs)
}

/** One after the other, each as likely at any moment as at any other. */
function changesOf(
  { id: portal, people }: PlannedPortal,
  { seed, fromMs, toMs, perMs }: { seed: number; fromMs: number; toMs: number; perMs: number },
): readonly Happening[] {
  const random = createRandom(23, seed)
  const changes: Happening[] = []
  const pause = (): number => -Math.log(1 - random.next()) / perMs
  for (let at = fromMs + pause(); at < toMs; at += pause()) {
    changes.push({ at, what: 'change', portal, first: random.int(0, people - 1), count: 1 })
  }
  return changes
}
