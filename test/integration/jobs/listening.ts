import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Redis } from 'ioredis'
import { z } from 'zod'
import type { ConnectorDeps } from '#connectors/connector-deps.ts'
import { createTokens } from '#connectors/salesforce/auth/tokens.ts'
import { createPushSource } from '#connectors/salesforce/pubsub/push-source.ts'
import { type KeepListeningDeps, keepListening, type Listeners } from '#jobs/keep-listening.ts'
import { startPrivateRedis } from '#jobs/private-redis.ts'
import { setPush } from '#jobs/push-setting.ts'
import { openRedis } from '#jobs/redis.ts'
import { openJournal } from '#sandbox/journal.ts'
import { listen } from '#sandbox/listen.ts'
import {
  createSalesforceSandbox,
  type SalesforceSandbox,
} from '#sandbox/salesforce/create-salesforce-sandbox.ts'
import { createPopulation } from '#sandbox/seed/create-population.ts'
import type { PortalId } from '#src/ports.ts'
import { shippedAllowList } from '#src/privacy/allow-list.ts'
import { openStore } from '#src/store/open-store.ts'
import { createKeyring } from '#src/store/secrets.ts'
import type { Store } from '#src/store/store.ts'
import { createFakeVault } from '#test/fakes/fake-vault.ts'
import { createTestDatabase } from '#test/services.ts'
import { SILENT_LOG } from '#test/test-store.ts'

export const CHANNEL = '/data/Leadwell__chn'

/** Real store, real Redis, a sandbox org with its Pub/Sub API; listeners as in processes of their own. */
export interface Listening {
  readonly portal: PortalId
  readonly store: Store
  readonly redis: Redis
  readonly sandbox: SalesforceSandbox
  readonly ids: readonly string[]
  /** Names of the jobs asked for. */
  readonly asked: string[]
  /** Pauses after errors, in order; each ends at once while `isImpatient`. */
  readonly pauses: number[]
  isImpatient: boolean
  edit(id: string): void
  /** One more process. */
  start(more?: Partial<KeepListeningDeps>): Listeners
  /** Takes the marks there are, by id. */
  takeMarks(): Promise<readonly string[]>
  close(): Promise<void>
}

export async function startListening(): Promise<Listening> {
  const dataDir = await mkdtemp(join(tmpdir(), 'leadwell-listen-'))
  const server = await startPrivateRedis(dataDir)
  const redis = await openRedis(server.url)
  const store = await openStore({
    databaseUrl: await createTestDatabase(),
    dataDir,
    keys: createKeyring(Buffer.alloc(32, 1).toString('base64')),
    now: Date.now,
    log: SILENT_LOG,
  })
  const org = await startOrg()
  const portal = org.deps.portal.id
  const place = { id: portal, crm: 'salesforce', name: 'T', timeZone: 'UTC' } as const
  await store.portals.save({ ...place, apiUrl: org.url, sandbox: true }, org.deps.credentials)
  await setPush(store, portal, { channel: CHANNEL, since: 1 })
  const started: Listeners[] = []
  const state = { isImpatient: true }
  const asked: string[] = []
  const pauses: number[] = []
  let edits = 0
  const deps: KeepListeningDeps = {
    store,
    redis,
    queue: {
      add: async (name) => void asked.push(name),
      kick: async () => void asked.push('dispatch-work'),
    },
    log: SILENT_LOG,
    now: Date.now,
    random: () => 0.5,
    lookEveryMs: 20,
    leaseMs: 400,
    sleep: async (ms, signal) => {
      if (ms >= 500) pauses.push(ms)
      const waitMs = ms >= 500 && !state.isImpatient ? 600_000 : 20
      await sleep(waitMs, undefined, { signal }).catch(() => undefined)
    },
    streamOf: async () => createPushSource({ ...org.deps, pubsubUrl: org.pubsubUrl }),
  }
  return {
    portal,
    store,
    redis,
    sandbox: org.sandbox,
    ids: org.ids,
    asked,
    pauses,
    get isImpatient() {
      return state.isImpatient
    },
    set isImpatient(value) {
      state.isImpatient = value
    },
    edit: (id) => {
      edits += 1
      org.sandbox.edits.edit('Lead', id, { Title: `x${edits}` })
    },
    start: (more = {}) => {
      const listeners = keepListening({ ...deps, ...more })
      started.push(listeners)
      return listeners
    },
    takeMarks: async () => {
      const taken = await store.marks.claim(portal, { limit: 1000, leaseMs: 60_000 })
      await store.marks.settle(portal, taken)
      return taken.map(({ id }) => id).toSorted()
    },
    close: async () => {
      await Promise.all(started.map((one) => one.close()))
      await org.close()
      redis.disconnect()
      await store.close()
      await server.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function startOrg() {
  const header = { seed: 7, people: 40, baseTime: Date.now() }
  const sandbox = createSalesforceSandbox({
    population: createPopulation(header),
    journal: openJournal(undefined, header),
    now: Date.now,
  })
  const server = await listen(sandbox.app, 0)
  const pubsubUrl = await sandbox.pubsub.listen()
  sandbox.pubsub.addChannel({ name: CHANNEL, entities: ['Lead', 'Contact', 'Task'] })
  const { clientId, clientSecret, orgId } = sandbox
  const loginUrl = server.url
  const deps: ConnectorDeps = {
    portal: { id: `salesforce:${orgId}`, apiUrl: loginUrl },
    credentials: { kind: 'salesforce-client-credentials', loginUrl, clientId, clientSecret },
    quota: {
      take: async () => undefined,
      learn: async () => undefined,
      pause: async () => undefined,
    },
    lane: 'event',
    allowList: shippedAllowList('salesforce'),
    log: SILENT_LOG,
    now: Date.now,
    random: () => 0.5,
    sleep: async () => undefined,
    saveCredentials: async () => undefined,
    loadCredentials: async () => deps.credentials,
    tokenVault: createFakeVault(Date.now),
  }
  const close = async (): Promise<void> => {
    await sandbox.close()
    await server.close()
  }
  return { sandbox, url: loginUrl, pubsubUrl, deps, ids: await leadIds(deps, loginUrl), close }
}

async function leadIds(deps: ConnectorDeps, url: string): Promise<readonly string[]> {
  const { accessToken } = await createTokens(deps).current()
  const soql = encodeURIComponent('SELECT Id FROM Lead ORDER BY Id LIMIT 10')
  const response = await fetch(`${url}/services/data/v67.0/query?q=${soql}`, {
    headers: { authorization: `Bearer ${accessToken}` },
  })
  const Answer = z.object({ records: z.array(z.object({ Id: z.string() })) })
  return Answer.parse(await response.json()).records.map(({ Id }) => Id)
}
