import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { hashSecret, makeSecret } from '#src/http/sign-in-secret.ts'
import { ADMIN_TOKEN, type ApiServer, NOW, startApi, type Told } from './api-server.ts'
import { fakeServices } from './api-services.ts'

const ORIGIN = 'https://leadwell.example'

let api: ApiServer
let done: [string, string][]
beforeAll(async () => {
  done = []
  api = await startApi({ publicUrl: `${ORIGIN}/scores`, ...fakeServices(done) })
})
afterAll(() => api.close())
beforeEach(() => {
  done.length = 0
  api.clock.now = NOW
})

const signIn = (token: string, headers: Record<string, string> = {}): Promise<Told> =>
  api.call('POST', '/session', { body: JSON.stringify({ token }), headers })
const cookieOf = ({ headers }: Told): string => headers['set-cookie']?.[0]?.split(';')[0] ?? ''
const sync = (headers: Record<string, string>): Promise<Told> =>
  api.call('POST', '/portals/hubspot:62515/sync', { headers })

async function newToken(name: string): Promise<string> {
  const secret = makeSecret()
  await api.store.access.createToken({
    name,
    role: 'editor',
    hash: hashSecret(secret),
    by: 'operator',
  })
  return secret
}

describe('a session', () => {
  it('comes as a cookie that scripts, other sites and other hosts cannot use', async () => {
    const told = await signIn(api.tokens.editor)

    expect(told.status).toBe(201)
    expect(told.json).toEqual({ name: 'editor', role: 'editor', expiresAt: NOW + 43_200_000 })
    expect(told.headers['set-cookie']).toEqual([
      expect.stringMatching(
        /^__Host-leadwell-session=lw_[\w-]{43}; Path=\/; Max-Age=43200; HttpOnly; SameSite=Strict; Secure$/,
      ),
    ])
    expect(told.text).not.toContain('lw_')
  })

  it('does what its token may, in the name of the token', async () => {
    const cookie = cookieOf(await signIn(api.tokens.editor))

    const changed = await sync({ cookie, origin: ORIGIN })
    const refused = await api.call('GET', '/doctor', { headers: { cookie } })

    expect(changed.status).toBe(202)
    expect(done).toEqual([['sync', 'editor']])
    expect(refused.json).toMatchObject({ error: 'role-missing' })
  })

  it.each([
    ['of another site', { origin: 'https://evil.example' }],
    ['of a host whose name begins alike', { origin: `${ORIGIN}.evil.example` }],
    ['of the same host without https', { origin: 'http://leadwell.example' }],
    ['that hides where it comes from', { origin: 'null' }],
    ['that does not say', {}],
  ])('changes nothing for a page %s', async (_who, headers) => {
    const cookie = cookieOf(await signIn(api.tokens.editor))

    const told = await sync({ cookie, ...headers })

    expect([told.status, told.json?.['error']]).toEqual([403, 'csrf-refused'])
    expect(done).toEqual([])
  })

  it('is of no use once it was ended, its time is over, or its token was revoked', async () => {
    const token = await newToken('soon-revoked')
    const [ended, old, revoked] = [await signIn(token), await signIn(token), await signIn(token)]
    const look = async (told: Told): Promise<unknown> =>
      (await api.call('GET', '/session', { headers: { cookie: cookieOf(told) } })).json

    const headers = { cookie: cookieOf(ended), origin: ORIGIN }
    const end = await api.call('DELETE', '/session', { headers })
    expect(end.headers['set-cookie']?.[0]).toMatch(/^__Host-leadwell-session=; Path=\/; Max-Age=0;/)
    expect(await look(ended)).toMatchObject({ error: 'session-over' })

    expect(await look(old)).toEqual({ name: 'soon-revoked', role: 'editor' })
    api.clock.now = NOW + 43_200_000
    expect(await look(old)).toMatchObject({ error: 'session-over' })

    api.clock.now = NOW
    await api.store.access.revokeToken('soon-revoked', 'operator')
    expect(await look(revoked)).toMatchObject({ error: 'session-over' })
    expect((await api.call('GET', '/portals', { token })).json).toMatchObject({
      error: 'token-refused',
    })
  })

  it('is not started for a page of another site', async () => {
    const told = await signIn(api.tokens.viewer, { origin: 'https://evil.example' })

    expect(told.json).toMatchObject({ error: 'csrf-refused' })
    expect(told.headers['set-cookie']).toBeUndefined()
  })

  it('works over plain http on this machine, where browsers take no __Host- cookie', async () => {
    const plain = await startApi()
    const body = JSON.stringify({ token: plain.tokens.viewer })
    const told = await plain.call('POST', '/session', { body })
    const who = await plain.call('GET', '/session', { headers: { cookie: cookieOf(told) } })
    await plain.close()

    expect(told.headers['set-cookie']?.[0]).toMatch(
      /^leadwell-session=.*HttpOnly; SameSite=Strict$/,
    )
    expect(who.json).toEqual({ name: 'viewer', role: 'viewer' })
  })
})

