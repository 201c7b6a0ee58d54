import type { HubspotApp, HubspotGrant } from '#connectors/hubspot/oauth.ts'
import type { SalesforceApp, SalesforceGrant } from '#connectors/salesforce/oauth.ts'
import type { Crm, Portal } from '#src/ports.ts'
import type { CountTries } from './sign-in-limit.ts'

/** A CRM account whose admin said yes. */
export interface Installation {
  readonly crm: Crm
  readonly apiUrl: string
  readonly sandbox: boolean
  readonly grant: HubspotGrant | SalesforceGrant
}

/** What the install screens work with; an app that is not configured has no screen. */
export interface OauthDeps {
  readonly hubspot: (HubspotApp & { readonly sandbox: boolean }) | undefined
  readonly salesforce: (SalesforceApp & { readonly sandbox: boolean }) | undefined
  /** Whoever installs has to know it; without one only this machine may. */
  readonly adminToken: string | undefined
  readonly countTries: CountTries
  /** Makes text that nobody else can read or make. */
  readonly seal: (text: string) => string
  /** `undefined` for what `seal` did not make. */
  readonly open: (sealed: string) => string | undefined
  /** False when it was said before, by any process. */
  readonly useOnce: (name: string, forMs: number) => Promise<boolean>
  /** Proves the grant and keeps the portal. Throws PermanentError when the CRM refuses. */
  readonly connect: (installation: Installation) => Promise<Portal>
}
