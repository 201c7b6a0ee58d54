/**
 * `node bench/rescore/straightforward.ts <people>`: the same as it is usually built: a job for each
 * record, which is read from the CRM, scored by json-rules-engine and written back. A bare server that
 * answers at once stands for the CRM, and activities come with the record, both in its favour.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Client } from '@hubspot/api-client'
import { Queue, Worker } from 'bullmq'
import { startPrivateRedis } from '#jobs/private-redis.ts'
import { openRedis } from '#jobs/redis.ts'
import type { Subject } from '#src/scoring/score.ts'
import type { Outcome } from '../engines/contender.ts'
import { createJsonRulesEngine } from '../engines/json-rules-engine.ts'
import { createSubjects, NOW } from '../engines/subjects.ts'

const CONCURRENCY = 20
const [, , count = '2000'] = process.argv
const people = Number(count)
const subjects = createSubjects(people)
const engine = createJsonRulesEngine()
const folder = mkdtempSync(join(tmpdir(), 'leadwell-straight-'))
const server = await startPrivateRedis(folder)
const redis = await openRedis(server.url)
let calls = 0

const crm = createServer((request, response) => {
  calls += 1
  request.resume().once('end', () => {
    const id = request.url?.match(/\/contacts\/(\d+)/)?.[1] ?? '0'
    const subject = JSON.stringify(subjects[Number(id)])
    const at = new Date(NOW).toISOString()
    response.setHeader('Content-Type', 'application/json')
    response.end(
      JSON.stringify({
        id,
        properties: { subject },
        createdAt: at,
        updatedAt: at,
        archived: false,
      }),
    )
  })
})
await new Promise<void>((resolve) => crm.listen(0, '127.0.0.1', resolve))
const { port } = crm.address() as AddressInfo
const client = new Client({ accessToken: 'none', basePath: `http://127.0.0.1:${port}` })

async function rescore(id: string): Promise<void> {
  const { properties } = await client.crm.contacts.basicApi.getById(id, ['subject'])
  const subject = JSON.parse(properties['subject'] ?? '{}') as Subject
  const outcomes: Outcome[] = []
  await engine.scoreAll([subject], NOW, (outcome) => outcomes.push(outcome))
  const [outcome] = outcomes
  const written = { score: String(outcome?.score), tier: outcome?.tier ?? '' }
  await client.crm.contacts.basicApi.update(id, { properties: written })
}

const queue = new Queue('rescore', { connection: redis })
const startedAt = performance.now()
await queue.addBulk(
  subjects.map((_, index) => ({ name: 'record', data: { id: String(index) }, opts: {} })),
)
let done = 0
const worker = new Worker('rescore', async ({ data }) => rescore(data.id), {
  connection: redis,
  concurrency: CONCURRENCY,
})
await new Promise<void>((resolve, reject) => {
  worker.on('completed', () => {
    done += 1
    if (done === people) resolve()
  })
  worker.on('failed', (_job, error) => reject(error))
})
const seconds = (performance.now() - startedAt) / 1_000
process.stdout.write(
  `${JSON.stringify({ people, seconds: Math.round(seconds * 10) / 10, calls })}\n`,
)
await worker.close()
await queue.close()
redis.disconnect()
await server.close()
rmSync(folder, { recursive: true, force: true })
process.exit(0)
