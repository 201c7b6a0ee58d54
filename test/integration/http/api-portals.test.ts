import { afterAll, beforeAll, expect, it } from 'vitest'
import { createPortalService } from '#src/portal-service.ts'
import type { RecordRef } from '#src/ports.ts'
import { fingerprintOf, restoreSafeRecord } from '#src/privacy/safe-record.ts'
import { type ApiRuntime, openApiRuntime } from './api-runtime.ts'
import { type ApiServer, NOW, startApi } from './api-server.ts'
import { PORTAL } from './api-services.ts'

const AT = `/portals/${PORTAL}`
const contact = (id: string): RecordRef => ({ object: 'contact', id })
const FACTS = { inquiryType: 'self', state: 'WA', serviceLine: 'therapy' }

let api: ApiServer
let real: ApiRuntime
beforeAll(async () => {
  real = await openApiRuntime(() => NOW)
  api = await startApi({ portals: createPortalService(real.runtime) })
  const { records } = real.runtime.store
  const rest = { facts: FACTS, activities: [], companyId: undefined }
  const fingerprint = fingerprintOf(FACTS, undefined)
  await records.put(PORTAL, [restoreSafeRecord({ ...contact('101'), ...rest, fingerprint })])
})
afterAll(async () => {
  await api.close()
  await real.close()
})

const get = async (path: string, role: keyof ApiServer['tokens'] = 'viewer') =>
  (await api.call('GET', path, { token: api.tokens[role] })).json
const post = (path: string, role: keyof ApiServer['tokens'], body?: object) =>
  api.call('POST', path, {
    token: api.tokens[role],
    body: body === undefined ? undefined : JSON.stringify(body),
  })
const lastEntry = async () => {
  const [entry] = await real.runtime.store.ledger.list({ portal: PORTAL, limit: 1 })
  return { actor: entry?.actor, ...entry?.detail }
}

/** Follows `next` to the end. */
async function everyPage(path: string): Promise<readonly (readonly Record<string, unknown>[])[]> {
  const pages: Record<string, unknown>[][] = []
  for (let cursor: string | null = ''; cursor !== null; ) {
    const page = await get(cursor === '' ? path : `${path}&cursor=${cursor}`)
    pages.push(Object(page?.['items']))
    const next: unknown = page?.['next']
    cursor = typeof next === 'string' ? next : null
  }
  return pages
}

it('shows portals without what is secret of them', async () => {
  const { webhookKey } = await real.runtime.store.portals.require(PORTAL)

  const told = await api.call('GET', '/portals', { token: api.tokens.viewer })

  expect(told.json).toMatchObject({
    items: [{ id: PORTAL, status: 'connected', tally: { records: 1 } }],
  })
  expect(told.text).not.toContain(webhookKey)
  expect(await get(AT)).toMatchObject({ id: PORTAL, toRead: 0, parked: [] })
  expect(await get('/portals/hubspot:404')).toMatchObject({ error: 'portal-unknown' })
})

it('lists parked work page by page, each once, and tries it again in the name of who asks', async () => {
  const { marks } = real.runtime.store
  const refs = ['1', '2', '3', '4', '5'].map(contact)
  await marks.mark(PORTAL, refs, 'event')
  const claimed = await marks.claim(PORTAL, { limit: 10, leaseMs: 1000 })
  await marks.fail(PORTAL, claimed, { code: 'read-refused', maxTries: 1, retryInMs: 0 })

  const pages = await everyPage(`${AT}/parked?limit=2`)
  expect(pages.map((page) => page.map(({ id }) => id))).toEqual([['1', '2'], ['3', '4'], ['5']])
  expect((await everyPage(`${AT}/parked?limit=2&code=other`)).flat()).toEqual([])

  const retried = await post(`${AT}/parked/retry`, 'editor', { code: 'read-refused' })
  expect(retried.json).toEqual({ retried: 5 })
  expect(await lastEntry()).toEqual({
    actor: 'editor',
    action: 'parked-retried',
    records: 5,
    code: 'read-refused',
  })
  expect((await everyPage(`${AT}/parked?limit=2`)).flat()).toEqual([])
})

it('pages through the ledger without gap or doubling, and exports it whole', async () => {
  const { ledger } = real.runtime.store
  const entries = Array.from({ length: 7 }, () => ({ kind: 'admin', action: 'tested' }) as const)
  await ledger.append(PORTAL, entries)
  const newest = (await ledger.list({ portal: PORTAL, limit: 1 }))[0]?.seq ?? 0
  const all = Array.from({ length: newest }, (_, index) => index + 1)

  const paged = (await everyPage(`${AT}/ledger?limit=3`)).flat().map(({ seq }) => seq)
  const exported = await api.call('GET', `${AT}/ledger/export`, { token: api.tokens.viewer })

  expect(paged).toEqual(all.toReversed())
  expect(exported.headers['content-type']).toMatch(/^application\/x-ndjson/)
  const lines = exported.text.trim().split('\n')
  expect(lines.map((line) => JSON.parse(line).seq)).toEqual(all)
})

it('explains a record as far as the view shows it and the role may see it so', async () => {
  const at = `${AT}/records/contact/101/explanation`

  const analytics = await get(at)
  const admin = await get(`${at}?as=admin`, 'admin')
  const refused = await api.call('GET', `${at}?as=admissions`, { token: api.tokens.viewer })

  expect(analytics?.['facts']).toBeDefined()
  expect(analytics).not.toHaveProperty('score')
  expect(admin).toMatchObject({
    facts: FACTS,
    consent: expect.anything(),
    reasons: [{ points: 20 }],
  })
  expect(admin).toHaveProperty('score')
  expect([refused.status, refused.json?.['error']]).toEqual([403, 'view-refused'])
  const unknown = await get(`${AT}/records/contact/404/explanation`)
  expect(unknown).toMatchObject({ error: 'record-unknown' })
})

it('refuses an allow-list that is none, for the other CRM, or made from one that is not in force', async () => {
  const current = await get(`${AT}/allow-list`)
  const text = String(current?.['text'])
  const approve = async (list: string, replaces: number) => {
    const told = await post(`${AT}/allow-list/approve`, 'approver', { text: list, replaces })
    return [told.status, told.json?.['error']]
  }

  expect(current).toMatchObject({ crm: 'hubspot', version: 0, approvals: [] })
  expect(await approve('fields: [', 0)).toEqual([422, 'allow-list-invalid'])
  expect(await approve(text, 3)).toEqual([409, 'allow-list-outdated'])
  expect(await real.runtime.store.allowLists.history(PORTAL)).toEqual([])
})

it('asks for a sync and says who did', async () => {
  expect((await post(`${AT}/sync`, 'editor')).status).toBe(202)

  expect(await lastEntry()).toEqual({ actor: 'editor', action: 'sync-requested' })
})

it('forgets a record for an admin, and says who asked without naming the record', async () => {
  // Nobody waits for a CRM that is known not to answer.
  await real.runtime.store.portals.setStatus(PORTAL, 'disconnected', 'hubspot-unauthorized')

  const told = await post(`${AT}/records/contact/101/erase`, 'admin')

  expect(told.json).toMatchObject({ removed: { records: 1 }, heirsUnknown: true, remains: [] })
  expect(await get(`${AT}/records/contact/101/explanation`)).toMatchObject({
    error: 'record-forgotten',
  })
  const entries = await real.runtime.store.ledger.about(PORTAL, contact('101'))
  const asked = entries.find(({ entry }) => entry.detail['action'] === 'erase-requested')
  expect(asked?.entry.actor).toBe('admin')
  expect(JSON.stringify(asked?.entry.detail)).not.toContain('101')
})
