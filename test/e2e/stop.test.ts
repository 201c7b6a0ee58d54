import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { runLeadwell } from '#test/run-leadwell.ts'
import { environment, startTestSandbox } from './world.ts'

const PEOPLE = 300

it('asked to stop in the middle of a backfill, it finishes the step in hand, says so, and goes on next time', async () => {
  const sandbox = await startTestSandbox({ people: PEOPLE, now: Date.now() })
  const dataDir = await mkdtemp(join(tmpdir(), 'leadwell-stop-'))
  const env = {
    ...(await environment('server', dataDir)),
    HUBSPOT_API_URL: sandbox.hubspot.url,
    HUBSPOT_ACCESS_TOKEN: sandbox.hubspot.accessToken,
  }
  await runLeadwell(['connect', 'hubspot'], { env })
  await runLeadwell(['provision', 'hubspot:50100200'], { env })

  const read = (): number => sandbox.hubspot.sandbox.calls().list ?? 0
  const before = read()
  const child = spawn(process.execPath, ['src/main.ts', 'sync', 'hubspot:50100200', '--wait'], {
    env: { PATH: process.env.PATH ?? '', ...env },
    stdio: 'ignore',
  })
  while (read() < before + 2) {
    await new Promise((resolve) => setTimeout(resolve, 2))
  }
  child.kill('SIGTERM')
  const [code, signal] = (await once(child, 'exit')) as [number | null, string | null]
  const result = await runLeadwell(['sync', 'hubspot:50100200', '--wait', '--json'], { env })
  await sandbox.close()
  await rm(dataDir, { recursive: true, force: true })

  expect([code, signal]).toEqual([3, null])
  expect(result.code).toBe(0)
  expect(result.objects().at(-1)).toMatchObject({ settled: true, pending: 0 })
})
