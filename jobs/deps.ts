import type { Connector } from '#src/connector-port.ts'
import type { AccountDecider } from '#src/decision/decide-account.ts'
import type { Lane, Log, PortalId } from '#src/ports.ts'
import type { AnalysisClaim, KeptResult } from '#src/store/analysis-repositories.ts'
import type { Store } from '#src/store/store.ts'
import type { JobQueue } from './queue.ts'
import type { ScoreRecordsDeps } from './score-records.ts'

/** What the jobs work with; handed over once where the process is put together. */
export interface JobDeps extends ScoreRecordsDeps {
  readonly accountDecider: AccountDecider
  /** Texts of the portal's models, now and lately in force, which were checked before they could be. */
  readonly modelTextsFor: (store: Store, portal: PortalId) => Promise<ReadonlySet<string>>
  readonly queue: JobQueue
  readonly log: Log
  readonly connectorFor: (portal: PortalId, lane: Lane) => Promise<Connector>
  /** Works one analysis out, beside whatever else this process does. */
  readonly workOutAnalysis: (
    claim: Pick<AnalysisClaim, 'portal' | 'request'>,
    options: { readonly signal: AbortSignal },
  ) => Promise<KeptResult>
  /** Keeps what it finds as the latest check of the portal; does nothing while it is first read. */
  readonly checkDrift: (portal: PortalId) => Promise<unknown>
}
