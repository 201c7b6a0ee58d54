import { z } from 'zod'
import type { ConnectorDeps } from '#connectors/connector-deps.ts'
import { PermanentError } from '#src/errors.ts'
import type { Credentials } from '#src/ports.ts'
import { errorsIn } from './error-body.ts'
import { failureOf, loginRefused, type TokenRefusal, unexpectedAnswer } from './errors.ts'
import { exchange, type HttpAnswer } from './fetch-transport.ts'
import { audiencesOf, signAssertion } from './jwt.ts'
import { TOKEN } from './paths.ts'

type SalesforceCredentials = Extract<Credentials, { kind: `salesforce-${string}` }>

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
  /** A token newer than `stale`; callers that come together share one request. */
  renew(stale: Token): Promise<Token>
}

export type TokenDeps = Pick<ConnectorDeps, 'credentials' | 'now' | 'saveCredentials'>

const TokenAnswer = z.object({
  access_token: z.string().min(1),
  instance_url: z.string().optional(),
  id: z.string().optional(),
  refresh_token: z.string().min(1).optional(),
})
type TokenAnswer = z.infer<typeof TokenAnswer>

const LABEL = `POST ${TOKEN}`

/** Access tokens of one organisation for as long as the process lives. */
export function createTokens(deps: TokenDeps): Tokens {
  let credentials = salesforceOnly(deps.credentials)
  let held: Token | undefined
  let pending: Promise<Token> | undefined

  const obtain = async (): Promise<Token> => {
    const granted = await requestToken(credentials, deps.now())
    const rotated = rotatedCredentials(credentials, granted)
    if (rotated !== undefined) {
      // The old refresh token is dead from here on: keep the new one before anything can fail.
      credentials = rotated
      await deps.saveCredentials(rotated)
    }
    held = tokenOf(granted, credentials.loginUrl)
    return held
  }
  const ask = (): Promise<Token> => {
    pending ??= obtain().finally(() => {
      pending = undefined
    })
    return pending
  }
  return {
    current: async () => held ?? (await ask()),
    renew: async (stale) => {
      const isNewer = held !== undefined && held.accessToken !== stale.accessToken
      return isNewer && held !== undefined ? held : await ask()
    },
  }
}

async function requestToken(
  credentials: SalesforceCredentials,
  nowMs: number,
): Promise<TokenAnswer> {
  let refusal: TokenRefusal | undefined
  for (const form of formsOf(credentials, nowMs)) {
    const answer = await postForm(credentials.loginUrl, form)
    if (answer.status >= 200 && answer.status < 300) return readToken(answer.body)
    refusal = refusalOf(answer)
    if (refusal.code !== 'invalid_grant') break
  }
  throw loginRefused(credentials.kind, refusal ?? { code: 'none', status: 0 })
}

/** Throws for an answer that says "not now"; what is left is a refusal. */
function refusalOf({ status, body }: HttpAnswer): TokenRefusal {
  const errors = errorsIn(body)
  const failure = failureOf({ status, errors, label: LABEL })
  if (!(failure instanceof PermanentError)) throw failure
  return { code: errors[0]?.code ?? `HTTP_${status}`, status }
}

function postForm(loginUrl: string, form: Readonly<Record<string, string>>): Promise<HttpAnswer> {
  return exchange(`${trimmed(loginUrl)}${TOKEN}`, {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: new URLSearchParams(form).toString(),
  })
}

/** What is posted to the token endpoint; several when the right audience is not certain. */
function formsOf(
  credentials: SalesforceCredentials,
  nowMs: number,
): readonly Readonly<Record<string, string>>[] {
  switch (credentials.kind) {
    case 'salesforce-client-credentials':
      return [{ grant_type: 'client_credentials', ...clientOf(credentials) }]
    case 'salesforce-refresh':
      return [
        {
          grant_type: 'refresh_token',
          ...clientOf(credentials),
          refresh_token: credentials.refreshToken,
        },
      ]
    case 'salesforce-jwt':
      return audiencesOf(credentials.loginUrl).map((audience) => ({
        grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer',
        assertion: signAssertion(credentials, audience, nowMs),
      }))
  }
}

function clientOf({ clientId, clientSecret }: { clientId: string; clientSecret: string }): {
  client_id: string
  client_secret: string
} {
  return { client_id: clientId, client_secret: clientSecret }
}

function rotatedCredentials(
  credentials: SalesforceCredentials,
  { refresh_token: refreshToken }: TokenAnswer,
): SalesforceCredentials | undefined {
  if (credentials.kind !== 'salesforce-refresh' || refreshToken === undefined) return undefined
  return refreshToken === credentials.refreshToken ? undefined : { ...credentials, refreshToken }
}

function readToken(body: string): TokenAnswer {
  try {
    return TokenAnswer.parse(JSON.parse(body))
  } catch {
    throw unexpectedAnswer(LABEL)
  }
}

function tokenOf(answer: TokenAnswer, loginUrl: string): Token {
  const instanceUrl = answer.instance_url ?? loginUrl
  if (!URL.canParse(instanceUrl)) throw unexpectedAnswer(LABEL)
  return {
    accessToken: answer.access_token,
    instanceUrl: trimmed(instanceUrl),
    identityUrl: answer.id,
  }
}

function salesforceOnly(credentials: Credentials): SalesforceCredentials {
  if (credentials.kind === 'hubspot-token' || credentials.kind === 'hubspot-oauth') {
    throw new PermanentError('wrong-credentials', 'These credentials are not for Salesforce.')
  }
  if (!URL.canParse(credentials.loginUrl)) {
    throw new PermanentError(
      'salesforce-login-url-invalid',
      'The Salesforce login URL is not a URL.',
      'Set SALESFORCE_LOGIN_URL to the My Domain address, such as https://example.my.salesforce.com.',
    )
  }
  return credentials
}

function trimmed(url: string): string {
  return url.replace(/\/+$/, '')
}
