import type { ConnectorDeps } from '#connectors/connector-deps.ts'
import { connectSalesforce } from '#connectors/salesforce/connect.ts'
import { createSalesforceConnector } from '#connectors/salesforce/connector.ts'
import { openJournal } from '#sandbox/journal.ts'
import { type Listener, listen } from '#sandbox/listen.ts'
import {
  createSalesforceSandbox,
  type SalesforceSandbox,
} from '#sandbox/salesforce/create-salesforce-sandbox.ts'
import { createPopulation } from '#sandbox/seed/create-population.ts'
import type { ChangePage, Connector, Quota } from '#src/connector-port.ts'
import type { IntentValues, Log, RecordObject, SafeRecord } from '#src/ports.ts'
import { shippedAllowList } from '#src/privacy/allow-list.ts'

export const BASE_TIME = Date.UTC(2026, 10, 20, 12)

export interface TestOrg {
  readonly sandbox: SalesforceSandbox
  readonly url: string
  readonly deps: ConnectorDeps
  readonly warnings: string[]
  readonly connector: Connector
  /** Epoch ms, of the organisation and of the connector. */
  now: number
  close(): Promise<void>
}

/** A sandbox organisation on a port of its own and a connector to it; nobody waits. */
export async function startOrg(people = 300): Promise<TestOrg> {
  const header = { seed: 7, people, baseTime: BASE_TIME }
  const clock = { now: BASE_TIME }
  const sandbox = createSalesforceSandbox({
    population: createPopulation(header),
    journal: openJournal(undefined, header),
    now: () => clock.now,
  })
  const server: Listener = await listen(sandbox.app, 0)
  const warnings: string[] = []
  const deps = depsFor(sandbox, server.url, clock, warnings)
  return {
    sandbox,
    url: server.url,
    deps,
    warnings,
    connector: createSalesforceConnector(deps),
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

function depsFor(
  sandbox: SalesforceSandbox,
  loginUrl: string,
  clock: { now: number },
  warnings: string[],
): ConnectorDeps {
  const { clientId, clientSecret, orgId } = sandbox
  return {
    portal: { id: `salesforce:${orgId}`, apiUrl: loginUrl },
    credentials: { kind: 'salesforce-client-credentials', loginUrl, clientId, clientSecret },
    quota: UNLIMITED,
    lane: 'bulk',
    allowList: shippedAllowList('salesforce'),
    log: createLog(warnings),
    now: () => clock.now,
    random: () => 0.5,
    sleep: async () => undefined,
    saveCredentials: async () => undefined,
  }
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

export function identify({ deps }: TestOrg, more: Partial<ConnectorDeps> = {}) {
  return connectSalesforce({ ...deps, ...more })
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
