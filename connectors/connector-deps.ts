import type { Quota } from '#src/connector-port.ts'
import type { Credentials, Lane, Log, Portal } from '#src/ports.ts'
import type { AllowList } from '#src/privacy/allowed-field.ts'

/** What a CRM lets us call with; `expiresAt` is epoch ms. */
export interface AccessToken {
  readonly value: string
  readonly expiresAt: number
}

/** Where the processes that serve a portal share its access token. */
export interface TokenVault {
  /** `undefined` when there is none that still holds. */
  read(): Promise<AccessToken | undefined>
  write(token: AccessToken): Promise<void>
  /** The CRM refused it. */
  forget(): Promise<void>
  /** One process at a time; throws TransientError `token-renewal-busy` after a minute. */
  exclusively<T>(work: () => Promise<T>): Promise<T>
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
  /** Keeps a rotated refresh token; called before the new one is used. */
  readonly saveCredentials: (credentials: Credentials) => Promise<void>
}
