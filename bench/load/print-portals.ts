import Table from 'cli-table3'
import type { PortalId } from '#src/ports.ts'
import type { Wait } from '#test/integration/jobs/portals/slow-crm.ts'
import { type Times, timesOf } from '../latency/times.ts'
import { NOISY_PORTAL, type PlannedPortal, QUIET_PORTALS } from './plan.ts'
import type { HourRun } from './run-hour.ts'

interface WaitTimes {
  readonly count: number
  /** From the mark until the CRM shows it. */
  readonly total: Times
  /** Of that, until somebody began to read: what others could have caused. */
  readonly waiting: Times
}

export function timesOfPortal({ waits }: HourRun, portal: PortalId): WaitTimes {
  return timesOfWaits(waits.get(portal) ?? [])
}

export function quietTimes({ waits }: HourRun): WaitTimes {
  return timesOfWaits(QUIET_PORTALS.flatMap(({ id }) => waits.get(id) ?? []))
}

function timesOfWaits(waits: readonly Wait[]): WaitTimes {
  return {
    count: waits.length,
    total: timesOf(waits.map(({ markedAt, writtenAt }) => writtenAt - markedAt)),
    waiting: timesOf(waits.map(({ markedAt, readAt }) => readAt - markedAt)),
  }
}

/** A line for each portal: with the noisy one, and what it was without. */
export function printPortals(noisy: HourRun, alone: HourRun): void {
  const head = ['portal', 'people', 'events', 'p50', 'p95', 'max', 'waiting p95', 'p95 alone']
  const table = new Table({ head: [...head, 'waiting p95 alone'] })
  const row = ({ id, people }: PlannedPortal): void => {
    const { count, total, waiting } = timesOfPortal(noisy, id)
    const without = timesOfPortal(alone, id)
    const own = [total.p50, total.p95, total.max, waiting.p95]
    table.push([id, people, count, ...own, without.total.p95, without.waiting.p95])
  }
  for (const portal of [NOISY_PORTAL, ...QUIET_PORTALS]) row(portal)
  process.stdout.write(`${table.toString()}\n`)
}
