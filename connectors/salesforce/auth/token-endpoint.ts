import { z } from 'zod'
import type { AccessToken } from '#src/connector-port.ts'
import { unexpectedAnswer } from '../transport/errors.ts'
import { exchange, type HttpAnswer } from '../transport/fetch-transport.ts'
import { apiHost, TOKEN } from '../transport/paths.ts'
import { readRefusal, type TokenRefusal } from './login-refusal.ts'

const TokenAnswer = z.object({
  access_token: z.string().min(1),
  instance_url: z.string().optional(),
  id: z.string().optional(),
  refresh_token: z.string().min(1).optional(),
  /** Only where the app issues tokens with an end of their own (JWT-based access tokens). */
  expires_in: z.coerce.number().positive().optional(),
  issued_at: z.string().optional(),
  signature: z.string().optional(),
  scope: z.string().optional(),
})
export type TokenAnswer = z.infer<typeof TokenAnswer>

const LABEL = `POST ${TOKEN}`
/** Processes that wait for the token wait for this as well. */
const TIMEOUT_MS = 30_000
/** Sessions live two hours unless the organisation says otherwise; one cut short is met by its 401. */
const LIFETIME_S = 7_200
const RENEW_BEFORE_MS = 5 * 60_000
const RENEW_BEFORE_PART = 0.1

/**
 * Posts a form to the token endpoint and gives the token or the refusal. Throws TransientError for an
 * answer that says "not now".
 */
export async function requestToken(
  loginUrl: string,
  form: Readonly<Record<string, string>>,
): Promise<TokenAnswer | TokenRefusal> {
  const answer = await postForm(`${apiHost(trimmed(loginUrl))}${TOKEN}`, form)
  if (answer.status >= 200 && answer.status < 300) return readToken(answer.body)
  return readRefusal(answer, LABEL)
}

export function isRefusal(answer: TokenAnswer | TokenRefusal): answer is TokenRefusal {
  return 'reason' in answer
}

export function accessTokenOf(answer: TokenAnswer, loginUrl: string, nowMs: number): AccessToken {
  const instanceUrl = answer.instance_url ?? loginUrl
  if (!URL.canParse(instanceUrl)) throw unexpectedAnswer(LABEL)
  const lifetimeMs = (answer.expires_in ?? LIFETIME_S) * 1_000
  return {
    value: answer.access_token,
    expiresAt: nowMs + lifetimeMs - Math.min(RENEW_BEFORE_MS, lifetimeMs * RENEW_BEFORE_PART),
    instanceUrl: trimmed(instanceUrl),
    identityUrl: answer.id,
  }
}

function postForm(url: string, form: Readonly<Record<string, string>>): Promise<HttpAnswer> {
  const init = {
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded', accept: 'application/json' },
    body: new URLSearchParams(form).toString(),
  }
  return exchange(url, init, TIMEOUT_MS)
}

function readToken(body: string): TokenAnswer {
  try {
    return TokenAnswer.parse(JSON.parse(body))
  } catch {
    throw unexpectedAnswer(LABEL)
  }
}

function trimmed(url: string): string {
  return url.replace(/\/+$/, '')
}
