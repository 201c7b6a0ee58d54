import { createHash } from 'node:crypto'
import { inject, onTestFinished } from 'vitest'
import {
  createHubspotSandbox,
  DEFAULT_SCOPES,
  type HubspotSandbox,
} from '#sandbox/hubspot/create-hubspot-sandbox.ts'
import { openJournal } from '#sandbox/journal.ts'
import { listen } from '#sandbox/listen.ts'
import {
  createSalesforceSandbox,
  type SalesforceSandbox,
} from '#sandbox/salesforce/create-salesforce-sandbox.ts'
import { createPopulation } from '#sandbox/seed/create-population.ts'
import { readConfig } from '#src/config.ts'
import { createLog } from '#src/log.ts'
import type { Credentials, PortalId } from '#src/ports.ts'
import { openRuntime, type Runtime } from '#src/runtime.ts'
import { createTestDatabase } from '#test/services.ts'

const BASE_TIME = Date.UTC(2026, 10, 20, 12)
const CALLBACK = 'http://127.0.0.1:9/callback'
const VERIFIER = 'a-verifier-of-more-than-forty-three-characters-0123456789'

export interface Clock {
  now: number
}

/** Processes as they run beside each other: a runtime each, one Postgres, one Redis, one clock. */
export interface Processes {
  readonly first: Runtime
  readonly second: Runtime
}

export async function startProcesses(
  clock: Clock,
  env: Readonly<Record<string, string>> = {},
): Promise<Processes> {
  const config = readConfig({
    DATABASE_URL: await createTestDatabase(),
    REDIS_URL: inject('redisUrl'),
    LEADWELL_SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
    ...env,
  })
  const open = async (): Promise<Runtime> => {
    const log = createLog({ level: 'silent' })
    const runtime = await openRuntime({ config, log, now: () => clock.now })
    onTestFinished(() => runtime.close())
    return runtime
  }
  return { first: await open(), second: await open() }
}

export interface Served<Sandbox> {
  readonly sandbox: Sandbox
  readonly url: string
}

export async function startHubspot(
  clock: Clock,
  portalId: number,
): Promise<Served<HubspotSandbox>> {
  const header = { seed: 7, people: 20, baseTime: BASE_TIME }
  const sandbox = createHubspotSandbox({
    population: createPopulation(header),
    journal: openJournal(undefined, header),
    now: () => clock.now,
    portalId,
    rotatesRefreshTokens: true,
  })
  const server = await listen(sandbox.app, 0)
  onTestFinished(async () => {
    sandbox.close()
    await server.close()
  })
  return { sandbox, url: server.url }
}

export async function startSalesforce(
  clock: Clock,
  orgId: string,
): Promise<Served<SalesforceSandbox>> {
  const header = { seed: 7, people: 20, baseTime: BASE_TIME }
  const sandbox = createSalesforceSandbox({
    population: createPopulation(header),
    journal: openJournal(undefined, header),
    now: () => clock.now,
    orgId,
  })
  const server = await listen(sandbox.app, 0)
  onTestFinished(async () => {
    await sandbox.close()
    await server.close()
  })
  return { sandbox, url: server.url }
}

/** The refresh token somebody who says yes gives to the app. */
export async function hubspotRefreshToken({ url }: Served<HubspotSandbox>): Promise<string> {
  const client = { client_id: 'sandbox-hubspot-client', redirect_uri: CALLBACK }
  const scope = DEFAULT_SCOPES.join(' ')
  const sent = await post(`${url}/oauth/authorize`, { ...client, scope, decision: 'allow' })
  const answer = await post(`${url}/oauth/2026-09/token`, {
    ...client,
    client_secret: 'sandbox-hubspot-secret',
    grant_type: 'authorization_code',
    code: codeIn(sent),
  })
  return String(((await answer.json()) as { refresh_token: string }).refresh_token)
}

export async function salesforceRefreshToken({
  url,
  sandbox,
}: Served<SalesforceSandbox>): Promise<string> {
  const client = { client_id: sandbox.clientId, redirect_uri: CALLBACK }
  const sent = await post(`${url}/services/oauth2/authorize`, {
    ...client,
    response_type: 'code',
    code_challenge: createHash('sha256').update(VERIFIER).digest('base64url'),
    decision: 'allow',
  })
  const answer = await post(`${url}/services/oauth2/token`, {
    ...client,
    client_secret: sandbox.clientSecret,
    grant_type: 'authorization_code',
    code: codeIn(sent),
    code_verifier: VERIFIER,
  })
  return String(((await answer.json()) as { refresh_token: string }).refresh_token)
}

export async function savePortal(
  { store }: Runtime,
  id: PortalId,
  apiUrl: string,
  credentials: Credentials,
): Promise<void> {
  const crm = credentials.kind.startsWith('hubspot') ? 'hubspot' : 'salesforce'
  await store.portals.save(
    { id, crm, apiUrl, name: 'Test', timeZone: 'UTC', sandbox: true },
    credentials,
  )
}

function post(url: string, form: Readonly<Record<string, string>>): Promise<Response> {
  return fetch(url, { method: 'POST', body: new URLSearchParams(form), redirect: 'manual' })
}

function codeIn(response: Response): string {
  return new URL(response.headers.get('location') ?? '').searchParams.get('code') ?? ''
}
