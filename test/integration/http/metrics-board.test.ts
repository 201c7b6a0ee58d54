import { Queue } from 'bullmq'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { QUEUE_NAME } from '#jobs/queue.ts'
import { adminApp } from './metrics-values.ts'
import { BASIC, type MonitoredApp, PORTAL, startMonitoredApp } from './monitored-app.ts'

const BOARD = '/admin/queues'

describe('the board of the queue', () => {
  let app: MonitoredApp
  let queue: Queue

  beforeAll(async () => {
    app = await startMonitoredApp(adminApp(14))
    queue = new Queue(QUEUE_NAME, { connection: app.redis })
    await queue.add(
      'dispatch-work',
      { portal: PORTAL, email: 'maria@example.com' },
      { jobId: 'j1' },
    )
  })

  afterAll(async () => {
    await queue.close()
    await app.close()
  })

  const ask = (path: string, method = 'GET') =>
    fetch(`${app.origin}${BOARD}${path}`, { method, headers: BASIC })

  it('shows the jobs that wait, with their portal and nothing else of their data', async () => {
    const answer = await ask('/api/queues?activeQueue=leadwell&status=latest&page=1')

    const text = await answer.text()
    expect(answer.status).toBe(200)
    expect(text).toContain('dispatch-work')
    expect(text).toContain(PORTAL)
    expect(text).not.toContain('maria')
  })

  it.each([
    ['PUT', '/api/queues/leadwell/pause'],
    ['PUT', '/api/queues/leadwell/obliterate'],
    ['PUT', '/api/queues/leadwell/j1/clean'],
    ['POST', '/api/queues/leadwell/add'],
    ['PATCH', '/api/queues/leadwell/j1/update-data'],
    ['DELETE', '/api/queues/leadwell/job-schedulers/sweep'],
  ])('refuses to change anything: %s %s', async (method, path) => {
    const answer = await ask(path, method)

    expect(answer.status).toBe(405)
    expect(await queue.getJob('j1')).toBeDefined()
    expect(await queue.isPaused()).toBe(false)
  })

  it('tells nobody else that somebody looks: its page may load from here only', async () => {
    const answer = await ask('')

    expect(answer.headers.get('content-security-policy')).toContain("default-src 'self'")
    expect(answer.headers.get('referrer-policy')).toBe('no-referrer')
    expect(await answer.text()).toContain('<base href="/admin/queues')
  })
})