describe('who tries tokens', () => {
  const guess = (): string => `wrong${makeSecret()}`

  it.each([
    ['is told apart by the proxy in front that is trusted', 1, 201],
    ['is told apart by nothing they say themselves', 0, 429],
  ])('%s', async (_what, trustedProxies, expected) => {
    const tried = await startApi({ trustedProxies })
    const from = (address: string, token: string): Promise<Told> => {
      const headers = { 'X-Forwarded-For': address }
      return tried.call('POST', '/session', { body: JSON.stringify({ token }), headers })
    }
    for (let i = 0; i < 30; i++) await from('192.0.2.1', `${i}${guess()}`)

    const guessing = await from('192.0.2.1', tried.tokens.viewer)
    const other = await from('192.0.2.2', tried.tokens.viewer)
    await tried.close()

    expect([guessing.status, other.status]).toEqual([429, expected])
  })

  it('is let try a few times from one address, also with a right one afterwards', async () => {
    const tried = await startApi()
    const post = (token: string) =>
      tried.call('POST', '/session', { body: JSON.stringify({ token }) })
    const statuses: number[] = []
    for (let i = 0; i < 30; i++) statuses.push((await post(`${i}${guess()}`)).status)

    const beyond = await post(tried.tokens.admin)
    const byTyped = await tried.call('GET', '/portals', { token: ADMIN_TOKEN })
    const byMade = await tried.call('GET', '/portals', { token: tried.tokens.viewer })
    const logged = tried.logged()
    await tried.close()

    expect(new Set(statuses)).toEqual(new Set([401]))
    expect([beyond.status, beyond.json?.['error']]).toEqual([429, 'sign-in-limited'])
    expect(Number(beyond.headers['retry-after'])).toBeGreaterThan(0)
    expect(Number(beyond.headers['retry-after'])).toBeLessThanOrEqual(300)
    expect(byTyped.status).toBe(429)
    // Whoever guesses does not shut out programs that have a token of ours.
    expect(byMade.status).toBe(200)
    expect(logged).toContain('api requests refused')
  })

  it('is let try fewer times with tokens that begin alike', async () => {
    const statuses: number[] = []
    for (let i = 0; i < 11; i++) statuses.push((await signIn(`likewise${guess()}`)).status)

    expect(statuses.slice(0, 10)).toEqual(Array(10).fill(401))
    expect(statuses[10]).toBe(429)
  })

  it('is refused while tries cannot be counted', async () => {
    const uncounted = await startApi({ countTries: () => Promise.reject(new Error('down')) })
    const body = JSON.stringify({ token: uncounted.tokens.admin })
    const told = await uncounted.call('POST', '/session', { body })
    await uncounted.close()

    expect([told.status, told.json?.['error']]).toEqual([503, 'sign-in-unavailable'])
  })
})

