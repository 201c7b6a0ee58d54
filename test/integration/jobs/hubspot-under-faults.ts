import type { Redis } from 'ioredis'
import { createHubspotConnector } from '#connectors/hubspot/connector.ts'
import { createQuota } from '#jobs/quota.ts'
import { createTokenMint } from '#sandbox/hubspot/api/tokens.ts'
import {
  createHubspotSandbox,
  DEFAULT_SCOPES,
  type HubspotSandbox,
} from '#sandbox/hubspot/create-hubspot-sandbox.ts'
import { openJournal } from '#sandbox/journal.ts'
import { listen } from '#sandbox/listen.ts'
import { createPopulation } from '#sandbox/seed/create-population.ts'
import type { Connector } from '#src/connector-port.ts'
import { createLog } from '#src/log.ts'
import type { Credentials, Lane } from '#src/ports.ts'
import { shippedAllowList } from '#src/privacy/allow-list.ts'
import { createFakeVault } from '#test/fakes/fake-vault.ts'
import { createFastClock } from './fast-clock.ts'
import { type Pipeline, PORTAL, startPipeline } from './pipeline.ts'

const BASE_TIME = Date.UTC(2026, 9, 1)
/** Simulated time goes so much faster, waits and limits alike. */
const FAST = 200
const SECRET = 'sandbox-hubspot-secret'

export interface FaultyWorld {
  readonly pipeline: Pipeline
  readonly sandbox: HubspotSandbox
  readonly url: string
  provision(): Promise<void>
  /** Jumps ahead. */
  skip(ms: number): void
  /** Lets time go as ours does, and whatever fell due be done. */
  calm(): Promise<void>
  /** Takes the app out of the portal: its refresh token is worth nothing from now on. */
  uninstall(): Promise<void>
  reinstall(): Promise<void>
  close(): Promise<void>
}

/** The whole pipeline on the real connector, an OAuth app in a sandbox portal, in fast time. */
export async function startFaultyWorld(
  people: number,
  { speed = FAST, bulkWritesFrom }: { speed?: number; bulkWritesFrom?: number } = {},
): Promise<FaultyWorld> {
  const clock = createFastClock(BASE_TIME, speed)
  const { now, sleep } = clock
  const header = { seed: 7, people, baseTime: BASE_TIME }
  const sandbox = createHubspotSandbox({
    population: createPopulation(header),
    journal: openJournal(undefined, header),
    now,
  })
  const listener = await listen(sandbox.app, 0)
  const mint = createTokenMint(SECRET)
  let installs = 0
  let refreshToken = ''
  const install = (): void => {
    installs += 1
    const scopes = [...DEFAULT_SCOPES]
    refreshToken = mint.seal({ use: 'refresh', scopes, expiresAt: null, serial: installs })
  }
  install()
  const made = new Map<string, Connector>()
  const connectorFor = async (redis: Redis, lane: Lane): Promise<Connector> => {
    const key = `${installs} ${lane}`
    const credentials: Credentials = {
      kind: 'hubspot-oauth',
      clientId: 'sandbox-hubspot-client',
      clientSecret: SECRET,
      refreshToken,
    }
    const connector =
      made.get(key) ??
      createHubspotConnector({
        portal: { id: PORTAL, apiUrl: listener.url, timeZone: 'America/New_York' },
        credentials,
        quota: createQuota({ redis, sleep, now }, PORTAL),
        lane,
        allowList: shippedAllowList('hubspot'),
        log: createLog({ level: 'silent' }),
        now,
        random: Math.random,
        sleep,
        tokenVault: createFakeVault(now),
        loadCredentials: async () => ({ ...credentials, refreshToken }),
        saveCredentials: async () => undefined,
        bulkWritesFrom,
      })
    made.set(key, connector)
    return connector
  }
  const pipeline = await startPipeline(now, connectorFor)
  return {
    pipeline,
    sandbox,
    url: listener.url,
    provision: async () => {
      await (await connectorFor(pipeline.redis, 'event')).provision({ dryRun: false })
    },
    skip: clock.skip,
    calm: async () => {
      clock.slow()
      await pipeline.settle()
    },
    uninstall: async () => {
      const body = JSON.stringify({ token: refreshToken })
      const headers = { 'Content-Type': 'application/json' }
      await fetch(`${listener.url}/oauth/2026-09/token/revoke`, { method: 'POST', headers, body })
    },
    reinstall: async () => {
      install()
      await pipeline.store.portals.setStatus(PORTAL, 'connected')
    },
    close: async () => {
      await pipeline.close()
      sandbox.close()
      await listener.close()
    },
  }
}
