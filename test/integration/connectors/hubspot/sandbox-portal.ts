import type { ConnectorDeps } from '#connectors/connector-deps.ts'
import { createHubspotConnector, type HubspotConnector } from '#connectors/hubspot/connector.ts'
import {
  createHubspotSandbox,
  type HubspotSandbox,
  type HubspotSandboxOptions,
} from '#sandbox/hubspot/create-hubspot-sandbox.ts'
import { openJournal } from '#sandbox/journal.ts'
import { listen } from '#sandbox/listen.ts'
import { createPopulation } from '#sandbox/seed/create-population.ts'
import type { Population } from '#sandbox/seed/population.ts'
import type { Log } from '#src/ports.ts'
import { shippedAllowList } from '#src/privacy/allow-list.ts'
import { createFakeVault } from '#test/fakes/fake-vault.ts'

export const BASE_TIME = Date.UTC(2026, 9, 1)
const PEOPLE = 600
const MANY = 1_000_000

export interface SandboxPortal {
  readonly population: Population
  readonly sandbox: HubspotSandbox
  readonly deps: ConnectorDeps
  readonly connector: HubspotConnector
  readonly taken: Map<string, number>
  readonly warnings: string[]
  /** The portal's clock. */
  advance(ms: number): void
  close(): Promise<void>
}

/** A seeded portal behind a real socket, with limits nobody meets by accident. */
export async function openSandboxPortal(
  people = PEOPLE,
  options: Partial<Pick<HubspotSandboxOptions, 'tier' | 'scopes' | 'population' | 'plant'>> = {},
): Promise<SandboxPortal> {
  let clock = BASE_TIME
  const header = { seed: 7, people, baseTime: BASE_TIME }
  const population = options.population ?? createPopulation(header)
  const sandbox = createHubspotSandbox({
    journal: openJournal(undefined, header),
    now: () => clock,
    limits: { burst: MANY, searchPerSecond: MANY, associationsBurst: MANY, daily: MANY },
    ...options,
    population,
  })
  const listener = await listen(sandbox.app, 0)
  const taken = new Map<string, number>()
  const warnings: string[] = []
  const deps: ConnectorDeps = {
    portal: { id: `hubspot:${sandbox.portalId}`, apiUrl: listener.url },
    credentials: { kind: 'hubspot-token', accessToken: 'sandbox-hubspot-token' },
    quota: {
      take: async (pool) => void taken.set(pool, (taken.get(pool) ?? 0) + 1),
      learn: async () => undefined,
      pause: async () => undefined,
    },
    lane: 'bulk',
    allowList: shippedAllowList('hubspot'),
    log: createLog(warnings),
    now: () => clock,
    random: () => 0,
    sleep: async () => undefined,
    tokenVault: createFakeVault(() => clock),
    loadCredentials: async () => deps.credentials,
    saveCredentials: async () => undefined,
  }
  return {
    population,
    sandbox,
    deps,
    connector: createHubspotConnector(deps),
    taken,
    warnings,
    advance: (ms) => {
      clock += ms
    },
    close: async () => {
      sandbox.close()
      await listener.close()
    },
  }
}

function createLog(warnings: string[]): Log {
  const log: Log = {
    debug: () => undefined,
    info: () => undefined,
    warn: (message, fields) => void warnings.push(`${message} ${JSON.stringify(fields)}`),
    error: () => undefined,
    with: () => log,
  }
  return log
}
