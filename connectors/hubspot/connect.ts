import { setTimeout } from 'node:timers/promises'
import { z } from 'zod'
import type { ConnectorDeps } from '#connectors/connector-deps.ts'
import type { Quota } from '#src/connector-port.ts'
import { errorCode, PermanentError } from '#src/errors.ts'
import type { PortalIdentity } from '#src/ports.ts'
import { createTokens } from './auth/tokens.ts'
import { Id } from './transport/answers.ts'
import { unreadable } from './transport/errors.ts'
import { createHttp } from './transport/http.ts'
import { PATHS } from './transport/paths.ts'
import { type Call, createTransport, parseAnswer, type Transport } from './transport/transport.ts'

export type ConnectDeps = Pick<ConnectorDeps, 'credentials' | 'log' | 'now'> &
  Partial<
    Pick<ConnectorDeps, 'random' | 'sleep' | 'saveCredentials' | 'loadCredentials' | 'tokenVault'>
  > & {
    /** Base URL of HubSpot's API. */
    readonly apiUrl: string
  }

const AccountDetails = z.object({ portalId: Id, timeZone: z.string().min(1).nullish() })

/** What a portal must let us read; asked once so that a missing scope shows when connecting. */
const PROBES = [
  { path: PATHS.list('contacts'), query: { limit: '1' } },
  { path: PATHS.list('companies'), query: { limit: '1' } },
  { path: PATHS.properties('contacts') },
] as const

/** A person waits for the answer: two attempts have to do. */
const ATTEMPTS = 2

/**
 * Says whose credentials these are. Throws PermanentError `hubspot-unreachable`,
 * `hubspot-token-refused`, `hubspot-missing-scope` or `hubspot-unreadable-answer`.
 */
export async function connectHubspot(deps: ConnectDeps): Promise<PortalIdentity> {
  const host = hostOf(deps.apiUrl)
  const http = createHttp(deps.apiUrl)
  const tokens = createTokens(
    {
      sleep: setTimeout,
      saveCredentials: async () => undefined,
      loadCredentials: async () => deps.credentials,
      tokenVault: { take: async (_refused, renew) => await renew() },
      ...deps,
    },
    http,
  )
  const transport = createTransport({
    random: Math.random,
    sleep: setTimeout,
    ...deps,
    http,
    tokens,
    quota: UNLIMITED,
    lane: 'event',
    timeZone: 'UTC',
    attempts: ATTEMPTS,
  })
  try {
    const identity = await readIdentity(transport)
    for (const probe of PROBES) await transport({ method: 'GET', pool: 'general', ...probe })
    return identity
  } catch (error) {
    const code = errorCode(error)
    // While connecting, a web page in place of JSON is most often a wrong address.
    if (code === 'hubspot-answer-cut') {
      throw unreadable({ method: 'GET', path: PATHS.accountDetails[0] })
    }
    throw code === 'hubspot-unreachable' ? unreachable(host) : error
  }
}

async function readIdentity(transport: Transport): Promise<PortalIdentity> {
  const [dated, older] = PATHS.accountDetails.map(
    (path): Call => ({ method: 'GET', path, pool: 'general' }),
  ) as [Call, Call]
  const first = await transport({ ...dated, accept: [404] })
  const body = first.status === 404 ? (await transport(older)).body : first.body
  const { portalId, timeZone } = parseAnswer(AccountDetails, body, dated)
  return {
    id: `hubspot:${portalId}`,
    name: `HubSpot portal ${portalId}`,
    timeZone: timeZone ?? 'UTC',
  }
}

function hostOf(apiUrl: string): string {
  try {
    return new URL(apiUrl).host
  } catch {
    throw new PermanentError(
      'hubspot-url',
      'The HubSpot API URL is not a URL',
      'Set HUBSPOT_API_URL to https://api.hubapi.com or leave it out.',
    )
  }
}

function unreachable(host: string): PermanentError {
  return new PermanentError(
    'hubspot-unreachable',
    `Nothing answers at ${host}`,
    'Check HUBSPOT_API_URL and that this machine may reach it.',
  )
}

const UNLIMITED: Quota = {
  take: async () => undefined,
  learn: async () => undefined,
  pause: async () => undefined,
}
