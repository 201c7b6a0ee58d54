import { createSign } from 'node:crypto'
import { PermanentError } from '#src/errors.ts'
import type { Credentials } from '#src/ports.ts'

export type JwtCredentials = Extract<Credentials, { kind: 'salesforce-jwt' }>

/** Salesforce refuses assertions that live longer than a few minutes. */
const LIFETIME_MS = 180_000
const SALESFORCE_HOST = /(?:^|\.)(?:salesforce|force|cloudforce)\.com$/
const SANDBOX_HOST = /^test\.salesforce\.com$|\.sandbox\.|--/

/**
 * A signed assertion for the JWT bearer flow (Salesforce Help, "OAuth 2.0 JWT Bearer Flow"). jsforce
 * does not sign. Throws PermanentError when the private key is none.
 */
export function signAssertion(
  { clientId, username, privateKey }: JwtCredentials,
  audience: string,
  nowMs: number,
): string {
  const claims = {
    iss: clientId,
    sub: username,
    aud: audience,
    exp: Math.floor((nowMs + LIFETIME_MS) / 1000),
  }
  const unsigned = `${encode({ alg: 'RS256', typ: 'JWT' })}.${encode(claims)}`
  try {
    const signature = createSign('RSA-SHA256').update(unsigned).sign(privateKey, 'base64url')
    return `${unsigned}.${signature}`
  } catch {
    throw new PermanentError(
      'salesforce-private-key-invalid',
      'The private key for Salesforce cannot sign.',
      'Give the PEM file of the RSA key whose certificate is in the app in Salesforce.',
    )
  }
}

/**
 * Whom the assertion is for, likeliest first. Salesforce's own hosts expect the general login host,
 * also where the token is asked of a My Domain host; everything else is its own audience.
 */
export function audiencesOf(loginUrl: string): readonly string[] {
  const { origin, hostname } = new URL(loginUrl)
  if (!SALESFORCE_HOST.test(hostname)) return [origin]
  const general = SANDBOX_HOST.test(hostname)
    ? 'https://test.salesforce.com'
    : 'https://login.salesforce.com'
  return [...new Set([general, origin])]
}

function encode(part: object): string {
  return Buffer.from(JSON.stringify(part)).toString('base64url')
}
