import type { Request } from 'express'
import type { Crm } from '#src/ports.ts'
import type { Installation } from './oauth-deps.ts'
import type { OauthSession } from './oauth-session.ts'

/** What differs between CRMs in connecting an account from a browser. */
export interface OauthFlow {
  readonly crm: Crm
  readonly crmName: string
  /** Where the account lets people log in. Throws PermanentError for an address that may not be asked. */
  loginUrlOf(request: Request): string
  authorizeUrl(session: OauthSession): string
  /** Throws PermanentError when the CRM does not take the code. */
  redeem(code: string, session: OauthSession): Promise<Installation>
  /** What is read and written from now on, a sentence each. */
  readonly does: readonly string[]
}
