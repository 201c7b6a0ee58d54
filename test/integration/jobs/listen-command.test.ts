import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { pushSetting } from '#jobs/push-setting.ts'
import type { Output } from '#src/cli/output.ts'
import { runPush } from '#src/cli/push.ts'
import { type Config, readConfig } from '#src/config.ts'
import type { PortalId } from '#src/ports.ts'
import { openStore } from '#src/store/open-store.ts'
import { createKeyring } from '#src/store/secrets.ts'
import type { Store } from '#src/store/store.ts'
import { createTestDatabase } from '#test/services.ts'
import { SILENT_LOG } from '#test/test-store.ts'

const KEY = Buffer.alloc(32, 1).toString('base64')
const ORG: PortalId = 'salesforce:00De0000000pmu1EAA'
const HUBSPOT: PortalId = 'hubspot:42'

describe('leadwell push', () => {
  let store: Store
  let config: Config
  let dataDir: string
  let webhookKey: string

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'leadwell-push-'))
    const databaseUrl = await createTestDatabase()
    config = readConfig({
      DATABASE_URL: databaseUrl,
      LEADWELL_SECRET_KEY: KEY,
      LEADWELL_DATA_DIR: dataDir,
      PUBLIC_URL: 'https://leadwell.example',
    })
    const keys = createKeyring(KEY)
    store = await openStore({ databaseUrl, dataDir, keys, now: Date.now, log: SILENT_LOG })
    const rest = { name: 'T', timeZone: 'UTC', apiUrl: 'http://x', sandbox: false }
    const credentials = { kind: 'hubspot-token', accessToken: 'none' } as const
    webhookKey = (await store.portals.save({ ...rest, id: ORG, crm: 'salesforce' }, credentials))
      .webhookKey
    await store.portals.save({ ...rest, id: HUBSPOT, crm: 'hubspot' }, credentials)
  })
  afterAll(async () => {
    await store.close()
    await rm(dataDir, { recursive: true, force: true })
  })

  const run = async (options: { channel?: string; off?: boolean; portal?: PortalId }) => {
    const output = createMemoryOutput()
    const { portal = ORG, off = false, channel } = options
    const exitCode = await runPush(config, { portal, off, channel }, output)
    return { exitCode, ...output }
  }

  it('says where outbound messages go and that changes are only polled', async () => {
    const { exitCode, lines, objects } = await run({})

    expect(exitCode).toBe(0)
    expect(lines.join('\n')).toContain(`https://leadwell.example/webhooks/salesforce/${webhookKey}`)
    expect(lines.join('\n')).toContain('polling')
    expect(objects).toHaveLength(1)
  })

  it('turns change events on and off again, and the ledger says so', async () => {
    await run({ channel: '/data/Leadwell__chn' })
    const on = await pushSetting(store, ORG)
    await run({ off: true })

    expect(on?.channel).toBe('/data/Leadwell__chn')
    expect(await pushSetting(store, ORG)).toBeUndefined()
    const entries = await store.ledger.list({ portal: ORG, limit: 2 })
    expect(JSON.stringify(entries)).toContain('push-off')
    expect(JSON.stringify(entries)).toContain('push-on')
  })

  it('refuses what is no channel of change events, both options at once, and HubSpot', async () => {
    await expect(run({ channel: '/event/Order__e' })).rejects.toMatchObject({
      code: 'push-channel-invalid',
    })
    await expect(run({ portal: HUBSPOT })).rejects.toMatchObject({ code: 'push-salesforce-only' })
    expect((await run({ channel: '/data/A__chn', off: true })).exitCode).toBe(2)
    expect(await pushSetting(store, ORG)).toBeUndefined()
  })
})

function createMemoryOutput(): Output & { lines: string[]; objects: object[] } {
  const lines: string[] = []
  const objects: object[] = []
  const output = {
    lines,
    objects,
    line: (text = '') => void lines.push(text),
    object: (value: object) => void objects.push(value),
    table: () => undefined,
    problem: () => undefined,
  }
  return output as unknown as Output & typeof output
}
