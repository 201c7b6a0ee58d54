import type { Redis } from 'ioredis'
import { createSalesforceConnector } from '#connectors/salesforce/connector.ts'
import { createQuota } from '#jobs/quota.ts'
import { createTokenVault } from '#jobs/token-vault.ts'
import { listen } from '#sandbox/listen.ts'
import {
  createSalesforceSandbox,
  type SalesforceSandbox,
} from '#sandbox/salesforce/create-salesforce-sandbox.ts'
import { createPopulation } from '#sandbox/seed/create-population.ts'
import type { Connector } from '#src/connector-port.ts'
import { createLog } from '#src/log.ts'
import type { Credentials, Lane, PortalId } from '#src/ports.ts'
import { shippedAllowList } from '#src/privacy/allow-list.ts'
import { accessToken, installApp, type Org } from '../connectors/salesforce/sandbox-tokens.ts'
import { createFastClock } from './fast-clock.ts'
import { type Pipeline, startPipeline } from './pipeline.ts'

const BASE_TIME = Date.UTC(2026, 9, 1)
/** Simulated time goes so much faster, waits and limits alike. */
const FAST = 200

export interface FaultyOrgOptions {
  readonly people: number
  /** Requests in 24 hours; 100,000 when unset. */
  readonly dailyLimit?: number
  readonly bulkWritesFrom?: number
}

export interface FaultyOrg {
  readonly pipeline: Pipeline
  readonly portal: PortalId
  readonly sandbox: SalesforceSandbox
  readonly now: () => number
  provision(): Promise<void>
  /** Jumps ahead. */
  skip(ms: number): void
  /** Lets time go as ours does, and whatever fell due be done. */
  calm(): Promise<void>
  /** As a process that takes the place of another finds things: nothing in memory, and no Redis. */
  restart(): Promise<void>
  /** What people do in the org; not counted as writes of ours. */
  edit(work: () => void): void
  /** Ids of records we wrote although they showed the same already, once for each time. */
  needlessWrites(): readonly string[]
  rows(soql: string): Promise<readonly Row[]>
  close(): Promise<void>
}

export type Row = Readonly<Record<string, unknown>>

const WRITTEN_OBJECTS = new Set(['Lead', 'Contact', 'Account'])

/**
 * The whole pipeline on the real connector in fast time. Event and bulk work hold a token vault each on
 * one Redis, as two processes do, and a refresh token that rotates with every use.
 */
export async function startFaultyOrg(options: FaultyOrgOptions): Promise<FaultyOrg> {
  const clock = createFastClock(BASE_TIME, FAST)
  const { now, sleep } = clock
  const counter = createWriteCounter()
  const header = { seed: 7, people: options.people, baseTime: BASE_TIME }
  const sandbox = createSalesforceSandbox({
    population: createPopulation(header),
    journal: { replay: () => [], append: counter.hear },
    now,
    ...(options.dailyLimit === undefined ? {} : { dailyLimit: options.dailyLimit }),
  })
  const listener = await listen(sandbox.app, 0)
  const portal: PortalId = `salesforce:${sandbox.orgId}`
  let credentials: Credentials = await installApp({ sandbox, url: listener.url })
  const made = new Map<Lane, Connector>()
  const connectorFor = async (redis: Redis, lane: Lane): Promise<Connector> => {
    const connector =
      made.get(lane) ??
      createSalesforceConnector({
        portal: { id: portal, apiUrl: listener.url, timeZone: 'America/New_York' },
        credentials,
        quota: createQuota({ redis, sleep, now }, portal),
        lane,
        allowList: shippedAllowList('salesforce'),
        log: createLog({ level: 'silent' }),
        now,
        random: Math.random,
        sleep,
        tokenVault: createTokenVault(
          { redis, sleep, now, seal: (token) => token, open: (sealed) => sealed },
          portal,
        ),
        loadCredentials: async () => credentials,
        saveCredentials: async (given) => void (credentials = given),
        bulkWritesFrom: options.bulkWritesFrom,
      })
    made.set(lane, connector)
    return connector
  }
  const pipeline = await startPipeline(now, connectorFor, portal)
  return {
    pipeline,
    portal,
    sandbox,
    now,
    skip: clock.skip,
    calm: async () => {
      clock.slow()
      await pipeline.settle()
    },
    restart: async () => {
      made.clear()
      await pipeline.redis.flushall()
    },
    edit: counter.ignore,
    needlessWrites: counter.needless,
    rows: (soql) => readRows({ sandbox, url: listener.url }, soql),
    provision: async () => {
      const connector = await connectorFor(pipeline.redis, 'event')
      await connector.provision({ dryRun: false })
    },
    close: async () => {
      await pipeline.close()
      await sandbox.close()
      await listener.close()
    },
  }
}

/** Hears what the sandbox commits, as its journal tells it: each record with the fields that changed. */
function createWriteCounter() {
  const needless: string[] = []
  let ignored = false
  return {
    needless: () => needless,
    ignore: (work: () => void) => {
      ignored = true
      work()
      ignored = false
    },
    hear: (entry: unknown) => {
      const { kind, rows } = entry as { kind: string; rows: [string, string, Row | null][] }
      if (kind !== 'rows' || ignored) return
      for (const [object, id, fields] of rows) {
        if (WRITTEN_OBJECTS.has(object) && !Object.keys(fields ?? {}).some(isShown))
          needless.push(id)
      }
    },
  }
}

/** When it was scored is written along with what differs and is no reason of its own. */
function isShown(field: string): boolean {
  return field.startsWith('Leadwell_') && field !== 'Leadwell_Scored_At__c'
}

/** What the org shows, read as anybody would; pages and all. */
async function readRows(org: Org, soql: string): Promise<readonly Row[]> {
  const headers = { authorization: `Bearer ${await accessToken(org)}` }
  const rows: Row[] = []
  let path: string | undefined = `/services/data/v67.0/queryAll?q=${encodeURIComponent(soql)}`
  while (path !== undefined) {
    const page = (await (await fetch(`${org.url}${path}`, { headers })).json()) as Page
    rows.push(...page.records)
    path = page.nextRecordsUrl
  }
  return rows
}

interface Page {
  readonly records: readonly Row[]
  readonly nextRecordsUrl?: string
}
