import type { Sandbox } from '#sandbox/start-sandbox.ts'
import { countTriesIn } from '#src/api-services.ts'
import { connectPortal } from '#src/connect-portal.ts'
import type { OauthDeps } from '#src/http/oauth-deps.ts'
import type { Runtime } from '#src/runtime.ts'
import { openSecret, sealSecret } from '#src/store/secrets.ts'

const OWNER = 'an installation under way'

/** The install pages of the apps that are configured, else of the sandbox that runs. */
export function oauthDepsOf(runtime: Runtime, sandbox: Sandbox | undefined): OauthDeps {
  const { config, redis, keys } = runtime
  return {
    hubspot: hubspotApp(runtime, sandbox),
    salesforce: salesforceApp(runtime, sandbox),
    adminToken: config.adminToken,
    countTries: countTriesIn(redis),
    seal: (text) => sealSecret(keys, OWNER, text).toString('base64url'),
    open: (sealed) => {
      try {
        return openSecret(keys, OWNER, Buffer.from(sealed, 'base64url'))
      } catch {
        return undefined
      }
    },
    useOnce: async (name, forMs) =>
      (await redis.set(`leadwell:${name}`, '1', 'PX', forMs, 'NX')) === 'OK',
    connect: ({ grant, ...installation }) =>
      connectPortal(runtime, {
        ...installation,
        credentials: grant.credentials,
        token: grant.token,
        portal: grant.portal,
      }),
  }
}

function hubspotApp({ config }: Runtime, sandbox: Sandbox | undefined): OauthDeps['hubspot'] {
  const { clientId, clientSecret, appUrl, apiUrl } = config.hubspot
  if (clientId !== undefined && clientSecret !== undefined) {
    return { clientId, clientSecret, appUrl, apiUrl, sandbox: false }
  }
  if (sandbox === undefined) return undefined
  const { url, ...app } = sandbox.hubspot
  return {
    clientId: app.clientId,
    clientSecret: app.clientSecret,
    appUrl: url,
    apiUrl: url,
    sandbox: true,
  }
}

function salesforceApp({ config }: Runtime, sandbox: Sandbox | undefined): OauthDeps['salesforce'] {
  if (config.salesforceApp !== undefined) return { ...config.salesforceApp, sandbox: false }
  if (sandbox === undefined) return undefined
  const { url, sandbox: org } = sandbox.salesforce
  return {
    clientId: org.clientId,
    clientSecret: org.clientSecret,
    loginUrl: url,
    sandbox: true,
  }
}
