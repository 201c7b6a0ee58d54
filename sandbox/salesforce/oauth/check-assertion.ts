import { createVerify } from 'node:crypto'
import { oauthError } from './oauth-error.ts'

const LOGIN_HOSTS = ['https://login.salesforce.com', 'https://test.salesforce.com']

export interface AssertionRules {
  readonly clientId: string
  readonly username: string
  readonly publicKey: string | undefined
  /** Where the request came in; a My Domain host is a valid audience too. */
  readonly origin: string
  readonly now: number
}

/**
 * Checks a JWT bearer assertion as Salesforce Help, "OAuth 2.0 JWT Bearer Flow for
 * Server-to-Server Integration" says: RS256 by the app's certificate, `iss` the client id, `sub` the
 * user, `aud` a login host, `exp` not past. Throws invalid_grant or invalid_client.
 */
export function checkAssertion(assertion: string, rules: AssertionRules): void {
  const [header = '', payload = '', signature = ''] = assertion.split('.')
  const claims = decode(payload)
  if (decode(header)['alg'] !== 'RS256' || rules.publicKey === undefined) {
    throw oauthError('invalid_grant', 'invalid assertion')
  }
  if (claims['iss'] !== rules.clientId) {
    throw oauthError('invalid_client_id', 'client identifier invalid')
  }
  const signed = createVerify('RSA-SHA256').update(`${header}.${payload}`)
  if (!signed.verify(rules.publicKey, Buffer.from(signature, 'base64url'))) {
    throw oauthError('invalid_grant', 'invalid assertion')
  }
  if (![...LOGIN_HOSTS, rules.origin].includes(String(claims['aud']).replace(/\/$/, ''))) {
    throw oauthError('invalid_grant', 'audience is invalid')
  }
  if (Number(claims['exp']) * 1000 <= rules.now || Number.isNaN(Number(claims['exp']))) {
    throw oauthError('invalid_grant', 'assertion is expired')
  }
  if (claims['sub'] !== rules.username) {
    throw oauthError('invalid_grant', "user hasn't approved this consumer")
  }
}

function decode(part: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(Buffer.from(part, 'base64url').toString('utf8'))
    return typeof value === 'object' && value !== null ? { ...value } : {}
  } catch {
    throw oauthError('invalid_grant', 'invalid assertion')
  }
}
