import type { Crm, Hold, Lane, Tier } from './ports.ts'

/** Told when something begins; what it returns is told how it ended. */
type Observer<Outcome> = (name: string) => (outcome: Outcome) => void

/** Named by the kind of call, such as `query`; ends with the HTTP status, `undefined` for no answer. */
export type CallObserver = Observer<number | undefined>
/** Named by the job. `stopped`: a permanent error, a person has to act. */
export type JobObserver = Observer<'done' | 'failed' | 'stopped'>
/** Named by the route as it is mounted, without what callers chose. Ends with the HTTP status. */
export type RequestObserver = Observer<number>

/**
 * What parts tell of their work as they do it. Names, codes and counts from closed lists only: no id of a
 * record, no value, nothing a caller chose. Must never throw and never wait.
 */
export interface Metrics {
  readonly calls: (crm: Crm) => CallObserver
  readonly jobs: JobObserver
  readonly requests: RequestObserver
  /** Deliveries whose signature did not hold, events of portals we do not serve. */
  webhooks(crm: Crm, outcome: 'refused' | 'unknown-portal', count: number): void
  marks(crm: Crm, outcome: MarkOutcome, lane: Lane, count: number): void
  decided(crm: Crm, decision: DecisionKind, count: number): void
  /** Seconds from the mark until the record was read and scored. */
  markAge(crm: Crm, lane: Lane, seconds: number): void
  writes(crm: Crm, outcome: WriteOutcome, count: number): void
  /** Seconds from the decision until the CRM had it. */
  writeLag(crm: Crm, seconds: number): void
}

type MarkOutcome = 'marked' | 'settled' | 'failed'
type WriteOutcome = 'written' | 'parked' | 'failed'

/** Never a whole decision: only what there are few of. */
export interface DecisionKind {
  readonly tier: Tier | 'none'
  readonly hold: Hold | 'none'
}
