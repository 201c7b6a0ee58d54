import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createRandom } from '#sandbox/seed/random.ts'
import { type Sandbox, startSandbox } from '#sandbox/start-sandbox.ts'
import { freePort } from '#test/private-server.ts'
import { clockSince } from './clock.ts'
import { type CrmProxy, startCrmProxy } from './crm-proxy.ts'
import { type OwnPostgres, startOwnPostgres } from './own-postgres.ts'
import { type OwnRedis, startOwnRedis } from './own-redis.ts'
import { startWebhookRelay, type WebhookRelay } from './webhook-relay.ts'

/** Everything around our processes. CRMs and relay live in this process, which survives. */
export interface ChaosWorld {
  readonly sandbox: Sandbox
  readonly networks: { readonly hubspot: CrmProxy; readonly salesforce: CrmProxy }
  readonly postgres: OwnPostgres
  readonly redis: OwnRedis
  readonly relay: WebhookRelay
  readonly webUrl: string
  readonly now: () => number
  /** For our processes, in which time goes on from here. */
  readonly env: Readonly<Record<string, string>>
  close(): Promise<void>
}

export interface WorldOptions {
  readonly people: number
  readonly seed: number
}

export async function createChaosWorld({ people, seed }: WorldOptions): Promise<ChaosWorld> {
  const closers: (() => Promise<unknown>)[] = []
  const kept = <T extends { close(): Promise<unknown> }>(part: T): T => {
    closers.push(() => part.close())
    return part
  }
  const close = async (): Promise<void> => {
    for (const closer of closers.splice(0).toReversed()) await closer()
  }
  try {
    const folder = await mkdtemp(join(tmpdir(), 'leadwell-chaos-'))
    closers.push(() => rm(folder, { recursive: true, force: true }))
    // Postgres may have to run as a user of its own.
    await chmod(folder, 0o755)
    let startedAt: number | undefined
    const now = clockSince(() => startedAt)
    const sandbox = kept(await startSandbox({ ...SANDBOX, people, seed, now }))
    startedAt = Date.now()
    const postgres = kept(await startOwnPostgres(folder))
    const redis = kept(await startOwnRedis(folder))
    const networks = {
      hubspot: kept(await startCrmProxy(sandbox.hubspot.url)),
      salesforce: kept(await startCrmProxy(sandbox.salesforce.url)),
    }
    const port = await freePort()
    const webUrl = `http://127.0.0.1:${port}`
    const { clientSecret } = sandbox.hubspot
    const target = `${webUrl}/webhooks/hubspot`
    const relay = kept(
      await startWebhookRelay({ target, clientSecret, now, random: createRandom(seed, 4) }),
    )
    const env = {
      PATH: process.env['PATH'] ?? '',
      LEADWELL_DATA_DIR: join(folder, 'data'),
      LEADWELL_SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
      DATABASE_URL: postgres.url,
      REDIS_URL: redis.url,
      PORT: String(port),
      HUBSPOT_CLIENT_SECRET: clientSecret,
      LOG_LEVEL: process.env['CHAOS_LOG_LEVEL'] ?? 'silent',
      CHAOS_STARTED_AT: String(startedAt),
    }
    return { sandbox, networks, postgres, redis, relay, webUrl, now, env, close }
  } catch (error) {
    await close()
    throw error
  }
}

const SANDBOX = { hubspotPort: 0, salesforcePort: 0, folder: undefined }
