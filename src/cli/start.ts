import { join } from 'node:path'
import { type Sandbox, startSandbox } from '#sandbox/start-sandbox.ts'
import { createApiServices } from '#src/api-services.ts'
import type { Config } from '#src/config.ts'
import { configuredConnections } from '#src/connect-portal.ts'
import { DECISION_VERSION } from '#src/decision/decision-version.ts'
import { createHttpApp } from '#src/http/create-http-app.ts'
import { type HttpServer, serve } from '#src/http/serve.ts'
import { createMetrics, type ProcessMetrics } from '#src/metrics/create-metrics.ts'
import { rescoreAfterUpgrade } from '#src/rescore-after-upgrade.ts'
import type { Runtime } from '#src/runtime.ts'
import { bringUpToDate } from './bring-up-to-date.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import { monitorOf, serveMonitor } from './monitor.ts'
import { oauthDepsOf } from './oauth-deps-of.ts'
import type { Output } from './output.ts'
import { untilAborted } from './until-aborted.ts'
import { withRuntime } from './with-runtime.ts'

/** A busy portal holds three of these while its bulk work lasts, mostly asleep for the CRM's quota. */
const CONCURRENCY = 48

export interface StartCommand {
  readonly role: 'all' | 'web' | 'worker'
  readonly sandbox: boolean
  readonly people: number
  readonly sandboxPort: number
  /** Where a worker answers for its health and its counts; unset, nowhere. */
  readonly monitorPort?: number | undefined
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
  const metrics = createMetrics(() => performance.now())
  return withRuntime(
    config,
    async (runtime) => {
      const sandbox = await sandboxIfNeeded(runtime, command, output)
      const server = await serveIfNeeded(runtime, command, { sandbox, metrics, signal })
      const monitor = await monitorIfAsked(runtime, command, metrics)
      try {
        await work(runtime, command, { sandbox, server, output, signal })
      } finally {
        await server?.close()
        await monitor?.close()
        await sandbox?.close()
      }
      return EXIT.ok
    },
    // A person watching wants the tables; a log collector wants every step.
    output.interactive ? 'warn' : 'info',
    { metrics },
  )
}

interface Started {
  readonly sandbox: Sandbox | undefined
  readonly server: HttpServer | undefined
  readonly output: Output
  readonly signal: AbortSignal
}

async function work(runtime: Runtime, command: StartCommand, started: Started): Promise<void> {
  const { sandbox, server, output, signal } = started
  const origin = server === undefined ? undefined : `http://localhost:${server.port}`
  const startWork = async (): Promise<void> => {
    await runtime.startWork({ concurrency: CONCURRENCY })
    const shipped = `${runtime.shipped.hash} ${DECISION_VERSION}`
    const portals = await rescoreAfterUpgrade(runtime, shipped)
    if (portals.length > 0)
      runtime.log.info('scored again after an upgrade', { portals: portals.length })
  }
  if (command.role === 'worker') await startWork()
  if (command.role === 'all') {
    await bringUpToDate(runtime, { sandbox, origin, output, signal, startWork })
  }
  if (signal.aborted) return
  const where = origin === undefined ? '' : ` on ${origin}`
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
  {
    sandbox,
    metrics,
    signal,
  }: { sandbox: Sandbox | undefined; metrics: ProcessMetrics; signal: AbortSignal },
): Promise<HttpServer | undefined> {
  if (role === 'worker') return undefined
  const { config, store, log, now, queue, redis } = runtime
  const secrets = [config.hubspot.clientSecret, sandbox?.hubspot.clientSecret]
  const app = createHttpApp({
    store,
    log,
    now,
    publicUrl: config.publicUrl,
    trustedProxies: config.trustedProxies,
    hubspotSecrets: () => secrets.filter((secret) => secret !== undefined),
    kick: (portal) => queue.kick(portal),
    poll: (portal) => queue.add('poll-changes', { portal }),
    oauth: oauthDepsOf(runtime, sandbox),
    api: createApiServices(runtime, signal),
    monitor: monitorOf(runtime, metrics),
    pingRedis: async () => void (await redis.ping()),
  })
  return serve(app, config.port)
}

async function monitorIfAsked(
  runtime: Runtime,
  { role, monitorPort }: StartCommand,
  metrics: ProcessMetrics,
): Promise<HttpServer | undefined> {
  if (role !== 'worker' || monitorPort === undefined) return undefined
  return await serveMonitor(runtime, metrics, monitorPort)
}
