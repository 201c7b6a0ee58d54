import type { Request, Response } from 'express'
import { z } from 'zod'
import { consentPage } from '#sandbox/consent-page.ts'
import type { TokenDeps } from './token-endpoint.ts'

/** Of the app; asking for another one is refused. */
const APP_SCOPES = ['api', 'id', 'refresh_token', 'offline_access']

const Asked = z.object({
  response_type: z.string().default(''),
  client_id: z.string().default(''),
  redirect_uri: z.string().default(''),
  scope: z.string().optional(),
  state: z.string().optional(),
  code_challenge: z.string().optional(),
  code_challenge_method: z.string().optional(),
  decision: z.string().default(''),
})
type Asked = z.infer<typeof Asked>

/**
 * `GET /services/oauth2/authorize` asks, `POST` takes the answer (Salesforce Help, "OAuth 2.0 Web Server
 * Flow"). Who the app is and where it may be led back to is told on a page when wrong; everything else
 * is told to the app.
 */
export function askConsent(deps: TokenDeps, request: Request, response: Response): void {
  const asked = Asked.parse(request.query)
  if (refuseStranger(deps, asked, response)) return
  const fault = faultOf(asked)
  if (fault !== undefined) {
    response.redirect(302, backTo(asked, fault))
    return
  }
  const { decision: _none, ...fields } = asked
  const page = consentPage({
    crm: 'Salesforce',
    app: asked.client_id,
    scopes: scopesOf(asked),
    action: '/services/oauth2/authorize',
    fields: Object.fromEntries(
      Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined),
    ),
  })
  response.type('html').send(page)
}

export function takeConsent(
  deps: TokenDeps,
  form: Readonly<Record<string, string>>,
  response: Response,
): void {
  const asked = Asked.parse(form)
  if (refuseStranger(deps, asked, response)) return
  const fault = faultOf(asked) ?? (asked.decision === 'allow' ? undefined : DENIED)
  if (fault !== undefined) {
    response.redirect(302, backTo(asked, fault))
    return
  }
  const code = deps.codes.issue({
    redirectUri: asked.redirect_uri,
    challenge: asked.code_challenge,
    scopes: scopesOf(asked),
  })
  response.redirect(302, backTo(asked, { code }))
}

const DENIED = { error: 'access_denied', error_description: 'end-user denied authorization' }

function refuseStranger({ client }: TokenDeps, asked: Asked, response: Response): boolean {
  const isApp = asked.client_id === client.clientId
  const isAgreed =
    client.redirectUris?.includes(asked.redirect_uri) ?? URL.canParse(asked.redirect_uri)
  if (isApp && isAgreed) return false
  const code = isApp ? 'redirect_uri_mismatch' : 'invalid_client_id'
  response.status(400).json({ error: code, error_description: `${code} at the consent page` })
  return true
}

function faultOf(asked: Asked): Readonly<Record<string, string>> | undefined {
  if (asked.response_type !== 'code') {
    return { error: 'unsupported_response_type', error_description: 'response type not supported' }
  }
  const method = asked.code_challenge_method ?? 'S256'
  if (asked.code_challenge === undefined || method !== 'S256') {
    return { error: 'invalid_request', error_description: 'missing required code challenge' }
  }
  if (scopesOf(asked).some((scope) => !APP_SCOPES.includes(scope))) {
    return { error: 'invalid_scope', error_description: 'the requested scope is not allowed' }
  }
  return undefined
}

/** Without a scope all of the app's are meant. */
function scopesOf({ scope }: Asked): readonly string[] {
  return scope === undefined ? APP_SCOPES : scope.split(' ').filter((one) => one !== '')
}

function backTo(asked: Asked, answer: Readonly<Record<string, string>>): string {
  const back = new URL(asked.redirect_uri)
  for (const [name, value] of Object.entries(answer)) back.searchParams.set(name, value)
  if (asked.state !== undefined) back.searchParams.set('state', asked.state)
  return back.href
}
