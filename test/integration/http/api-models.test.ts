import { afterAll, beforeAll, expect, it } from 'vitest'
import { asksForSelf, individual } from '#test/integration/model-sets/model-sets.ts'
import { type ApiRuntime, openApiRuntime, realServices } from './api-runtime.ts'
import { type ApiServer, startApi } from './api-server.ts'
import { PORTAL } from './api-services.ts'

const AT = `/portals/${PORTAL}`

let api: ApiServer
let real: ApiRuntime
beforeAll(async () => {
  real = await openApiRuntime()
  api = await startApi(realServices(real.runtime))
})
afterAll(async () => {
  await api.close()
  await real.close()
})

const get = async (path: string) =>
  (await api.call('GET', `${AT}${path}`, { token: api.tokens.viewer })).json
const post = async (path: string, role: keyof ApiServer['tokens'], body: object = {}) => {
  const sent = { token: api.tokens[role], body: JSON.stringify(body) }
  const { status, json } = await api.call('POST', `${AT}${path}`, sent)
  return { http: status, ...json }
}

it('takes a model from draft to force and back, by two people, each in their own name', async () => {
  const models = [individual([asksForSelf(34)], 3)]
  const bad = await post('/models', 'editor', { models: ['rules: ['], note: 'why' })
  const drafted = await post('/models', 'approver', { models, note: 'Own care counts more' })
  const preview = await post('/models/1/preview', 'editor')
  const own = await post('/models/1/approve', 'approver')
  const early = await post('/models/1/publish', 'approver')
  const approved = await post('/models/1/approve', 'admin')
  const published = await post('/models/1/publish', 'approver')
  const cancelled = await post('/runs/1/cancel', 'editor')
  const again = await post('/runs/1/cancel', 'editor')
  const rescore = await post('/runs', 'editor')
  const back = await post('/rollback', 'approver', { note: 'Too many calls' })

  expect(bad).toMatchObject({ http: 422, error: 'model-invalid' })
  expect(drafted).toMatchObject({ http: 201, set: { version: 1, createdBy: 'approver' } })
  expect(preview).toMatchObject({ http: 200, version: 1, publishable: true })
  expect(own).toMatchObject({ http: 403, error: 'approval-by-author' })
  expect(early).toMatchObject({ http: 409, error: 'model-not-approved' })
  expect(approved).toMatchObject({ http: 200, approvedBy: 'admin' })
  expect(published).toMatchObject({
    http: 202,
    set: { version: 1, status: 'published' },
    run: { id: 1, kind: 'publish', model: 1, by: 'approver' },
  })
  expect(cancelled).toMatchObject({ http: 200, id: 1 })
  expect(again).toMatchObject({ http: 409, error: 'run-ended' })
  expect(rescore).toMatchObject({ http: 202, id: 2, kind: 'rescore', by: 'editor' })
  expect(back).toMatchObject({ http: 202, run: { kind: 'rollback', by: 'approver' } })

  const sets = await get('/models')
  expect(sets).toMatchObject({ items: [{ version: 2 }, { version: 1 }], next: null })
  expect(await get('/models?limit=1')).toMatchObject({ items: [{ version: 2 }] })
  expect(await get('/runs')).toMatchObject({ items: [{ id: 3 }, { id: 2 }, { id: 1 }], next: null })
  expect(await get('/runs/1')).toMatchObject({ id: 1, report: { scored: 0 } })
  expect(await get('/runs/9')).toMatchObject({ error: 'run-unknown' })
  expect(await get('/models/9')).toMatchObject({ error: 'model-version-unknown' })
})
