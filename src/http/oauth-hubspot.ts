import { hubspotAuthorizeUrl, redeemHubspotCode } from '#connectors/hubspot/oauth.ts'
import type { OauthDeps } from './oauth-deps.ts'
import type { OauthFlow } from './oauth-flow.ts'

/** Installing the HubSpot app; HubSpot asks itself which of somebody's accounts it is for. */
export function createHubspotFlow(
  app: NonNullable<OauthDeps['hubspot']>,
  now: () => number,
): OauthFlow {
  return {
    crm: 'hubspot',
    crmName: 'HubSpot',
    loginUrlOf: () => app.appUrl,
    authorizeUrl: (session) => hubspotAuthorizeUrl(app, session),
    redeem: async (code, { redirectUri }) => ({
      crm: 'hubspot',
      apiUrl: app.apiUrl,
      sandbox: app.sandbox,
      grant: await redeemHubspotCode(app, { code, redirectUri, nowMs: now() }),
    }),
    does: [
      'Read: the allow-listed fields of contacts, companies and deals, and what happened when (calls, meetings, messages, forms), never their text.',
      'Written: the properties of the group "Leadwell", and nothing else.',
    ],
  }
}
