import { createHash } from 'node:crypto'
import { type Request, type Response, Router } from 'express'
import { errorCode, PermanentError, TransientError } from '#src/errors.ts'
import type { Portal } from '#src/ports.ts'
import type { HttpDeps } from './http-deps.ts'
import type { Installation, OauthDeps } from './oauth-deps.ts'
import type { OauthFlow } from './oauth-flow.ts'
import { installGuard } from './oauth-guard.ts'
import { createHubspotFlow } from './oauth-hubspot.ts'
import { type Page, sendPage } from './oauth-page.ts'
import { createSalesforceFlow } from './oauth-salesforce.ts'
import {
  createSession,
  endSession,
  findSession,
  giveSession,
  type OauthSession,
  SESSION_MS,
} from './oauth-session.ts'
import { publicOriginOf } from './public-uri.ts'

type RouterDeps = Pick<HttpDeps, 'log' | 'now' | 'publicUrl'> & { readonly oauth: OauthDeps }

/** `/oauth/<crm>/install` sends a browser to the CRM, `/oauth/<crm>/callback` takes it back. */
export function createOauthRouter(deps: RouterDeps): Router {
  const { oauth, now, publicUrl } = deps
  const router = Router()
  const guard = installGuard({ ...oauth, publicUrl })
  const flows = [
    oauth.hubspot && createHubspotFlow(oauth.hubspot, now),
    oauth.salesforce && createSalesforceFlow(oauth.salesforce, now),
  ].filter((flow) => flow !== undefined)
  for (const flow of flows) {
    router.get(`/${flow.crm}/install`, guard, (request, response) => {
      start(deps, flow, request, response)
    })
    router.get(`/${flow.crm}/callback`, async (request, response) => {
      sendPage(response, await finish(deps, flow, request, response))
    })
  }
  router.get('/:crm/install', guard, (_request, response) => sendPage(response, NOT_CONFIGURED))
  return router
}

function start(
  { oauth, now, publicUrl }: RouterDeps,
  flow: OauthFlow,
  request: Request,
  response: Response,
): void {
  const redirectUri = `${publicOriginOf(request, publicUrl)}/oauth/${flow.crm}/callback`
  try {
    const loginUrl = flow.loginUrlOf(request)
    const session = createSession({ crm: flow.crm, loginUrl, redirectUri }, now())
    giveSession(response, { ...oauth, now }, session)
    response.set({ 'Cache-Control': 'no-store', 'Referrer-Policy': 'no-referrer' })
    response.redirect(302, flow.authorizeUrl(session))
  } catch (error) {
    sendPage(response, failurePage(flow, error))
  }
}

async function finish(
  deps: RouterDeps,
  flow: OauthFlow,
  request: Request,
  response: Response,
): Promise<Page> {
  const session = findSession(request, { ...deps.oauth, now: deps.now }, flow.crm)
  if (session === undefined) return strangerPage(flow)
  endSession(response, session)
  // Of a session of ours only: anybody could write reasons into the log otherwise.
  const { code, error } = request.query
  if (error !== undefined) return refusedPage(deps, flow, error)
  if (typeof code !== 'string' || !(await isFirst(deps.oauth, session))) return strangerPage(flow)
  try {
    const installation = await flow.redeem(code, session)
    const portal = await deps.oauth.connect(installation)
    return connectedPage(flow, portal, installation)
  } catch (thrown) {
    deps.log.warn('portal not connected', { crm: flow.crm, code: errorCode(thrown) })
    return failurePage(flow, thrown)
  }
}

/** A state serves once, also when the answer of the first time was lost on its way. */
function isFirst(oauth: OauthDeps, { state }: OauthSession): Promise<boolean> {
  const name = createHash('sha256').update(state).digest('base64url')
  return oauth.useOnce(`oauth-state:${name}`, SESSION_MS)
}

function connectedPage(flow: OauthFlow, portal: Portal, { grant }: Installation): Page {
  const missing = 'missing' in grant ? grant.missing : []
  const lacks =
    missing.length === 0 ? [] : ['Not granted, and what that means; installing again asks anew:']
  return {
    status: 200,
    title: `${flow.crmName} is connected`,
    lines: [
      `${portal.id}: ${portal.name}, time zone ${portal.timeZone}.`,
      ...flow.does,
      ...lacks,
      missing.length === 0 ? 'Next, at the server:' : '',
    ].filter((line) => line !== ''),
    list: missing,
    commands: [`leadwell fields ${portal.id}`, `leadwell provision ${portal.id} --dry-run`],
  }
}

/** `access_denied` is what both CRMs say when somebody chose Cancel; Salesforce's help writes a dash. */
const DENIED = new Set(['access_denied', 'access-denied'])
const CODE = /^[\w-]{1,60}$/

function refusedPage({ log }: RouterDeps, { crm, crmName }: OauthFlow, error: unknown): Page {
  const code = typeof error === 'string' && CODE.test(error) ? error : 'unknown'
  log.warn('portal not connected', { crm, code })
  const again = `To try again, open /oauth/${crm}/install.`
  if (DENIED.has(code)) {
    const said = `${crmName} says that access was refused: somebody chose Cancel, or may not install apps.`
    return { status: 403, title: 'Nothing was connected', lines: [said, again] }
  }
  const said = `${crmName} did not ask for consent and gave the reason ${code}.`
  const todo = 'An admin has to allow the app there (installed, not blocked, this user approved).'
  return { status: 403, title: 'Nothing was connected', lines: [said, todo, again] }
}

function strangerPage({ crm, crmName }: OauthFlow): Page {
  return {
    status: 400,
    title: 'Nothing was connected',
    lines: [
      `This answer of ${crmName} does not belong to an installation that this browser started in the last ten minutes, or it was used before.`,
      `Start again from /oauth/${crm}/install, in one browser, and allow its cookies.`,
    ],
  }
}

function failurePage({ crm, crmName }: OauthFlow, error: unknown): Page {
  const title = 'Nothing was connected'
  const again = `Then open /oauth/${crm}/install again.`
  if (error instanceof PermanentError) {
    const { code, message, hint = 'Look into the log of the server.' } = error
    return { status: 400, title, lines: [`${message} (${code})`, hint, again] }
  }
  const code = errorCode(error)
  if (error instanceof TransientError) {
    const lines = [`${crmName} did not answer as it should just now (${code}).`, 'Wait a minute.']
    return { status: 503, title, lines: [...lines, again] }
  }
  const lines = [`Something went wrong in Leadwell (${code}).`, 'Look into the log of the server.']
  return { status: 500, title, lines: [...lines, again] }
}

const NOT_CONFIGURED: Page = {
  status: 404,
  title: 'There is nothing to install here',
  lines: [
    'For HubSpot set HUBSPOT_CLIENT_ID and HUBSPOT_CLIENT_SECRET on the server; for Salesforce SALESFORCE_CLIENT_ID and SALESFORCE_CLIENT_SECRET. Restart it, then open this page again.',
  ],
}
