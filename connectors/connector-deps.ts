import type { Quota, TokenVault } from '#src/connector-port.ts'
import type { CallObserver } from '#src/metrics-port.ts'
import type { Credentials, Lane, Log, Portal } from '#src/ports.ts'
import type { AllowList } from '#src/privacy/allowed-field.ts'

/** Lets a bounded number of requests be under way at once; event work that waits goes first. */
export interface RequestSlots {
  run<T>(lane: Lane, work: () => Promise<T>): Promise<T>
}

/** What every connector is made from; clock, randomness and network are dependencies. */
export interface ConnectorDeps {
  readonly portal: Pick<Portal, 'id' | 'apiUrl'> & Partial<Pick<Portal, 'timeZone'>>
  readonly credentials: Credentials
  readonly quota: Quota
  readonly lane: Lane
  /** What may be asked for and how it is coded. */
  readonly allowList: AllowList
  readonly log: Log
  readonly now: () => number
  readonly random: () => number
  readonly sleep: (ms: number) => Promise<void>
  /** Waiting records from which the CRM's own bulk way is taken; unset, where it costs less. */
  readonly bulkWritesFrom?: number | undefined
  /** Shared by all connectors of a portal in this process; unset, one has its own. */
  readonly slots?: RequestSlots
  readonly tokenVault: TokenVault
  /** Told of every call by its kind; unset, nobody counts. */
  readonly observeCall?: CallObserver
  /** The credentials as they are now: another process may have rotated the refresh token since. */
  readonly loadCredentials: () => Promise<Credentials>
  /**
   * Keeps a rotated refresh token in place of `before`; called before the new one is used. Does nothing
   * when the portal was connected anew in between.
   */
  readonly saveCredentials: (credentials: Credentials, before: Credentials) => Promise<void>
}
