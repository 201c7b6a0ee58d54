import { createHubspotConnector } from '#connectors/hubspot/connector.ts'
import type { ConnectorDeps, Credentials, Log, Quota } from '#src/ports.ts'
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
      log: createLog(warnings),
      now: () => harness.now,
      random: () => 0.5,
      sleep: async (ms) => void slept.push(ms),
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

/** Announces the properties a portal has of a type. */
export function mockProperties(
  scope: Scope,
  type: string,
  names: readonly (string | object)[],
): void {
  const results = names.map((name) => (typeof name === 'string' ? { name } : name))
  scope.get(`/crm/properties/2026-09/${type}`).reply(200, { results })
}

export const CONTACT_FIELDS = [
  'jobtitle',
  'lifecyclestage',
  'lastmodifieddate',
  'associatedcompanyid',
]
