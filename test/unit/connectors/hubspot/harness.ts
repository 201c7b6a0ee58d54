import type { ConnectorDeps } from '#connectors/connector-deps.ts'
import { createHubspotConnector } from '#connectors/hubspot/connector.ts'
import type { Quota } from '#src/connector-port.ts'
import type { Credentials, Log } from '#src/ports.ts'
import { shippedAllowList } from '#src/privacy/allow-list.ts'
import { createFakeVault } from '#test/fakes/fake-vault.ts'
import type { Scope } from '#test/http-mock.ts'

export const API = 'https://hubspot.test'
export const NOW = Date.UTC(2026, 10, 20, 12)

export interface Harness {
  readonly deps: ConnectorDeps
  readonly slept: number[]
  readonly taken: string[]
  readonly paused: { pool: string; forMs: number }[]
  readonly learned: { pool: string; limit: number; remaining: number; intervalMs: number }[]
  readonly warnings: string[]
  readonly saved: Credentials[]
  now: number
}

/** Dependencies that remember what was asked of them; nobody waits. */
export function createHarness(credentials?: Credentials): Harness {
  const slept: number[] = []
  const taken: string[] = []
  const paused: Harness['paused'] = []
  const learned: Harness['learned'] = []
  const warnings: string[] = []
  const saved: Credentials[] = []
  const quota: Quota = {
    take: async (pool) => void taken.push(pool),
    learn: async (pool, seen) => void learned.push({ pool, ...seen }),
    pause: async (pool, forMs) => void paused.push({ pool, forMs }),
  }
  const harness: Harness = {
    slept,
    taken,
    paused,
    learned,
    warnings,
    saved,
    now: NOW,
    deps: {
      portal: { id: 'hubspot:1', apiUrl: API, timeZone: 'America/New_York' },
      credentials: credentials ?? { kind: 'hubspot-token', accessToken: 'token-1' },
      quota,
      lane: 'event',
      allowList: shippedAllowList('hubspot'),
      log: createLog(warnings),
      now: () => harness.now,
      random: () => 0.5,
      sleep: async (ms) => void slept.push(ms),
      tokenVault: createFakeVault(() => harness.now),
      loadCredentials: async () => saved.at(-1) ?? harness.deps.credentials,
      saveCredentials: async (given) => void saved.push(given),
    },
  }
  return harness
}

export function createConnector(harness = createHarness()) {
  return createHubspotConnector(harness.deps)
}

function createLog(warnings: string[]): Log {
  const log: Log = {
    debug: () => undefined,
    info: () => undefined,
    warn: (message, fields) => void warnings.push(`${message} ${String(fields?.['source'] ?? '')}`),
    error: () => undefined,
    with: () => log,
  }
  return log
}

/** Every portal has it; without it nobody may be reached. */
const OPT_OUT = 'hs_email_optout'

/** Announces the properties a portal has of a type, on contacts HubSpot's own opt-out among them. */
export function mockProperties(
  scope: Scope,
  type: string,
  given: readonly (string | object)[],
): void {
  const names = type === 'contacts' ? [...given, OPT_OUT] : given
  const results = names.map((name) => (typeof name === 'string' ? { name } : name))
  if (type === 'contacts') mockNoExtras(scope)
  scope.get(`/crm/properties/2026-09/${type}`).reply(200, { results })
}

/** Of the APIs beside the CRM's own, this portal has empty ones, and none that needs a higher tier. */
export function mockNoExtras(scope: Scope): void {
  for (const path of ['/marketing/forms/2026-09-beta', '/marketing/marketing-events/2026-09']) {
    scope.get(path).query(true).optionally().reply(200, { results: [] })
  }
  scope.get('/events/event-occurrences/2026-09').query(true).optionally().reply(403)
}

export const CONTACT_FIELDS = [
  'jobtitle',
  'lifecyclestage',
  'lastmodifieddate',
  'associatedcompanyid',
]
