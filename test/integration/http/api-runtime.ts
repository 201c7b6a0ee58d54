import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { createApiServices } from '#src/api-services.ts'
import { readConfig } from '#src/config.ts'
import { createLog } from '#src/log.ts'
import { openRuntime, type Runtime } from '#src/runtime.ts'
import { createTestDatabase } from '#test/services.ts'
import { PORTAL } from './api-services.ts'

/** The product without its web process, with one portal whose CRM does not answer. */
export interface ApiRuntime {
  readonly runtime: Runtime
  close(): Promise<void>
}

export async function openApiRuntime(now: () => number = Date.now): Promise<ApiRuntime> {
  const dataDir = await mkdtemp(join(tmpdir(), 'leadwell-api-'))
  const config = readConfig({
    DATABASE_URL: await createTestDatabase(),
    REDIS_URL: inject('redisUrl'),
    LEADWELL_SECRET_KEY: Buffer.alloc(32, 1).toString('base64'),
    LEADWELL_DATA_DIR: dataDir,
  })
  const runtime = await openRuntime({ config, log: createLog({ level: 'silent' }), now })
  const portal = { name: 'Test', timeZone: 'UTC', sandbox: false, crm: 'hubspot' } as const
  const credentials = { kind: 'hubspot-token', accessToken: 'none' } as const
  // Port 9 discards: nothing answers there, and it is nobody else's.
  const apiUrl = 'http://127.0.0.1:9'
  await runtime.store.portals.save({ ...portal, id: PORTAL, apiUrl }, credentials)
  return {
    runtime,
    close: async () => {
      await runtime.close()
      await rm(dataDir, { recursive: true, force: true })
    },
  }
}

/** What the product's own web process is handed. */
export function realServices(runtime: Runtime) {
  const { portals, models, runs, analyses } = createApiServices(
    runtime,
    new AbortController().signal,
  )
  return {
    portals,
    ...(models && { models }),
    ...(runs && { runs }),
    ...(analyses && { analyses }),
  }
}
