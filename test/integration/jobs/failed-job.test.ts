import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import type { JobHandlers } from '#jobs/catalog.ts'
import { startPrivateRedis } from '#jobs/private-redis.ts'
import { createQueue } from '#jobs/queue.ts'
import { openRedis } from '#jobs/redis.ts'
import { createWorker } from '#jobs/worker.ts'
import { createLog } from '#src/log.ts'

it('leaves the code of a failed job in Redis, its portal in the log, and nothing of its message', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'leadwell-failed-'))
  const server = await startPrivateRedis(folder)
  const redis = await openRedis(server.url)
  const queue = createQueue(redis)
  const handlers = {
    'check-drift': () =>
      Promise.reject(Object.assign(new Error('Jane Doe'), { code: 'ECONNRESET' })),
  } as unknown as JobHandlers
  let logged = ''
  const log = createLog({ level: 'warn', destination: { write: (line) => void (logged += line) } })
  const worker = createWorker({ connection: redis, handlers, log, concurrency: 1 })

  await queue.add('check-drift', { portal: 'hubspot:7' })
  while ((await queue.counts()).failed !== 1) await new Promise((again) => setTimeout(again, 20))
  const dumps = await Promise.all((await redis.keys('*')).map((key) => redis.dumpBuffer(key)))
  const held = Buffer.concat(dumps.filter((dump) => dump !== null)).toString('latin1')
  await worker.close()
  await queue.close()
  redis.disconnect()
  await server.close()
  await rm(folder, { recursive: true, force: true })

  expect(held).toContain('ECONNRESET')
  expect(held).not.toContain('Jane')
  expect(JSON.parse(logged)).toMatchObject({ job: 'check-drift', portal: 'hubspot:7' })
  expect(logged).not.toContain('Jane')
})
