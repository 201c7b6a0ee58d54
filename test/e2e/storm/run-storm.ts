import { type Delivered, deliver } from './deliver.ts'
import { type EndState, endStateOf } from './end-state.ts'
import type { Storm, StormEvent } from './plan-storm.ts'
import { openStormPortal, PORTAL, type StormPortal } from './storm-portal.ts'

export const STORM_SECRET = 'yyyyyyyy-yyyy-yyyy-yyyy-yyyyyyyyyyyy'

export interface StormRun extends Delivered {
  readonly end: EndState
  /** From the first delivery to the last answer, and until nothing was left to do. */
  readonly intakeMs: number
  readonly settledMs: number
  /** Records read from the CRM, in batches. */
  readonly reads: number
}

/** All at once and in disorder, 5 % of our answers lost. */
export function runStorm(databaseUrl: string, storm: Storm): Promise<StormRun> {
  return run(databaseUrl, storm, { events: storm.disordered, inFlight: 10, lost: 0.05 })
}

/** The same storm, the work left for afterwards: what intake takes in a process of its own. */
export function runIntakeAlone(databaseUrl: string, storm: Storm): Promise<StormRun> {
  const weather = { events: storm.disordered, inFlight: 10, lost: 0.05, workLater: true }
  return run(databaseUrl, storm, weather)
}

/** The same things happen, told once each, in order, one delivery at a time. */
export function runQuiet(databaseUrl: string, storm: Storm): Promise<StormRun> {
  return run(databaseUrl, storm, { events: storm.inOrder, inFlight: 1, lost: 0 })
}

interface Weather {
  readonly events: readonly StormEvent[]
  readonly inFlight: number
  readonly lost: number
  readonly workLater?: boolean
}

async function run(databaseUrl: string, storm: Storm, weather: Weather): Promise<StormRun> {
  const portal = await openStormPortal(databaseUrl, STORM_SECRET)
  try {
    await fill(portal, storm)
    if (weather.workLater === true) await portal.rest()
    const readsBefore = portal.crm.calls.read
    const startedAt = performance.now()
    const delivered = await deliver(weather.events, {
      ...weather,
      url: portal.url,
      clientSecret: STORM_SECRET,
      beforeSending: (events) => {
        for (const { happen } of events) happen(portal.crm)
      },
    })
    const intakeMs = performance.now() - startedAt
    await portal.settle()
    return {
      ...delivered,
      end: await endStateOf(portal, storm.refs),
      intakeMs,
      settledMs: performance.now() - startedAt,
      reads: portal.crm.calls.read - readsBefore,
    }
  } finally {
    await portal.close()
  }
}

/** The portal as it was before, read and written once. */
async function fill(portal: StormPortal, storm: Storm): Promise<void> {
  storm.populate(portal.crm)
  await portal.store.marks.mark(PORTAL, storm.refs, 'bulk')
  await portal.settle()
}
