import type { Selectable } from 'kysely'
import { PermanentError } from '../errors.ts'
import type { PortalId } from '../ports.ts'
import type { Run, RunTally } from './model-repositories.ts'
import type { RunTable } from './run-tables.ts'

export type RunRow = Selectable<RunTable>

export const NO_TALLY: RunTally = { scored: 0, changed: 0, tiers: {}, failures: {} }

export function toRun(row: RunRow, { scored, changed }: RunTally): Run {
  return {
    portal: row.portal,
    id: row.id,
    kind: row.kind,
    model: row.model,
    status: row.status,
    by: row.started_by,
    startedAt: row.started_at,
    endedAt: row.ended_at ?? undefined,
    total: row.total,
    scored,
    changed,
    writeCalls: row.write_calls,
  }
}

export function addTallies(tallies: readonly RunTally[]): RunTally {
  return tallies.reduce(
    (sum, tally) => ({
      scored: sum.scored + tally.scored,
      changed: sum.changed + tally.changed,
      tiers: addCounts(sum.tiers, tally.tiers),
      failures: addCounts(sum.failures, tally.failures),
    }),
    NO_TALLY,
  )
}

type Counts = Readonly<Record<string, number>>

function addCounts(some: Counts, more: Counts): Counts {
  const sum: Record<string, number> = { ...some }
  for (const [name, count] of Object.entries(more)) sum[name] = (sum[name] ?? 0) + count
  return sum
}

export function unknownRun(portal: PortalId, id: number): PermanentError {
  return new PermanentError(
    'run-unknown',
    `There is no run ${id} in ${portal}.`,
    `List the runs there are with: leadwell runs ${portal}`,
  )
}

export function tooLate({ portal, id, status }: RunRow): PermanentError {
  return new PermanentError('run-ended', `Run ${id} of ${portal} is over: it is ${status}.`)
}
