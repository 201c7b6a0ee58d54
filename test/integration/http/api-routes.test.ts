import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ACCESS_ROLES } from '#src/http/api/access-role.ts'
import type { ApiRoute } from '#src/http/api/api-route.ts'
import { API_ROUTES } from '#src/http/api/api-routes.ts'
import { makeSecret } from '#src/http/sign-in-secret.ts'
import type { AccessRole } from '#src/store/access-repositories.ts'
import { type ApiServer, startApi, type Told } from './api-server.ts'

let api: ApiServer
beforeAll(async () => {
  api = await startApi()
})
afterAll(() => api.close())

const VALUES: Readonly<Record<string, string>> = {
  portal: 'hubspot:62515',
  object: 'contact',
  id: '101',
  version: '1',
  run: '1',
  analysis: '1',
}
const addressOf = (path: string): string =>
  path.replaceAll(/:(\w+)/g, (_, name) => VALUES[name] ?? '')

/** Says what is wrong in words, and what to do. */
const expectError = ({ status, json, headers }: Told, due: number, code: string): void => {
  expect({ status, error: json?.['error'] }).toEqual({ status: due, error: code })
  expect(Object.keys(json ?? {})).toEqual(['error', 'message', 'hint'])
  expect(headers['content-type']).toMatch(/^application\/json/)
}

const rolesFrom = (role: ApiRoute['role']): readonly AccessRole[] =>
  ACCESS_ROLES.filter((_, place) => place >= ACCESS_ROLES.findIndex((one) => one === role))
const tokenFor = ({ role }: ApiRoute): string | undefined =>
  role === 'anyone' ? undefined : api.tokens[role]

const GUARDED = API_ROUTES.filter(({ role }) => role !== 'anyone')
describe.each(GUARDED)('who may $method $path', ({ method, path, role }) => {
  const ask = (asked: Parameters<ApiServer['call']>[2]) => api.call(method, addressOf(path), asked)
  const may = rolesFrom(role)

  it('refuses who brings no token, or a token that is none', async () => {
    expectError(await ask({}), 401, 'token-missing')
    expectError(await ask({ token: makeSecret() }), 401, 'token-refused')
    expectError(await ask({ headers: { authorization: 'Basic eDp5' } }), 401, 'token-missing')
  })

  it.each(ACCESS_ROLES.filter((one) => !may.includes(one)))('refuses the role %s', async (less) => {
    const told = await ask({ token: api.tokens[less] })

    expectError(told, 403, 'role-missing')
    expect(told.json?.['message']).toContain(role)
  })

  it.each(may)('lets the role %s in', async (more) => {
    const { status } = await ask({ token: api.tokens[more] })

    // What it takes besides is another matter.
    expect([200, 201, 202, 400]).toContain(status)
  })
})

describe.each(API_ROUTES)('$method $path', (route) => {
  const { method, path } = route
  const address = addressOf(path)
  const ask = (asked: Parameters<ApiServer['call']>[2]) => api.call(method, address, asked)
  const token = () => tokenFor(route)

  it('refuses a body larger than it takes', async () => {
    const body = JSON.stringify({ x: 'x'.repeat(route.bodyLimit) })

    expectError(await ask({ token: token(), body }), 413, 'body-too-large')
    const headers = { 'transfer-encoding': 'chunked' }
    expectError(await ask({ token: token(), body, headers }), 413, 'body-too-large')
  })

  it('refuses a body that is no JSON, and one that says it is something else', async () => {
    const form = { 'content-type': 'application/x-www-form-urlencoded' }

    expectError(await ask({ token: token(), body: '{"x"' }), 400, 'body-malformed')
    expectError(await ask({ token: token(), body: 'x=1', headers: form }), 415, 'body-type-refused')
  })

  it('refuses fields it does not know, in the body and in the address', async () => {
    const body = JSON.stringify({ surprise: '555-12-3456' })

    const inBody = await ask({ token: token(), body })
    const inQuery = await api.call(method, `${address}?surprise=555-12-3456`, { token: token() })

    expectError(inBody, 400, 'input-invalid')
    expectError(inQuery, 400, 'input-invalid')
    expect(inBody.text + inQuery.text).not.toContain('555-12-3456')
  })

  it('takes no other method on its address', async () => {
    const head = await api.call('HEAD', address, { token: token() })
    const options = await api.call('OPTIONS', address, {
      headers: { origin: 'https://evil.example' },
    })

    expect(head.status).toBe(405)
    expectError(options, 405, 'method-refused')
    expect(options.headers.allow).toContain(method.toUpperCase())
    expect(
      Object.keys(options.headers).filter((name) => name.startsWith('access-control')),
    ).toEqual([])
  })

  it('says nothing a browser may keep, run or frame', async () => {
    const { headers } = await ask({ token: token() })

    expect(headers['cache-control']).toBe('no-store')
    expect(headers['content-security-policy']).toBe("default-src 'none';frame-ancestors 'none'")
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['x-frame-options']).toBe('DENY')
    expect(headers['referrer-policy']).toBe('no-referrer')
    expect(headers['strict-transport-security']).toBeDefined()
    expect(headers['access-control-allow-origin']).toBeUndefined()
    expect(headers['x-powered-by']).toBeUndefined()
  })
})

const OF_PORTALS = API_ROUTES.filter(({ path }) => path.includes(':portal'))
it.each(OF_PORTALS)('$method $path refuses a portal that is none', async (route) => {
  const malformed = addressOf(route.path).replace('hubspot:62515', 'pipedrive:1')
  const told = await api.call(route.method, malformed, { token: tokenFor(route) })

  expectError(told, 400, 'input-invalid')
})

const PAGED = API_ROUTES.filter(({ query }) => 'cursor' in query.shape)
describe.each(PAGED)('the pages of $path', (route) => {
  const address = addressOf(route.path)
  const forged = (place: unknown): string =>
    Buffer.from(JSON.stringify(place)).toString('base64url')

  it.each([
    ['of nobody', 'x'],
    ['empty', ''],
    ['of another list', forged({ of: 'elsewhere' })],
    ['with a number out of range', forged({ before: 1e300 })],
    ['encoded otherwise', `${forged({ before: 5 })}=`],
    ['too long', 'a'.repeat(5000)],
  ])('refuse a cursor %s', async (_what, cursor) => {
    const told = await api.call('GET', `${address}?cursor=${cursor}`, { token: tokenFor(route) })

    expectError(told, 400, 'cursor-invalid')
  })

  it.each(['0', '201', '-1', '1.5', 'x', ''])('refuse to hold "%s"', async (limit) => {
    const told = await api.call('GET', `${address}?limit=${limit}`, { token: tokenFor(route) })

    expectError(told, 400, 'input-invalid')
  })
})

it('answers an address that is none as the others', async () => {
  expectError(await api.call('GET', '/nothing'), 404, 'not-found')
  expectError(await api.call('GET', '/portals/%E0%A4%A'), 400, 'body-malformed')
})
