import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Sandbox, startSandbox } from '#sandbox/start-sandbox.ts'
import { sandboxConnections } from '#src/cli/sandbox-connections.ts'
import { readConfig } from '#src/config.ts'
import { connectPortal } from '#src/connect-portal.ts'
import { createHttpApp } from '#src/http/create-http-app.ts'
import { type HttpServer, serve } from '#src/http/serve.ts'
import { createLog } from '#src/log.ts'
import type { Portal } from '#src/ports.ts'
import { openRuntime, type Runtime } from '#src/runtime.ts'
import { syncPortal } from '#src/sync-portal.ts'
import { environment, type StoreKind } from '../world.ts'
import { type RecordingProxy, startRecordingProxy } from './recording-proxy.ts'

export interface CanaryWorld {
  readonly runtime: Runtime
  readonly sandbox: Sandbox
  readonly portals: Readonly<Record<'hubspot' | 'salesforce', Portal>>
  readonly proxies: Readonly<Record<'hubspot' | 'salesforce', RecordingProxy>>
  readonly server: HttpServer
  readonly env: Record<string, string>
  /** Every line the product logged, at the lowest level. */
  readonly logged: () => Buffer
  sync(portal: Portal): Promise<void>
  /** Stops the product; what is on disk stays until `remove`. */
  stop(): Promise<void>
  remove(): Promise<void>
}

export interface CanaryOptions {
  readonly store: StoreKind
  readonly people: number
  readonly now: number
  readonly plant: (place: string, index: number) => string | undefined
}

/** Both sandboxes full of canaries, the product before them, and a recorder on every wire between. */
export async function createCanaryWorld(options: CanaryOptions): Promise<CanaryWorld> {
  const { people, now, plant } = options
  const dataDir = await mkdtemp(join(tmpdir(), 'leadwell-canary-'))
  const ports = { hubspotPort: 0, salesforcePort: 0, folder: undefined }
  const sandbox = await startSandbox({ people, seed: 5, ...ports, now: () => now, plant })
  const proxies = {
    hubspot: await startRecordingProxy(sandbox.hubspot.url),
    salesforce: await startRecordingProxy(sandbox.salesforce.url),
  }
  const env = { ...(await environment(options.store, dataDir)), LOG_LEVEL: 'trace' }
  const lines: Buffer[] = []
  const log = createLog({
    level: 'trace',
    destination: { write: (line) => void lines.push(Buffer.from(line)) },
  })
  const runtime = await openRuntime({ config: readConfig(env), log, now: () => now })
  const portals = await connectThrough(runtime, sandbox, proxies)
  const server = await serveProduct(runtime, sandbox)
  await runtime.startWork({ concurrency: 4 })

  return {
    runtime,
    sandbox,
    portals,
    proxies,
    server,
    env,
    logged: () => Buffer.concat(lines),
    sync: async (portal) => {
      const signal = AbortSignal.timeout(100_000)
      await syncPortal(runtime, portal.id, { full: false, signal, onLook: () => undefined })
    },
    stop: async () => {
      await server.close()
      await runtime.close()
    },
    remove: async () => {
      await Promise.all([sandbox.close(), proxies.hubspot.close(), proxies.salesforce.close()])
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

async function connectThrough(
  runtime: Runtime,
  sandbox: Sandbox,
  proxies: CanaryWorld['proxies'],
): Promise<CanaryWorld['portals']> {
  const portals: Partial<Record<'hubspot' | 'salesforce', Portal>> = {}
  for (const connection of sandboxConnections(sandbox)) {
    const { url } = proxies[connection.crm]
    const { credentials } = connection
    const through = 'loginUrl' in credentials ? { ...credentials, loginUrl: url } : credentials
    const portal = await connectPortal(runtime, {
      ...connection,
      apiUrl: url,
      credentials: through,
    })
    await (await runtime.connectorFor(portal.id, 'event')).provision({ dryRun: false })
    portals[connection.crm] = portal
  }
  const { hubspot, salesforce } = portals
  if (hubspot === undefined || salesforce === undefined) throw new Error('two portals expected')
  return { hubspot, salesforce }
}

function serveProduct(runtime: Runtime, sandbox: Sandbox): Promise<HttpServer> {
  const app = createHttpApp({
    store: runtime.store,
    log: runtime.log,
    now: Date.now,
    publicUrl: undefined,
    hubspotSecrets: () => [sandbox.hubspot.clientSecret],
    kick: (portal) => runtime.queue.kick(portal),
    poll: (portal) => runtime.queue.add('poll-changes', { portal }),
    pingRedis: async () => void (await runtime.redis.ping()),
  })
  return serve(app, 0)
}
