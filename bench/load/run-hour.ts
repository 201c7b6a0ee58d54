import { dispatchRun } from '#jobs/dispatch-run.ts'
import type { PortalId } from '#src/ports.ts'
import { openPortals, type Portals } from '#test/integration/jobs/portals/open-portals.ts'
import {
  bringUpToDate,
  factsOf,
  personOf,
  settlePeople,
} from '#test/integration/jobs/portals/people.ts'
import type { Wait } from '#test/integration/jobs/portals/slow-crm.ts'
import { type Happening, NOISY_PORTAL, planHour, QUIET_PORTALS } from './plan.ts'

/** As `start` has it. */
const CONCURRENCY = 48
const START = Date.UTC(2026, 10, 20, 15)
/** After the hour, for what came at its end. */
const PATIENCE_MS = 5 * 60_000
const LOOK_EVERY_MS = 1_000

export interface HourRun {
  readonly waits: ReadonlyMap<PortalId, readonly Wait[]>
  /** Changes of quiet portals that never came to stand in the CRM. */
  readonly unwritten: number
  /** Records of the noisy portal read or scored again with nobody waiting for them. */
  readonly bulkDone: number
  readonly bulkWaiting: number
  readonly seconds: number
}

/** One hour of all portals, or of the quiet ones alone, in a database of its own. */
export async function runHour(
  databaseUrl: string,
  { forMs, withNoise }: { forMs: number; withNoise: boolean },
): Promise<HourRun> {
  const planned = withNoise ? [...QUIET_PORTALS, NOISY_PORTAL] : QUIET_PORTALS
  const ids = planned.map(({ id }) => id)
  const portals = await openPortals(databaseUrl, { startMs: START, ids, concurrency: CONCURRENCY })
  try {
    for (const { id, people } of planned) settlePeople(portals.crm(id), people, START)
    // The noisy one has only just been connected: it is read whole during the hour.
    for (const { id } of QUIET_PORTALS) await bringUpToDate(portals, id)
    const startedAt = performance.now()
    portals.work()
    await happen(portals, planHour(forMs, withNoise))
    const unwritten = await waitForQuiet(portals)
    const seconds = Math.round((performance.now() - startedAt) / 100) / 10
    const waits = new Map(ids.map((id) => [id, portals.crm(id).waits]))
    const noise = withNoise ? await noiseOf(portals) : { bulkDone: 0, bulkWaiting: 0 }
    return { waits, unwritten, seconds, ...noise }
  } finally {
    await portals.close()
  }
}

async function happen(portals: Portals, plan: readonly Happening[]): Promise<void> {
  const { clock } = portals
  const startMs = clock.now()
  for (const happening of plan) {
    const waitMs = startMs + happening.at - clock.now()
    if (waitMs > 0) await clock.sleep(waitMs)
    await happenNow(portals, happening)
  }
}

async function happenNow(portals: Portals, happening: Happening): Promise<void> {
  const { store, queue } = portals
  if (happening.what === 'sweep') return queue.add('sweep', {})
  const { portal } = happening
  if (happening.what === 'rescore') {
    await store.runs.begin(portal, { kind: 'rescore', model: 0, by: 'bench' })
    return dispatchRun(portals, portal)
  }
  const { what, first, count } = happening
  const people = Array.from({ length: count }, (_, index) => first + index)
  if (what === 'change') {
    const crm = portals.crm(portal)
    for (const index of people) crm.change(personOf(index), factsOf(index))
  }
  // As the webhook's route does it: durable first, then the queue is told.
  await store.marks.mark(portal, people.map(personOf), what === 'change' ? 'event' : 'bulk')
  await queue.kick(portal)
}

async function waitForQuiet({ clock, crm }: Portals): Promise<number> {
  const openNow = (): number => QUIET_PORTALS.reduce((sum, { id }) => sum + crm(id).open.size, 0)
  const until = clock.now() + PATIENCE_MS
  while (openNow() > 0 && clock.now() < until) await clock.sleep(LOOK_EVERY_MS)
  return openNow()
}

async function noiseOf({ store, crm }: Portals) {
  const { id } = NOISY_PORTAL
  const { waiting } = await store.marks.pending(id)
  return { bulkDone: crm(id).readInBulk(), bulkWaiting: waiting }
}
