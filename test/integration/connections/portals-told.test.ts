import { expect, inject, test } from 'vitest'
import { createOutput, type Output } from '#src/cli/output.ts'
import { runPortals } from '#src/cli/portals.ts'
import { readConfig } from '#src/config.ts'
import { createLog } from '#src/log.ts'
import { openRuntime } from '#src/runtime.ts'
import { createTestDatabase } from '#test/services.ts'

test('a portal that was cut off is listed with what happened and what to do', async () => {
  const config = readConfig({
    DATABASE_URL: await createTestDatabase(),
    REDIS_URL: inject('redisUrl'),
    LEADWELL_SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
  })
  const log = createLog({ level: 'silent' })
  const runtime = await openRuntime({ config, log, now: Date.now })
  await runtime.store.portals.save(
    {
      id: 'hubspot:81',
      crm: 'hubspot',
      name: 'Harbor',
      timeZone: 'UTC',
      apiUrl: 'http://127.0.0.1:9',
      sandbox: true,
    },
    { kind: 'hubspot-token', accessToken: 'none' },
  )
  await runtime.store.portals.setStatus('hubspot:81', 'disconnected', 'hubspot-uninstalled')
  await runtime.close()
  const lines: string[] = []
  const output: Output = {
    ...createOutput({ json: false, noColor: true }, process),
    line: (text = '') => void lines.push(text),
    table: () => undefined,
  }

  await runPortals(config, output)

  expect(lines.join('\n')).toContain('hubspot:81: the app was uninstalled in HubSpot')
  expect(lines.join('\n')).toContain('/oauth/hubspot/install')
})
