import { expect, test } from 'vitest'
import { DEFAULT_SCOPES } from '#sandbox/hubspot/create-hubspot-sandbox.ts'
import { HUBSPOT_PLACES } from '#sandbox/hubspot/seed/plant-places.ts'
import { type OpenPortal, openPortal } from './open-portal.ts'

const TYPES = [
  'contacts',
  'companies',
  'deals',
  'calls',
  'emails',
  'meetings',
  'communications',
  'notes',
  'tasks',
]
const ALL_SCOPES = [
  ...DEFAULT_SCOPES,
  'crm.objects.contacts.sensitive.read.v2',
  'crm.objects.contacts.highly_sensitive.read.v2',
]

/** Everything the portal's API tells, as text. */
async function readEverything({ call }: OpenPortal): Promise<string> {
  const told: unknown[] = []
  for (const type of TYPES) {
    const names: string[] = []
    for (const level of ['non_sensitive', 'sensitive', 'highly_sensitive']) {
      const path = `/crm/properties/2026-09/${type}?dataSensitivity=${level}`
      const { status, body } = await call('GET', path)
      if (status === 200) names.push(...body.results.map(({ name }) => name))
    }
    let after: string | undefined = '0'
    while (after !== undefined) {
      const query: string = `limit=100&after=${after}&properties=${names.join(',')}`
      const { body } = await call('GET', `/crm/objects/2026-09/${type}?${query}`)
      told.push(body)
      after = body.paging?.next.after
    }
  }
  const { body: forms } = await call('GET', '/marketing/v3/forms')
  told.push(forms)
  for (const { id } of forms.results) {
    const path = `/form-integrations/v1/submissions/forms/${id}?limit=50`
    told.push((await call('GET', path)).body)
  }
  return JSON.stringify(told)
}

/** Letters and digits only, so that no encoding hides a token. */
const tokenOf = (place: string, index: number): string =>
  `zq${place.replaceAll(/[^a-z]/gi, '')}x${index}q`

test('weaves what is planted into every place it names, and the API tells all of it', async () => {
  const planted = new Map<string, string[]>()
  const portal = await openPortal({
    scopes: ALL_SCOPES,
    plant: (place, index) => {
      if (index > 40) return undefined
      const token = tokenOf(place, index)
      planted.set(place, [...(planted.get(place) ?? []), token])
      return token
    },
  })

  const told = await readEverything(portal)

  expect(new Set(planted.keys())).toEqual(new Set(HUBSPOT_PLACES))
  const unseen = [...planted].filter(([, tokens]) => !tokens.some((token) => told.includes(token)))
  expect(unseen.map(([place]) => place)).toEqual([])
})

test('keeps addresses and web addresses what they are', async () => {
  const { call } = await openPortal({ plant: (place) => `zq${place.length}` })

  const { body } = await call(
    'GET',
    '/crm/objects/2026-09/contacts?limit=100&properties=email,hs_analytics_last_url',
  )

  const values = body.results.map(({ properties }) => properties)
  expect(values.every(({ email }) => /^[^\s@]+zq\d+@[^\s@]+$/.test(email ?? ''))).toBe(true)
  const pages = values.flatMap(({ hs_analytics_last_url: url }) => url ?? [])
  expect(pages.length).toBeGreaterThan(10)
  expect(pages.every((url) => URL.canParse(url) && /\/zq\d+\?.*q=zq\d+/.test(url))).toBe(true)
})

test('leaves the portal as it is when nothing is planted', async () => {
  const plain = await openPortal()
  const empty = await openPortal({ plant: () => undefined })

  expect(await readEverything(empty)).toBe(await readEverything(plain))
})

test.each([
  ['quoting-400', 400],
  ['quoting-500', 500],
] as const)('%s repeats what is on record', async (fault, status) => {
  const { sandbox, call } = await openPortal({ plant: () => 'zqtoken' })
  sandbox.failNext(1, fault)

  const answer = await call('GET', '/crm/objects/2026-09/contacts')
  const after = await call('GET', '/crm/objects/2026-09/contacts')

  expect(answer.status).toBe(status)
  expect(JSON.stringify(answer.body)).toContain('zqtoken')
  expect(after.status).toBe(200)
})

test('cuts JSON off in the middle of a record', async () => {
  const { url } = await openPortal({ plant: () => 'zqtoken' })
  await orderFault(url, 'malformed-json')

  const response = await list(url)
  const text = await response.text()

  expect(response.status).toBe(200)
  expect(text).toContain('zqtoken')
  expect(() => JSON.parse(text)).toThrow(SyntaxError)
})

test('holds a connection and then drops it', async () => {
  const { url } = await openPortal()
  await orderFault(url, 'hang')

  await expect(list(url)).rejects.toThrow('fetch failed')
})

async function orderFault(url: string, fault: string): Promise<void> {
  const response = await fetch(`${url}/_sandbox/faults`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ count: 1, fault }),
  })
  expect(response.status).toBe(204)
}

function list(url: string): Promise<Response> {
  return fetch(`${url}/crm/objects/2026-09/contacts`, {
    headers: { authorization: 'Bearer sandbox-hubspot-token' },
  })
}
