import { createHmac, timingSafeEqual } from 'node:crypto'
import { z } from 'zod'
import { Refusal } from '#sandbox/hubspot/portal/refusal.ts'

/** Who calls, and what for. */
export interface Token {
  readonly kind: 'private' | 'oauth'
  /** What its calls are counted against. */
  readonly app: string
  readonly scopes: ReadonlySet<string>
}

/** An OAuth code, access or refresh token. They carry their meaning, so a restart forgets none. */
const Grant = z.object({
  use: z.enum(['code', 'access', 'refresh']),
  scopes: z.array(z.string()),
  /** Epoch ms; refresh tokens do not expire. */
  expiresAt: z.number().nullable(),
  redirectUri: z.string().optional(),
  /** Makes two grants of the same content differ. */
  serial: z.number(),
})
type Grant = z.infer<typeof Grant>

export interface TokenMint {
  seal(grant: Grant): string
  /** `undefined` for anything this mint did not seal. */
  open(sealed: string): Grant | undefined
}

export function createTokenMint(secret: string): TokenMint {
  const sign = (payload: string) => createHmac('sha256', secret).update(payload).digest()
  return {
    seal: (grant) => {
      const payload = Buffer.from(JSON.stringify(grant)).toString('base64url')
      return `${payload}.${sign(payload).toString('base64url')}`
    },
    open: (sealed) => {
      const [payload = '', signature = ''] = sealed.split('.')
      const given = Buffer.from(signature, 'base64url')
      const due = sign(payload)
      if (given.length !== due.length || !timingSafeEqual(given, due)) return undefined
      return Grant.parse(JSON.parse(Buffer.from(payload, 'base64url').toString('utf8')))
    },
  }
}

const DOCS = 'https://developers.hubspot.com/docs/methods/auth/oauth-overview'

/** Reads the bearer token of a request or throws HubSpot's 401. */
export function authenticate(
  header: string | undefined,
  deps: {
    accessToken: string
    scopes: readonly string[]
    mint: TokenMint
    revoked: ReadonlySet<string>
    now: () => number
  },
): Token {
  const value = /^Bearer (.+)$/i.exec(header ?? '')?.[1]
  if (value === undefined)
    throw unauthenticated(
      `Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at ${DOCS}`,
    )
  if (value === deps.accessToken) {
    return { kind: 'private', app: 'private', scopes: new Set(deps.scopes) }
  }
  const grant = deps.mint.open(value)
  if (grant?.use !== 'access' || deps.revoked.has(value)) {
    throw unauthenticated(
      `Invalid authentication credentials. The token was not recognised; see ${DOCS}`,
    )
  }
  const lateMs = deps.now() - (grant.expiresAt ?? Number.POSITIVE_INFINITY)
  if (lateMs >= 0) {
    const message = `The OAuth token used to make this call expired ${Math.floor(lateMs / 1000)} second(s) ago.`
    throw new Refusal(401, message, { category: 'EXPIRED_AUTHENTICATION' })
  }
  return { kind: 'oauth', app: 'oauth', scopes: new Set(grant.scopes) }
}

function unauthenticated(message: string): Refusal {
  return new Refusal(401, message, { category: 'INVALID_AUTHENTICATION' })
}

/** Throws HubSpot's 403 naming every scope that is missing. */
export function requireScopes(token: Token, scopes: readonly string[]): void {
  const missing = scopes.filter((scope) => !token.scopes.has(scope))
  if (missing.length === 0) return
  const links = { scopes: 'https://developers.hubspot.com/scopes' }
  throw new Refusal(
    403,
    `This app hasn't been granted all required scopes to make this call. Read more about required scopes here: ${links.scopes}.`,
    {
      category: 'MISSING_SCOPES',
      links,
      errors: [
        {
          message: 'One or more of the following scopes are required.',
          context: { requiredGranularScopes: missing },
        },
      ],
    },
  )
}
