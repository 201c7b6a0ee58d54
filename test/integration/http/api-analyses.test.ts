import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { keepDrift } from '#src/analysis/kept-drift.ts'
import type { DriftResult } from '#src/analysis/results.ts'
import { REPORT } from '#test/unit/analysis-pages/report-result.ts'
import { type ApiRuntime, openApiRuntime, realServices } from './api-runtime.ts'
import { type ApiServer, NOW, startApi } from './api-server.ts'
import { PORTAL } from './api-services.ts'

const AT = `/portals/${PORTAL}`

const DRAWN = 7

let api: ApiServer
let real: ApiRuntime
beforeAll(async () => {
  real = await openApiRuntime(() => NOW)
  const services = realServices(real.runtime)
  const { analyses } = services
  if (analyses === undefined) throw new Error('no analyses')
  // Drawing charts takes seconds and is tested where it is done.
  const shown: typeof analyses.shown = async (portal, id, format) =>
    format === 'html' && id === DRAWN ? '<!doctype html>' : analyses.shown(portal, id, format)
  api = await startApi({ ...services, analyses: { ...analyses, shown } })
})
afterAll(async () => {
  await api.close()
  await real.close()
})

const get = (path: string) => api.call('GET', `${AT}${path}`, { token: api.tokens.viewer })
const post = async (path: string, body: object = {}) => {
  const sent = { token: api.tokens.editor, body: JSON.stringify(body) }
  const { status, json } = await api.call('POST', `${AT}${path}`, sent)
  return { http: status, ...json }
}

describe('analyses', () => {
  it('are asked for in somebody’s name, listed, and shown once they are done', async () => {
    const options = { since: NOW - 1, spend: { referral: 120.5 } }
    const asked = await post('/analyses', { kind: 'report', options })
    const early = await get('/analyses/1?format=html')
    const claim = await real.runtime.store.analyses.claim(PORTAL, 60_000)
    if (claim === undefined) throw new Error('nothing to work on')
    await real.runtime.store.analyses.finish(claim, REPORT)

    expect(asked).toMatchObject({
      http: 202,
      id: 1,
      status: 'waiting',
      by: 'editor',
      request: { kind: 'report', ...options },
    })
    expect([early.status, early.json?.['error']]).toEqual([409, 'analysis-not-done'])
    expect((await get('/analyses')).json).toMatchObject({ items: [{ id: 1, status: 'done' }] })
    expect((await get('/analyses/1')).json).toMatchObject({ id: 1, result: { kind: 'report' } })
    expect((await get('/analyses/9')).json).toMatchObject({ error: 'analysis-unknown' })
    expect(await post('/analyses/1/draft', { accept: ['all'], note: 'why' })).toMatchObject({
      http: 409,
      error: 'nothing-recommended',
    })
  })

  it('are a page that can run, load and be framed by nothing, and a file of figures', async () => {
    const page = await get(`/analyses/${DRAWN}?format=html`)
    const file = await get('/analyses/1?format=csv')

    expect(page.headers['content-type']).toBe('text/html; charset=utf-8')
    expect(page.headers['content-security-policy']).toBe(
      "default-src 'none';style-src 'unsafe-inline';frame-ancestors 'none'",
    )
    expect(page.text).toBe('<!doctype html>')
    expect(file.headers['content-type']).toBe('text/csv; charset=utf-8')
    expect(file.headers['content-disposition']).toBe('attachment; filename=analysis-1.csv')
    expect(file.text.split('\n')[0]).toContain('section')
  })

  it.each([
    ['a kind that is none', { kind: 'guess' }],
    ['a calibration of nobody', { kind: 'calibration' }],
    ['options of the other kind', { kind: 'report', options: { audience: 'employer' } }],
    ['spending less than nothing', { kind: 'report', options: { spend: { event: -1 } } }],
    ['words in place of sources', { kind: 'report', options: { spend: { 'Jane Doe': 1 } } }],
  ])('refuse %s without saying it again', async (_what, body) => {
    const refused = await post('/analyses', body)

    expect(refused).toMatchObject({ http: 400, error: 'input-invalid' })
    expect(JSON.stringify(refused)).not.toContain('Jane')
  })
})

describe('drift', () => {
  it('is unknown before the first check, and asked for in somebody’s name', async () => {
    const before = await get('/drift')
    const asked = await post('/drift')

    expect([before.status, before.json?.['error']]).toEqual([404, 'drift-unknown'])
    expect(asked).toEqual({ http: 202, asked: true })
    const [entry] = await real.runtime.store.ledger.list({ portal: PORTAL, limit: 1 })
    expect(entry).toMatchObject({ actor: 'editor', detail: { action: 'drift-asked' } })
  })

  it('is the latest check, in every form', async () => {
    await keepDrift(real.runtime.store, DRIFT)

    expect((await get('/drift')).json).toEqual(DRIFT)
    expect((await get('/drift?format=csv')).text).toContain('The score shifted much.')
    expect((await get('/drift?format=pdf')).status).toBe(400)
  })
})

describe('what counts as won', () => {
  it('is shown as text, and changed by text that says it', async () => {
    const { json } = await get('/outcomes')
    const text = String(json?.['text']).replace('deal-won', 'consult-booked')

    const changed = await post('/outcomes', { text })
    const wrong = await post('/outcomes', { text: 'everyone: 4' })

    expect(changed).toMatchObject({ http: 200, version: 1 })
    expect((await get('/outcomes')).json?.['text']).toContain('consult-booked')
    expect(wrong).toMatchObject({ http: 422, error: 'outcomes-invalid' })
  })
})

const DRIFT: DriftResult = {
  kind: 'drift',
  portal: PORTAL,
  at: NOW,
  models: [
    {
      model: 'employer@2',
      audience: 'employer',
      baselineAt: NOW - 1,
      records: 300,
      findings: [
        {
          code: 'score-shifted',
          level: 'alarm',
          what: 'The score shifted much.',
          figures: { index: 0.4 },
          todo: 'Look.',
        },
      ],
    },
  ],
}
