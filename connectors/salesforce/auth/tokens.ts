import type { ConnectorDeps } from '#connectors/connector-deps.ts'
import type { AccessToken } from '#src/connector-port.ts'
import { type RenewDeps, renewSession, salesforceOnly } from './renew-session.ts'

export interface Token {
  readonly accessToken: string
  /** Where the API of this organisation answers; no trailing slash. */
  readonly instanceUrl: string
  /** `…/id/<organisation>/<user>`. */
  readonly identityUrl: string | undefined
}

export interface Tokens {
  /** The token in use, asked for when there is none yet. */
  current(): Promise<Token>
  /** After a refusal: one renewal for all who hold `stale`, in every process. */
  renew(stale: Token): Promise<Token>
}

export type TokenDeps = RenewDeps & Pick<ConnectorDeps, 'credentials' | 'tokenVault'>

/** Access tokens of one organisation; every process and lane uses the same one. */
export function createTokens(deps: TokenDeps): Tokens {
  const { loginUrl } = salesforceOnly(deps.credentials)
  let held: AccessToken | undefined

  const take = async (refused?: string): Promise<Token> => {
    held = await deps.tokenVault.take(refused, () => renewSession(deps))
    return tokenFrom(held, loginUrl)
  }
  const holds = (token: AccessToken | undefined): token is AccessToken =>
    token !== undefined && deps.now() < token.expiresAt

  return {
    current: async () => (holds(held) ? tokenFrom(held, loginUrl) : await take()),
    renew: async ({ accessToken }) => {
      if (holds(held) && held.value !== accessToken) return tokenFrom(held, loginUrl)
      return await take(accessToken)
    },
  }
}

function tokenFrom({ value, instanceUrl, identityUrl }: AccessToken, loginUrl: string): Token {
  return { accessToken: value, instanceUrl: instanceUrl ?? loginUrl, identityUrl }
}
