import {
  redeemSalesforceCode,
  salesforceAuthorizeUrl,
  salesforceLogin,
} from '#connectors/salesforce/oauth.ts'
import type { OauthDeps } from './oauth-deps.ts'
import type { OauthFlow } from './oauth-flow.ts'
import { challengeOf } from './oauth-session.ts'

/** Connecting a Salesforce organisation; `?login=` says where its people log in. */
export function createSalesforceFlow(
  app: NonNullable<OauthDeps['salesforce']>,
  now: () => number,
): OauthFlow {
  return {
    crm: 'salesforce',
    crmName: 'Salesforce',
    loginUrlOf: ({ query: { login } }) =>
      salesforceLogin(typeof login === 'string' ? login : undefined, app),
    authorizeUrl: (session) =>
      salesforceAuthorizeUrl(app, { ...session, challenge: challengeOf(session) }),
    redeem: async (code, { loginUrl, redirectUri, verifier }) => ({
      crm: 'salesforce',
      apiUrl: loginUrl,
      sandbox: app.sandbox,
      grant: await redeemSalesforceCode(app, {
        loginUrl,
        redirectUri,
        code,
        verifier,
        nowMs: now(),
      }),
    }),
    does: [
      'Read: the allow-listed fields of leads, contacts and accounts, and what happened when (tasks, events, campaigns, opportunities), never their text.',
      'Written: the fields whose names begin with "Leadwell", and nothing else.',
    ],
  }
}