describe('a token', () => {
  it('of the configuration makes whoever has it an admin', async () => {
    const typed = await startApi({ adminToken: 'typed-by-an-admin' })
    const right = await typed.call('GET', '/session', { token: 'typed-by-an-admin' })
    const almost = await typed.call('GET', '/session', { token: 'typed-by-an-admiN' })
    await typed.close()

    expect(right.json).toEqual({ name: 'admin-token', role: 'admin' })
    expect(almost.json).toMatchObject({ error: 'token-refused' })
  })

  it('shows when it was last used, to the minute', async () => {
    const token = await newToken('watched')
    const lastUse = async (): Promise<number | undefined> =>
      (await api.store.access.listTokens()).find(({ name }) => name === 'watched')?.lastUsedAt

    expect(await lastUse()).toBeUndefined()
    await api.call('GET', '/portals', { token })
    api.clock.now = NOW + 59_000
    await api.call('GET', '/portals', { token })
    expect(await lastUse()).toBe(NOW)
    api.clock.now = NOW + 60_000
    await api.call('GET', '/portals', { token })
    expect(await lastUse()).toBe(NOW + 60_000)
  })

  it('bears a name nobody else in the ledger has or had', async () => {
    const create = (name: string): Promise<unknown> =>
      api.store.access.createToken({ name, role: 'viewer', hash: hashSecret(name), by: 'operator' })
    await create('gone')
    await api.store.access.revokeToken('gone', 'operator')

    await expect(create('gone')).rejects.toMatchObject({ code: 'token-name-taken' })
    for (const name of ['operator', 'leadwell', 'admin-token', '555-12-3456', 'a b', '']) {
      await expect(create(name)).rejects.toMatchObject({ code: 'token-name-invalid' })
    }
    const again = api.store.access.revokeToken('gone', 'operator')
    await expect(again).rejects.toMatchObject({ code: 'token-unknown' })
  })

  it('and every session leave an entry in the ledger for each change', async () => {
    const token = await newToken('noted')
    const cookie = cookieOf(await signIn(token))
    await api.call('DELETE', '/session', { headers: { cookie, origin: ORIGIN } })
    await api.store.access.revokeToken('noted', 'operator')

    const entries = []
    for await (const entry of api.store.ledger.export(undefined)) entries.push(entry)
    expect(
      entries.slice(-4).map(({ kind, actor, detail }) => ({ kind, actor, ...detail })),
    ).toEqual([
      { kind: 'admin', actor: 'operator', action: 'token-created', token: 'noted', role: 'editor' },
      { kind: 'admin', actor: 'noted', action: 'session-started' },
      { kind: 'admin', actor: 'noted', action: 'session-ended' },
      { kind: 'admin', actor: 'operator', action: 'token-revoked', token: 'noted' },
    ])
  })

  it('stands nowhere: not in the database, not in Redis, not in the log, nor does a session', async () => {
    const token = await newToken('hidden')
    const session = cookieOf(await signIn(token)).split('=')[1] ?? ''
    await api.call('GET', '/portals', { token })
    await api.call('GET', '/portals', { headers: { cookie: `__Host-leadwell-session=${session}` } })
    await signIn(ADMIN_TOKEN)

    const kept = (await everyRow(api.databaseUrl)) + (await everyKey(api)) + api.logged()
    expect(kept).toContain('hidden')
    for (const secret of [token, session, ADMIN_TOKEN]) {
      expect(secret.length).toBeGreaterThan(20)
      expect(kept).not.toContain(secret)
      expect(kept).not.toContain(Buffer.from(secret).toString('hex'))
      expect(kept).not.toContain(secret.slice(0, 12))
    }
  })
})

async function everyRow(databaseUrl: string): Promise<string> {
  const client = new pg.Client({ connectionString: databaseUrl })
  await client.connect()
  try {
    const { rows } = await client.query<{ name: string }>(
      "select table_name as name from information_schema.tables where table_schema = 'public'",
    )
    const texts: string[] = []
    for (const { name } of rows) {
      const found = await client.query(`select t::text as row from "${name}" t`)
      texts.push(...found.rows.map(({ row }) => String(row)))
    }
    return texts.join('\n')
  } finally {
    await client.end()
  }
}

async function everyKey({ redis }: ApiServer): Promise<string> {
  const keys = await redis.keys('*sign-in*')
  const values = keys.length === 0 ? [] : await redis.mget(keys)
  return [...keys, ...values].join('\n')
}
