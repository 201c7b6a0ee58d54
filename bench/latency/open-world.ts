import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Sandbox, startSandbox } from '#sandbox/start-sandbox.ts'
import { sandboxConnections } from '#src/cli/sandbox-connections.ts'
import { readConfig } from '#src/config.ts'
import { connectPortal } from '#src/connect-portal.ts'
import { createHttpApp } from '#src/http/create-http-app.ts'
import { serve } from '#src/http/serve.ts'
import { createLog } from '#src/log.ts'
import { openRuntime, type Runtime } from '#src/runtime.ts'
import { syncPortal } from '#src/sync-portal.ts'
import type { Recorder } from './recorder.ts'

const log = createLog({ level: 'silent' })

export interface LatencyWorld {
  readonly sandbox: Sandbox
  close(): Promise<void>
}

/** Both sandbox CRMs, connected, read, scored and written once; webhooks and one worker at work. */
export async function openWorld(
  databaseUrl: string,
  people: number,
  recorder: Recorder,
): Promise<LatencyWorld> {
  const dataDir = await mkdtemp(join(tmpdir(), 'leadwell-latency-'))
  const ports = { hubspotPort: 0, salesforcePort: 0, folder: undefined }
  const sandbox = await startSandbox({ people, seed: 11, ...ports, now: Date.now })
  const runtime = await openRuntime({
    config: readConfig({
      DATABASE_URL: databaseUrl,
      LEADWELL_SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
      LEADWELL_DATA_DIR: dataDir,
    }),
    log,
    now: Date.now,
    metrics: recorder.metrics,
  })
  const server = await serveWebhooks(runtime, sandbox, recorder)
  const origin = `http://127.0.0.1:${server.port}`
  await runtime.startWork({ concurrency: 6 })
  const targets = { hubspot: `${origin}/webhooks/hubspot`, salesforce: '' }
  for (const connection of sandboxConnections(sandbox)) {
    const portal = await connectPortal(runtime, connection)
    if (portal.crm === 'salesforce') {
      targets.salesforce = `${origin}/webhooks/salesforce/${portal.webhookKey}`
    }
    await (await runtime.connectorFor(portal.id, 'bulk')).provision({ dryRun: false })
    const signal = AbortSignal.timeout(300_000)
    await syncPortal(runtime, portal.id, { full: false, signal, onLook: () => undefined })
  }
  sandbox.setTargets(targets)
  return {
    sandbox,
    close: async () => {
      await server.close()
      await runtime.close()
      await sandbox.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

function serveWebhooks({ store, queue }: Runtime, sandbox: Sandbox, { metrics }: Recorder) {
  const app = createHttpApp({
    store,
    log,
    now: Date.now,
    publicUrl: undefined,
    hubspotSecrets: () => [sandbox.hubspot.clientSecret],
    kick: (portal) => queue.kick(portal),
    poll: (portal) => queue.add('poll-changes', { portal }),
    pingRedis: () => Promise.resolve(),
    monitor: {
      adminToken: undefined,
      countTries: () => Promise.resolve({ count: 0, resetInMs: 0 }),
      metrics,
      scrape: { contentType: 'text/plain', text: () => Promise.resolve('') },
    },
  })
  return serve(app, 0)
}
