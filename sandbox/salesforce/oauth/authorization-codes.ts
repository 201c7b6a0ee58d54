import { createHash } from 'node:crypto'
import { oauthError } from './oauth-error.ts'

const CODE_MS = 15 * 60_000

interface Consent {
  readonly challenge: string | undefined
  readonly redirectUri: string
  readonly scopes: readonly string[]
}

/** One-time codes of the web server flow, with PKCE where the client asked for it. */
export interface AuthorizationCodes {
  issue(consent: Consent): string
  /** The scopes granted. Throws invalid_grant unless code, redirect address and verifier all fit. */
  redeem(code: string, redirectUri: string, verifier: string | undefined): readonly string[]
}

export function createAuthorizationCodes(deps: {
  readonly now: () => number
  readonly random: () => number
}): AuthorizationCodes {
  const pending = new Map<string, Consent & { readonly expiresAt: number }>()
  return {
    issue(consent) {
      const code = `aPrx${Math.floor(deps.random() * 2 ** 52).toString(36)}`
      pending.set(code, { ...consent, expiresAt: deps.now() + CODE_MS })
      return code
    },
    redeem(code, redirectUri, verifier) {
      const found = pending.get(code)
      pending.delete(code)
      if (found === undefined || found.expiresAt <= deps.now()) {
        throw oauthError('invalid_grant', 'expired authorization code')
      }
      if (found.redirectUri !== redirectUri) {
        throw oauthError('redirect_uri_mismatch', 'redirect_uri must match configuration')
      }
      if (found.challenge === undefined) return found.scopes
      const answer = createHash('sha256')
        .update(verifier ?? '')
        .digest('base64url')
      if (answer !== found.challenge) throw oauthError('invalid_grant', 'invalid code verifier')
      return found.scopes
    },
  }
}
