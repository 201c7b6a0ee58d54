import { join } from 'node:path'
import { type Sandbox, startSandbox } from '#sandbox/start-sandbox.ts'
import type { Config } from '#src/config.ts'
import { type Connection, configuredConnections, connectPortal } from '#src/connect-portal.ts'
import { createHttpApp } from '#src/http/create-http-app.ts'
import { type HttpServer, serve } from '#src/http/serve.ts'
import type { Portal } from '#src/ports.ts'
import type { Runtime } from '#src/runtime.ts'
import { syncPortal } from '#src/sync-portal.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import type { Output } from './output.ts'
import { sandboxConnections } from './sandbox-connections.ts'
import { showSyncProgress } from './sync-progress.ts'
import { reportSync } from './sync-report.ts'
import { untilAborted } from './until-aborted.ts'
import { withRuntime } from './with-runtime.ts'

const CONCURRENCY = 6

export interface StartCommand {
  readonly role: 'all' | 'web' | 'worker'
  readonly sandbox: boolean
  readonly people: number
  readonly sandboxPort: number
}

/**
 * `leadwell start`: connects what the environment names (or the sandbox), brings every portal up to
 * date, shows what came of it, then keeps serving webhooks and schedules until stopped.
 */
export function runStart(
  config: Config,
  command: StartCommand,
  output: Output,
  signal: AbortSignal,
): Promise<ExitCode> {
  return withRuntime(
    config,
    async (runtime) => {
      const sandbox = await sandboxIfNeeded(runtime, command, output)
      const server = await serveIfNeeded(runtime, command, sandbox)
      try {
        await work(runtime, command, { sandbox, server, output, signal })
      } finally {
        await server?.close()
        await sandbox?.close()
      }
      return EXIT.ok
    },
    'info',
  )
}

interface Started {
  readonly sandbox: Sandbox | undefined
  readonly server: HttpServer | undefined
  readonly output: Output
  readonly signal: AbortSignal
}

async function work(runtime: Runtime, command: StartCommand, started: Started): Promise<void> {
  const { server, output, signal } = started
  if (command.role !== 'web') await runtime.startWork({ concurrency: CONCURRENCY })
  if (command.role === 'all') await bringUpToDate(runtime, started)
  if (signal.aborted) return
  const where = server === undefined ? '' : ` on http://localhost:${server.port}`
  output.object({ serving: true, role: command.role, port: server?.port })
  output.line(`Serving webhooks and schedules${where}. Stop with Ctrl-C.`)
  await untilAborted(signal)
  output.line('Stopping: finishing what is in hand.')
}

async function sandboxIfNeeded(
  runtime: Runtime,
  { role, sandbox, people, sandboxPort }: StartCommand,
  output: Output,
): Promise<Sandbox | undefined> {
  if (role !== 'all') return undefined
  const known = await runtime.store.portals.list()
  const hasReal =
    (await configuredConnections(runtime.config)).length > 0 || known.some((one) => !one.sandbox)
  if (hasReal && !sandbox) return undefined
  if (!sandbox) output.line('No CRM is configured, so this runs on the built-in sandbox portals.')
  const started = await startSandbox({
    people,
    seed: 7,
    hubspotPort: sandboxPort,
    salesforcePort: sandboxPort === 0 ? 0 : sandboxPort + 1,
    folder: join(runtime.config.dataDir, 'sandbox'),
    now: Date.now,
  })
  output.line(`  HubSpot    ${started.hubspot.url}  (token: ${started.hubspot.accessToken})`)
  output.line(
    `  Salesforce ${started.salesforce.url}  (client id: ${started.salesforce.sandbox.clientId})`,
  )
  return started
}

async function serveIfNeeded(
  runtime: Runtime,
  { role }: StartCommand,
  sandbox: Sandbox | undefined,
): Promise<HttpServer | undefined> {
  if (role === 'worker') return undefined
  const { config, store, log, now, queue, redis } = runtime
  const secrets = [config.hubspot.clientSecret, sandbox?.hubspot.clientSecret]
  const app = createHttpApp({
    store,
    log,
    now,
    publicUrl: config.publicUrl,
    hubspotSecrets: () => secrets.filter((secret) => secret !== undefined),
    kick: (portal) => queue.kick(portal),
    poll: (portal) => queue.add('poll-changes', { portal }),
    pingRedis: async () => void (await redis.ping()),
  })
  return serve(app, config.port)
}

async function bringUpToDate(runtime: Runtime, started: Started): Promise<void> {
  const { sandbox, server, output, signal } = started
  for (const connection of await connectionsToMake(runtime, sandbox)) {
    await connectPortal(runtime, connection)
  }
  const portals = await workable(runtime, sandbox)
  if (sandbox !== undefined && server !== undefined) aimWebhooks(sandbox, server, portals)
  for (const portal of portals) {
    if (signal.aborted) return
    const connector = await runtime.connectorFor(portal.id, 'event')
    await connector.provision({ dryRun: false })
    const progress = showSyncProgress(portal.id, output)
    try {
      const options = { full: false, signal, onLook: progress.show }
      const outcome = await syncPortal(runtime, portal.id, options)
      progress.stop()
      reportSync({ portal: portal.id, ...outcome }, output)
    } finally {
      progress.stop()
    }
  }
}

async function connectionsToMake(
  { config }: Runtime,
  sandbox: Sandbox | undefined,
): Promise<readonly Connection[]> {
  const real = await configuredConnections(config)
  return sandbox === undefined ? real : [...real, ...sandboxConnections(sandbox)]
}

/** Connected portals, without those of a sandbox that is not running. */
async function workable(
  { store }: Runtime,
  sandbox: Sandbox | undefined,
): Promise<readonly Portal[]> {
  const portals = await store.portals.list()
  return portals.filter(
    (portal) => portal.status === 'connected' && (sandbox !== undefined || !portal.sandbox),
  )
}

function aimWebhooks(sandbox: Sandbox, { port }: HttpServer, portals: readonly Portal[]): void {
  const salesforce = portals.find(({ sandbox: made, crm }) => made && crm === 'salesforce')
  const origin = `http://localhost:${port}`
  sandbox.setTargets({
    hubspot: `${origin}/webhooks/hubspot`,
    salesforce: `${origin}/webhooks/salesforce/${salesforce?.webhookKey ?? ''}`,
  })
}
