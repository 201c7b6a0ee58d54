import { z } from 'zod'
import type { ConnectorDeps } from '#connectors/connector-deps.ts'
import { createTokens } from '#connectors/salesforce/auth/tokens.ts'
import { connectSalesforce } from '#connectors/salesforce/connect.ts'
import { createSalesforceConnector } from '#connectors/salesforce/connector.ts'
import { queryPath } from '#connectors/salesforce/transport/paths.ts'
import { createTransport } from '#connectors/salesforce/transport/transport.ts'
import { openJournal } from '#sandbox/journal.ts'
import { type Listener, listen } from '#sandbox/listen.ts'
import {
  createSalesforceSandbox,
  type SalesforceSandbox,
} from '#sandbox/salesforce/create-salesforce-sandbox.ts'
import { createPopulation } from '#sandbox/seed/create-population.ts'
import type { Population } from '#sandbox/seed/population.ts'
import type { ChangePage, Connector, Quota } from '#src/connector-port.ts'
import type { IntentValues, Log, RecordObject, SafeRecord } from '#src/ports.ts'
import { shippedAllowList } from '#src/privacy/allow-list.ts'
import { createFakeVault } from '#test/fakes/fake-vault.ts'

export const BASE_TIME = Date.UTC(2026, 10, 20, 12)

export interface TestOrg {
  readonly sandbox: SalesforceSandbox
  readonly url: string
  readonly deps: ConnectorDeps
  readonly warnings: string[]
  readonly connector: Connector
  /** The connector of a process that has just started. */
  restart(): void
  /** What a counting query of the integration user finds. */
  count(soql: string): Promise<number>
  /** Epoch ms, of the organisation and of the connector. */
  now: number
  close(): Promise<void>
}

/** A sandbox organisation on a port of its own and a connector to it; nobody waits. */
export async function startOrg(people = 300, population?: Population): Promise<TestOrg> {
  const header = { seed: 7, people, baseTime: BASE_TIME }
  const clock = { now: BASE_TIME }
  const sandbox = createSalesforceSandbox({
    population: population ?? createPopulation(header),
    journal: openJournal(undefined, header),
    now: () => clock.now,
  })
  const server: Listener = await listen(sandbox.app, 0)
  const warnings: string[] = []
  const deps = depsFor(sandbox, server.url, clock, warnings)
  let connector = createSalesforceConnector(deps)
  return {
    sandbox,
    url: server.url,
    deps,
    warnings,
    get connector() {
      return connector
    },
    restart() {
      connector = createSalesforceConnector(deps)
    },
    count: (soql) => countRows(deps, soql),
    get now() {
      return clock.now
    },
    set now(ms: number) {
      clock.now = ms
    },
    close: async () => {
      await sandbox.close()
      await server.close()
    },
  }
}

async function countRows(deps: ConnectorDeps, soql: string): Promise<number> {
  const transport = createTransport({ ...deps, tokens: createTokens(deps) })
  const Counted = z.object({ totalSize: z.number() })
  const path = queryPath(soql, false)
  return await transport.request({ method: 'GET', path }, (body) => Counted.parse(body).totalSize)
}

function depsFor(
  sandbox: SalesforceSandbox,
  loginUrl: string,
  clock: { now: number },
  warnings: string[],
): ConnectorDeps {
  const { clientId, clientSecret, orgId } = sandbox
  const deps: ConnectorDeps = {
    portal: { id: `salesforce:${orgId}`, apiUrl: loginUrl },
    credentials: { kind: 'salesforce-client-credentials', loginUrl, clientId, clientSecret },
    quota: UNLIMITED,
    lane: 'bulk',
    allowList: shippedAllowList('salesforce'),
    log: createLog(warnings),
    now: () => clock.now,
    random: () => 0.5,
    sleep: async () => undefined,
    tokenVault: createFakeVault(() => clock.now),
    loadCredentials: async () => deps.credentials,
    saveCredentials: async () => undefined,
  }
  return deps
}

const UNLIMITED: Quota = {
  take: async () => undefined,
  learn: async () => undefined,
  pause: async () => undefined,
}

function createLog(warnings: string[]): Log {
  const log: Log = {
    debug: () => undefined,
    info: () => undefined,
    warn: (message, fields) => {
      warnings.push([message, ...Object.values(fields ?? {})].join(' '))
    },
    error: () => undefined,
    with: () => log,
  }
  return log
}

/** Every record of an object, page by page. */
export async function listAll(connector: Connector, object: RecordObject): Promise<SafeRecord[]> {
  const records: SafeRecord[] = []
  let cursor: string | undefined
  do {
    const page = await connector.list(object, cursor)
    records.push(...page.records)
    cursor = page.next
  } while (cursor !== undefined)
  return records
}

/** Polls from a cursor that has been through JSON, as the store keeps it. */
export async function poll(
  org: TestOrg,
  cursor: unknown,
  sinceMs = BASE_TIME,
): Promise<ChangePage> {
  const stored: unknown = cursor === undefined ? undefined : JSON.parse(JSON.stringify(cursor))
  return await org.connector.changes(stored, sinceMs)
}

/** Calls a piece of work costs the organisation, by kind. */
export async function callsOf(
  { sandbox }: TestOrg,
  work: () => Promise<unknown>,
): Promise<Readonly<Record<string, number>>> {
  const before = sandbox.calls()
  await work()
  const after = sandbox.calls()
  return Object.fromEntries(
    Object.entries(after)
      .map(([kind, count]): [string, number] => [kind, count - (before[kind] ?? 0)])
      .filter(([, count]) => count > 0),
  )
}

export function identify(org: TestOrg, more: Partial<ConnectorDeps> = {}) {
  const { credentials = org.deps.credentials } = more
  return connectSalesforce({
    ...org.deps,
    ...more,
    loadCredentials: async () => credentials,
    tokenVault: createFakeVault(() => org.now),
  })
}

export const VALUES: IntentValues = {
  score: 82,
  fit: 74,
  engagement: 91,
  grade: 'A1',
  tier: 'sales-ready',
  hold: null,
  audience: 'employer',
  topReason: 'Asked for a call today',
  handoffNote: 'Asked for a call today.\nCall back on the phone number on the record.',
  nextAction: 'call',
  channels: ['phone', 'email'],
  respondBy: BASE_TIME + 3_600_000,
  scoredAt: BASE_TIME,
  model: 'employer@1',
}
