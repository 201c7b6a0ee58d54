import type { Log, PortalId } from '#src/ports.ts'
import type { Store } from '#src/store/store.ts'
import type { ApiServices } from './api/api-deps.ts'
import type { MonitorDeps } from './monitor-deps.ts'
import type { OauthDeps } from './oauth-deps.ts'

/** What the routes work with. */
export interface HttpDeps {
  readonly store: Store
  readonly log: Log
  readonly now: () => number
  /** Scheme and host the CRMs call us by; when unset, what the request itself says. */
  readonly publicUrl: string | undefined
  /** Proxies in front of us whose word on who calls is believed; none when unset. */
  readonly trustedProxies?: number
  /** Client secrets of the HubSpot apps whose webhooks we accept. */
  readonly hubspotSecrets: () => readonly string[]
  /** Work was marked for this portal; failing to say so delays it to the next sweep, no more. */
  readonly kick: (portal: PortalId) => Promise<void>
  /** New activities were announced: look for them. */
  readonly poll: (portal: PortalId) => Promise<void>
  /** Connecting accounts from a browser; no such pages without it. */
  readonly oauth?: OauthDeps
  /** Metrics and the queue's board; no such pages without it. */
  readonly monitor?: MonitorDeps
  /** What `/api/v1` works with; no such address without it. */
  readonly api?: ApiServices
  /** Throws when Redis does not answer. */
  readonly pingRedis: () => Promise<void>
}
