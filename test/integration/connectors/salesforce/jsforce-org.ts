import jsforce, { type Connection } from 'jsforce'
import { createTokens } from '#connectors/salesforce/auth/tokens.ts'
import {
  createTransport,
  type SalesforceTransport,
  type TransportDeps,
} from '#connectors/salesforce/transport/transport.ts'
import { createFakeVault } from '#test/fakes/fake-vault.ts'
import type { TestOrg } from './org.ts'
import { accessToken, installApp } from './sandbox-tokens.ts'

/** jsforce as its own guide sets it up: instance and token, nothing of ours. */
export async function bareConnection(org: TestOrg): Promise<Connection> {
  return new jsforce.Connection({ instanceUrl: org.url, accessToken: await accessToken(org) })
}

/** The same with a way to a new token for when the old one has ended. */
export async function bareRefreshing(org: TestOrg): Promise<Connection> {
  const renew = async (done: (error: null, token: string) => void): Promise<void> => {
    done(null, await accessToken(org))
  }
  return new jsforce.Connection({
    instanceUrl: org.url,
    accessToken: await accessToken(org),
    refreshFn: (_connection, done) => {
      void renew(done)
    },
  })
}

/** The same with a refresh token of its own, as the web server flow leaves it. */
export async function bareRotating(org: TestOrg): Promise<Connection> {
  const credentials = await installApp(org)
  if (credentials.kind !== 'salesforce-refresh') throw new Error('the app has no refresh token')
  const { clientId, clientSecret, refreshToken } = credentials
  return new jsforce.Connection({
    instanceUrl: org.url,
    accessToken: 'ended',
    refreshToken,
    oauth2: { loginUrl: org.url, clientId, clientSecret },
  })
}

type More = Partial<TestOrg['deps'] & TransportDeps>

/** Our transport to the same organisation; what differs from the usual is given. */
export function transportOf(org: TestOrg, more: More = {}): SalesforceTransport {
  const deps = { ...org.deps, tokenVault: createFakeVault(() => org.now), ...more }
  return createTransport({ ...deps, tokens: createTokens(deps) })
}

/** Ours with such a refresh token. */
export async function rotatingTransportOf(org: TestOrg): Promise<SalesforceTransport> {
  let credentials = await installApp(org)
  return transportOf(org, {
    credentials,
    loadCredentials: async () => credentials,
    saveCredentials: async (given) => void (credentials = given),
  })
}
