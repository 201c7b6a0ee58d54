import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Sandbox, startSandbox } from '#sandbox/start-sandbox.ts'
import { sandboxConnections } from '#src/cli/sandbox-connections.ts'
import { readConfig } from '#src/config.ts'
import { connectPortal } from '#src/connect-portal.ts'
import { createLog } from '#src/log.ts'
import type { Portal } from '#src/ports.ts'
import { openRuntime, type Runtime } from '#src/runtime.ts'
import { type SyncOutcome, syncPortal } from '#src/sync-portal.ts'
import { createTestDatabase } from '#test/services.ts'
import { copyStoreTemplate } from '#test/test-store.ts'

/** 32 bytes that protect nothing. */
const TEST_KEY = Buffer.alloc(32, 7).toString('base64')

export type StoreKind = 'embedded' | 'server'

export interface World {
  readonly sandbox: Sandbox
  readonly runtime: Runtime
  readonly hubspot: Portal
  readonly salesforce: Portal
  /** Environment that lets a child process join this world. */
  readonly env: Record<string, string>
  sync(portal: Portal, full?: boolean): Promise<SyncOutcome>
  close(): Promise<void>
}

export interface WorldOptions {
  readonly store: StoreKind
  readonly people: number
  /** Epoch ms; every decision is taken at this instant. */
  readonly now: number
}

/** A sandbox, a store, a private Redis and both portals connected and provisioned, no work begun. */
export async function createWorld(options: WorldOptions): Promise<World> {
  const dataDir = await mkdtemp(join(tmpdir(), 'leadwell world '))
  const sandbox = await startTestSandbox(options)
  const env = await environment(options.store, dataDir)
  const runtime = await openRuntime({
    config: readConfig(env),
    log: createLog({ level: 'silent' }),
    now: () => options.now,
  })
  const [hubspot, salesforce] = await connectBoth(runtime, sandbox)
  return {
    sandbox,
    runtime,
    hubspot,
    salesforce,
    env,
    sync: (portal, full = false) =>
      syncPortal(runtime, portal.id, {
        full,
        signal: AbortSignal.timeout(90_000),
        onLook: () => undefined,
      }),
    close: async () => {
      await runtime.close()
      await sandbox.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** The two local CRMs with made-up people dated before `now`. */
export function startTestSandbox({
  people,
  now,
}: Pick<WorldOptions, 'people' | 'now'>): Promise<Sandbox> {
  return startSandbox({
    people,
    seed: 11,
    hubspotPort: 0,
    salesforcePort: 0,
    folder: undefined,
    now: () => now,
  })
}

export async function environment(
  store: StoreKind,
  dataDir: string,
): Promise<Record<string, string>> {
  const base = { LEADWELL_DATA_DIR: dataDir, LEADWELL_SECRET_KEY: TEST_KEY, LOG_LEVEL: 'silent' }
  if (store === 'server') return { ...base, DATABASE_URL: await createTestDatabase() }
  await copyStoreTemplate(dataDir)
  return base
}

async function connectBoth(runtime: Runtime, sandbox: Sandbox): Promise<readonly [Portal, Portal]> {
  const portals: Portal[] = []
  for (const connection of sandboxConnections(sandbox)) {
    const portal = await connectPortal(runtime, connection)
    await (await runtime.connectorFor(portal.id, 'event')).provision({ dryRun: false })
    portals.push(portal)
  }
  const [hubspot, salesforce] = portals
  if (hubspot === undefined || salesforce === undefined) throw new Error('two portals expected')
  return [hubspot, salesforce]
}
