import type { AccountDecider } from '#src/decision/decide-account.ts'
import type { Connector, Lane, Log, PortalId } from '#src/ports.ts'
import type { JobQueue } from './queue.ts'
import type { ScoreRecordsDeps } from './score-records.ts'

/** What the jobs work with; handed over once where the process is put together. */
export interface JobDeps extends ScoreRecordsDeps {
  readonly accountDecider: AccountDecider
  readonly queue: JobQueue
  readonly log: Log
  readonly connectorFor: (portal: PortalId, lane: Lane) => Promise<Connector>
}
