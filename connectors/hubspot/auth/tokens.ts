import type { ConnectorDeps } from '#connectors/connector-deps.ts'
import type { AccessToken } from '#src/connector-port.ts'
import type { Credentials } from '#src/ports.ts'
import type { Http } from '../transport/http.ts'
import { type RenewDeps, renewAccess } from './renew-access.ts'
import { foreignCredentials } from './token-endpoint.ts'

/** Gives the access token to call with. */
export interface Tokens {
  current(): Promise<string>
  /** After a 401: a token other than `refused`, or `undefined` when there is no way to another. */
  replace(refused: string): Promise<string | undefined>
}

export type TokenDeps = RenewDeps & Pick<ConnectorDeps, 'credentials' | 'tokenVault'>

/** Static tokens stay; OAuth tokens are renewed shortly before they end, once for all processes. */
export function createTokens(deps: TokenDeps, http: Http): Tokens {
  let fixed = fixedToken(deps.credentials)
  let held: AccessToken | undefined

  const take = async (refused?: string): Promise<string> => {
    held = await deps.tokenVault.take(refused, () => renewAccess(deps, http))
    return held.value
  }
  const holds = (token: AccessToken | undefined): token is AccessToken =>
    token !== undefined && deps.now() < token.expiresAt

  return {
    current: async () => fixed ?? (holds(held) ? held.value : await take()),
    replace: async (refused) => {
      // Somebody may have connected the portal anew from another process.
      if (fixed !== undefined) fixed = fixedToken(await deps.loadCredentials())
      const next =
        fixed ?? (holds(held) && held.value !== refused ? held.value : await take(refused))
      return next === refused ? undefined : next
    },
  }
}

/** `undefined` for credentials by which tokens are renewed. */
function fixedToken(credentials: Credentials): string | undefined {
  if (credentials.kind === 'hubspot-token') return credentials.accessToken
  if (credentials.kind === 'hubspot-oauth') return undefined
  throw foreignCredentials()
}
