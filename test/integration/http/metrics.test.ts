import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createQuota } from '#jobs/quota.ts'
import { restoreSafeRecord } from '#src/privacy/safe-record.ts'
import { adminApp, emptyValues } from './metrics-values.ts'
import {
  BASIC,
  BEARER,
  type MonitoredApp,
  NOW,
  PORTAL,
  startMonitoredApp,
} from './monitored-app.ts'

const REF = { object: 'contact', id: '9007199254' } as const

describe('what /metrics tells', () => {
  let app: MonitoredApp
  let text: string

  beforeAll(async () => {
    app = await startMonitoredApp(adminApp(11))
    const { store, metrics, redis, queue } = app
    await store.marks.mark(PORTAL, [REF, { object: 'contact', id: '2' }], 'event')
    const record = { ...REF, companyId: undefined, facts: {}, activities: [], fingerprint: 'f' }
    await store.records.put(PORTAL, [restoreSafeRecord(record)])
    await store.intents.intend(
      PORTAL,
      [
        { ref: REF, nextChangeAt: NOW - 90_000, values: emptyValues({ hold: 'crisis' }) },
        {
          ref: { object: 'contact', id: '2' },
          nextChangeAt: undefined,
          values: emptyValues({ tier: 'nurture', scoredAt: NOW }),
        },
      ],
      'event',
    )
    await store.intents.park(PORTAL, [REF], 'hubspot-refused')
    const quota = createQuota({ redis, sleep: async () => {} }, PORTAL)
    await quota.take('general', 'event')
    await quota.learn('general', { limit: 190, remaining: 150, intervalMs: 10_000 })
    await queue.add('dispatch-work', { portal: PORTAL })
    metrics.calls('hubspot')('search')(429)
    metrics.jobs('refresh-records')('done')
    await fetch(`${app.origin}/webhooks/hubspot`, { method: 'POST', body: '[]' })
    await fetch(`${app.origin}/webhooks/salesforce/${'k'.repeat(32)}`, { method: 'POST' })
    text = await (await fetch(`${app.origin}/metrics`, { headers: BEARER })).text()
  })

  afterAll(() => app.close())

  it.each([
    ['marks made', 'leadwell_marks_total{crm="hubspot",outcome="marked",lane="event"} 2'],
    ['marks waiting', `leadwell_marks{portal="${PORTAL}",state="waiting"} 2`],
    ['decisions by hold', 'leadwell_decisions_total{crm="hubspot",tier="none",hold="crisis"} 1'],
    ['decisions by tier', 'leadwell_decisions_total{crm="hubspot",tier="nurture",hold="none"} 1'],
    ['people by tier', `leadwell_records_by_tier{portal="${PORTAL}",tier="nurture"} 1`],
    ['intents pending', `leadwell_intents{portal="${PORTAL}",state="pending"} 1`],
    ['intents parked', `leadwell_intents{portal="${PORTAL}",state="parked"} 1`],
    ['scores overdue', `leadwell_due_oldest_seconds{portal="${PORTAL}"} 90`],
    ['calls used', `leadwell_quota_used{portal="${PORTAL}",pool="general"} 1`],
    ['calls allowed', `leadwell_quota_limit{portal="${PORTAL}",pool="general"} 190`],
    ['calls left', `leadwell_quota_remaining{portal="${PORTAL}",pool="general"} 189`],
    [
      'calls by kind',
      'leadwell_crm_call_seconds_count{crm="hubspot",kind="search",status="429"} 1',
    ],
    ['jobs by name', 'leadwell_job_seconds_count{job="refresh-records",outcome="done"} 1'],
    ['queue depth', 'leadwell_queue_jobs{state="prioritized"} 1'],
    ['refused webhooks', 'leadwell_webhooks_ignored_total{crm="hubspot",outcome="refused"} 1'],
    [
      'webhook answers',
      'leadwell_http_request_seconds_count{route="/webhooks/hubspot",status="4xx"} 1',
    ],
  ])('counts %s', (_what, line) => {
    expect(text.split('\n')).toContain(line)
  })

  it('names no record and no key of an address', () => {
    expect(text).not.toContain(REF.id)
    expect(text).not.toContain('kkkk')
  })

  it('says in which format it is', async () => {
    const answer = await fetch(`${app.origin}/metrics`, { headers: BEARER })

    expect(answer.headers.get('content-type')).toBe('text/plain; version=0.0.4; charset=utf-8')
  })

  it('asks the database once, however often it is asked itself', async () => {
    for (let asked = 0; asked < 20; asked += 1) {
      await fetch(`${app.origin}/metrics`, { headers: BASIC })
    }

    expect(app.gathered.count).toBe(1)
  })

  it('counts nothing of a transaction that was undone', async () => {
    const undone = app.store.transaction(async (inner) => {
      await inner.marks.mark(PORTAL, [REF], 'bulk')
      throw new Error('undone')
    })
    await expect(undone).rejects.toThrow('undone')
    await app.store.transaction((inner) => inner.marks.mark(PORTAL, [REF], 'bulk'))

    const after = await (await fetch(`${app.origin}/metrics`, { headers: BEARER })).text()

    expect(after).toContain('leadwell_marks_total{crm="hubspot",outcome="marked",lane="bulk"} 1')
  })
})

describe('who may see metrics and the queue', () => {
  const PAGES = ['/metrics', '/admin/queues', '/admin/queues/api/queues']
  let withToken: MonitoredApp
  let without: MonitoredApp

  beforeAll(async () => {
    withToken = await startMonitoredApp(adminApp(12))
    without = await startMonitoredApp({ redisDatabase: 13 })
  })

  afterAll(async () => {
    await withToken.close()
    await without.close()
  })

  it.each(PAGES)('%s is for whoever knows the admin token', async (page) => {
    for (const headers of [BASIC, BEARER]) {
      expect((await fetch(`${withToken.origin}${page}`, { headers })).status).toBe(200)
    }
  })

  it.each(PAGES)('%s asks this machine for the token, too', async (page) => {
    for (const authorization of ['', 'Bearer wrong', `Basic ${btoa('any:wrong')}`, 'Bearer ']) {
      const answer = await fetch(`${withToken.origin}${page}`, { headers: { authorization } })
      expect(answer.status).toBe(401)
      expect(answer.headers.get('www-authenticate')).toContain('Basic')
    }
  })

  it.each(PAGES)('%s is for this machine alone where there is no token', async (page) => {
    const url = `${without.origin}${page}`

    const here = await fetch(url)
    const proxied = await fetch(url, { headers: { 'x-forwarded-for': '203.0.113.9' } })

    expect(here.status).toBe(200)
    expect(proxied.status).toBe(403)
    expect(await proxied.json()).toEqual({ error: 'admin-token-not-configured' })
  })
})
