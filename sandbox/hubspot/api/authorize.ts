import type { Request, Response } from 'express'
import { z } from 'zod'
import { consentPage } from '#sandbox/consent-page.ts'
import type { ApiContext } from './api-context.ts'
import type { TokenMint } from './tokens.ts'

const CODE_MS = 60_000

export interface AuthorizeDeps {
  readonly context: Pick<ApiContext, 'now'>
  readonly mint: TokenMint
  readonly clientId: string
  /** What the portal's tier can grant. */
  readonly grantable: readonly string[]
  /** As the app is set up; without it any address HubSpot would take: https, or http on this machine. */
  readonly redirectUris: readonly string[] | undefined
}

const Asked = z.object({
  client_id: z.string().default(''),
  redirect_uri: z.string().default(''),
  scope: z.string().default(''),
  optional_scope: z.string().default(''),
  state: z.string().optional(),
  decision: z.string().default(''),
})
type Asked = z.infer<typeof Asked>

/**
 * `GET /oauth/authorize` asks, `POST` takes the answer and leads back with a code (HubSpot docs, "Working
 * with OAuth"). All of `scope` has to be grantable; of `optional_scope` the portal grants what it has.
 * What is wrong with the request itself is told on a page: nobody is led to an address not agreed on.
 */
export function createAuthorize(deps: AuthorizeDeps) {
  return {
    ask: (request: Request, response: Response): void => {
      const asked = Asked.parse(request.query)
      const fault = faultOf(deps, asked)
      if (fault !== undefined) {
        response.status(400).type('text').send(fault)
        return
      }
      const { decision: _none, ...fields } = asked
      const scopes = grantedOf(deps, asked)
      const page = { crm: 'HubSpot', app: asked.client_id, scopes, action: '/oauth/authorize' }
      response.type('html').send(consentPage({ ...page, fields: withoutUndefined(fields) }))
    },
    answer: (request: Request, response: Response): void => {
      const asked = Asked.parse(request.body ?? {})
      const fault = faultOf(deps, asked)
      if (fault !== undefined) response.status(400).type('text').send(fault)
      else response.redirect(302, backTo(deps, asked))
    },
  }
}

function faultOf({ clientId, grantable, redirectUris }: AuthorizeDeps, asked: Asked) {
  if (asked.client_id !== clientId) return 'missing or unknown client id'
  if (!isAgreed(asked.redirect_uri, redirectUris)) {
    return "redirect URL doesn't match the one of the app"
  }
  const required = wordsOf(asked.scope)
  if (required.length === 0) return 'no scope was asked for'
  const missing = required.filter((scope) => !grantable.includes(scope))
  return missing.length === 0 ? undefined : `this account cannot grant ${missing.join(' ')}`
}

function isAgreed(uri: string, agreed: readonly string[] | undefined): boolean {
  if (agreed !== undefined) return agreed.includes(uri)
  if (!URL.canParse(uri)) return false
  const { protocol, hostname } = new URL(uri)
  const isHere = ['localhost', '127.0.0.1'].includes(hostname)
  return protocol === 'https:' || (protocol === 'http:' && isHere)
}

function backTo({ context, mint, ...deps }: AuthorizeDeps, asked: Asked): string {
  const back = new URL(asked.redirect_uri)
  if (asked.decision === 'allow') {
    const code = mint.seal({
      use: 'code',
      scopes: grantedOf({ context, mint, ...deps }, asked),
      expiresAt: context.now() + CODE_MS,
      redirectUri: asked.redirect_uri,
      serial: context.now(),
    })
    back.searchParams.set('code', code)
  } else {
    back.searchParams.set('error', 'access_denied')
    back.searchParams.set('error_description', 'the user denied the request')
  }
  if (asked.state !== undefined) back.searchParams.set('state', asked.state)
  return back.href
}

function grantedOf({ grantable }: AuthorizeDeps, { scope, optional_scope }: Asked): string[] {
  const optional = wordsOf(optional_scope).filter((one) => grantable.includes(one))
  return [...new Set([...wordsOf(scope), ...optional])]
}

function wordsOf(text: string): string[] {
  return text.split(' ').filter((word) => word !== '')
}

function withoutUndefined(fields: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(fields).filter((entry): entry is [string, string] => entry[1] !== undefined),
  )
}
