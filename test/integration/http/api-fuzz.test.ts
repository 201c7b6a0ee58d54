import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { ACCESS_ROLES } from '#src/http/api/access-role.ts'
import { API_ROUTES } from '#src/http/api/api-routes.ts'
import { type ApiRuntime, openApiRuntime, realServices } from './api-runtime.ts'
import { type ApiServer, startApi } from './api-server.ts'
import { PORTAL } from './api-services.ts'

/** Pieces that mean something to parsers, databases and file systems. */
const PIECES = [
  'hubspot:62515',
  'salesforce:00De0000000pmu1EAA',
  'contact',
  '1',
  '2147483647',
  '2147483648',
  '%00',
  '%',
  '%2e%2e%2f',
  '%E0%A4%A',
  "'",
  '--',
  '{}',
  '[]',
  'null',
  '__proto__',
  '\\u0000',
  'constructor',
  'NaN',
  '1e309',
  '-0',
  '9'.repeat(30),
  'a'.repeat(300),
  'ü',
  '\u{1F600}',
]
const piece = fc.oneof(
  // As they stand, but for what no client can send.
  fc.constantFrom(...PIECES.map((one) => one.replaceAll(/[^\x21-\x7e]/gu, encodeURIComponent))),
  fc.string({ maxLength: 12 }).map(encodeURIComponent),
)

const NAMES = ['code', 'limit', 'cursor', 'as', 'portal', 'text', 'replaces', 'full', 'token']
const MORE_NAMES = ['texts', 'note', 'parent', 'individual', '__proto__', 'x']
const name = fc.constantFrom(...NAMES, ...MORE_NAMES)
const place = fc.oneof(
  fc.record({ before: fc.oneof(fc.integer(), fc.double(), fc.string()) }),
  fc.record({
    stage: fc.constantFrom('read', 'write'),
    code: fc.string(),
    object: fc.string(),
    id: fc.string(),
  }),
  fc.jsonValue(),
)
const cursor = place.map((value) => Buffer.from(JSON.stringify(value)).toString('base64url'))
const query = fc
  .array(fc.tuple(name, fc.oneof(piece, cursor)), { maxLength: 3 })
  .map((pairs) => pairs.map(([key, value]) => `${key}=${value}`).join('&'))

const value = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(...PIECES, 'fields: [', 'crm: hubspot\nversion: 0\nfields: {}\n', '\0', '\ud800'),
  fc.integer(),
  fc.boolean(),
  fc.dictionary(name, fc.string({ maxLength: 20 }), { maxKeys: 3 }),
)
const body = fc.option(
  fc.oneof(
    fc.dictionary(name, value, { maxKeys: 4 }).map((one) => JSON.stringify(one)),
    fc.json(),
    fc.string({ maxLength: 40 }),
  ),
  { nil: undefined },
)
const header = fc.constantFrom(
  {},
  { cookie: 'leadwell-session=x' },
  { origin: 'null' },
  { 'content-type': 'application/json; charset=utf-7' },
  { 'content-encoding': 'gzip' },
  { 'content-type': 'text/plain' },
)

const request = fc.record({
  at: fc.nat(API_ROUTES.length - 1),
  method: fc.oneof(
    { weight: 9, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom('PUT', 'PATCH', 'HEAD', 'OPTIONS', 'DELETE') },
  ),
  pieces: fc.array(fc.oneof({ weight: 3, arbitrary: fc.constant(undefined) }, piece), {
    minLength: 4,
    maxLength: 4,
  }),
  query,
  body,
  header,
  role: fc.constantFrom(...ACCESS_ROLES, 'admin' as const, undefined),
})

const GOOD: Readonly<Record<string, string>> = {
  portal: PORTAL,
  object: 'contact',
  id: '101',
  version: '1',
  run: '1',
  analysis: '1',
}

const REFUSAL = ['error', 'message', 'hint']

let api: ApiServer
let real: ApiRuntime
beforeAll(async () => {
  real = await openApiRuntime()
  // Whatever gets through reaches the product itself, down to the database.
  api = await startApi(realServices(real.runtime))
})
afterAll(async () => {
  await api.close()
  await real.close()
})

it('whatever is asked of whatever route is answered or refused, and never breaks the server', async () => {
  const statuses = new Set<number>()
  await fc.assert(
    fc.asyncProperty(request, async ({ at, method, pieces, role, header: headers, ...sent }) => {
      const route = API_ROUTES[at]
      if (route === undefined) throw new Error('no such route')
      let next = 0
      const path = route.path.replaceAll(/:(\w+)/g, (_, part) => pieces[next++] ?? GOOD[part] ?? '')
      const address = `${path}${sent.query === '' ? '' : `?${sent.query}`}`
      const token = role === undefined ? undefined : api.tokens[role]

      const told = await api.call((method ?? route.method).toUpperCase(), address, {
        token,
        body: sent.body,
        headers,
      })

      statuses.add(told.status)
      // 501 and 503 say what is the matter; anything else from 500 on is a mistake of ours.
      expect([told.status, told.json?.['error']]).not.toEqual([500, expect.anything()])
      expect(told.status).toBeLessThan(504)
      const isRefused = told.status >= 400 && told.text !== ''
      expect(isRefused ? Object.keys(told.json ?? {}) : REFUSAL).toEqual(REFUSAL)
    }),
    { numRuns: 400 },
  )

  // It got past the door, and not always the same way.
  expect([...statuses].filter((status) => status < 300).length).toBeGreaterThanOrEqual(1)
  for (const status of [400, 401, 403, 404]) expect(statuses).toContain(status)
})
