import { expect, inject, onTestFinished, test } from 'vitest'
import { type Sandbox, startSandbox } from '#sandbox/start-sandbox.ts'
import { oauthDepsOf } from '#src/cli/oauth-deps-of.ts'
import { readConfig } from '#src/config.ts'
import { createHttpApp } from '#src/http/create-http-app.ts'
import type { OauthDeps } from '#src/http/oauth-deps.ts'
import { serve } from '#src/http/serve.ts'
import { createLog } from '#src/log.ts'
import { openRuntime, type Runtime } from '#src/runtime.ts'
import { createTestDatabase } from '#test/services.ts'
import { type Browser, createBrowser, plain, type Visit } from './browser.ts'

const ADMIN_TOKEN = 'an-admin-token-of-some-length'
const SECRETS = ['sandbox-hubspot-secret', 'sandbox-salesforce-secret', ADMIN_TOKEN]
const CRMS = ['hubspot', 'salesforce'] as const
type Crm = (typeof CRMS)[number]

interface Server {
  readonly runtime: Runtime
  readonly sandbox: Sandbox
  readonly clock: { now: number }
  readonly origin: string
  readonly installUrl: (crm: Crm) => string
}

interface ServerOptions {
  readonly env?: Readonly<Record<string, string>>
  readonly publicUrl?: string
  readonly change?: (deps: OauthDeps) => OauthDeps
}

/** The server with both sandboxes behind it, as `leadwell start` wires them. */
async function startServer({ env = {}, publicUrl, change }: ServerOptions = {}): Promise<Server> {
  const clock = { now: Date.UTC(2026, 10, 20, 12) }
  const now = () => clock.now
  const sandbox = await startSandbox({
    people: 20,
    seed: 7,
    hubspotPort: 0,
    salesforcePort: 0,
    folder: undefined,
    now,
  })
  onTestFinished(() => sandbox.close())
  const config = readConfig({
    DATABASE_URL: await createTestDatabase(),
    REDIS_URL: inject('redisUrl'),
    LEADWELL_SECRET_KEY: Buffer.alloc(32, 7).toString('base64'),
    ...env,
  })
  const log = createLog({ level: 'silent' })
  const runtime = await openRuntime({ config, log, now })
  onTestFinished(() => runtime.close())
  const oauth = oauthDepsOf(runtime, sandbox)
  const app = createHttpApp({
    store: runtime.store,
    log,
    now,
    publicUrl,
    hubspotSecrets: () => [],
    kick: async () => undefined,
    poll: async () => undefined,
    pingRedis: async () => undefined,
    oauth: change === undefined ? oauth : change(oauth),
  })
  const server = await serve(app, 0)
  onTestFinished(() => server.close())
  const origin = `http://localhost:${server.port}`
  return { runtime, sandbox, clock, origin, installUrl: (crm) => `${origin}/oauth/${crm}/install` }
}

/** As far as the CRM's consent page. */
async function ask(server: Server, crm: Crm, browser: Browser): Promise<Visit> {
  const page = await browser.open(server.installUrl(crm))
  expect(page.text).toContain('Connect app')
  return page
}

function expectNothingSecret(page: Visit): void {
  for (const secret of SECRETS) expect(page.text).not.toContain(secret)
  expect(page.headers.get('referrer-policy')).toBe('no-referrer')
  expect(page.headers.get('cache-control')).toBe('no-store')
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'")
}

test.each(CRMS)(
  'a whole installation in %s keeps the portal and says what to do next',
  async (crm) => {
    const server = await startServer()
    const browser = createBrowser()

    const page = await browser.press(await ask(server, crm, browser), 'allow')

    const [portal] = await server.runtime.store.portals.list()
    expect(portal).toMatchObject({ crm, status: 'connected', sandbox: true })
    expect(page.status).toBe(200)
    expect(page.text).toContain(portal?.id)
    expect(page.text).toContain(`leadwell provision ${portal?.id ?? ''} --dry-run`)
    expect(page.text).toMatch(/Written:/)
    expectNothingSecret(page)
    expect(browser.cookies()).toEqual([])
    const connector = await server.runtime.connectorFor(portal?.id ?? 'hubspot:0', 'event')
    expect((await connector.schema()).length).toBeGreaterThan(0)
  },
)

test('the scopes HubSpot did not grant are named with what is done without them', async () => {
  const server = await startServer()
  const browser = createBrowser()

  const page = await browser.press(await ask(server, 'hubspot', browser), 'allow')

  const text = plain(page.text)
  expect(text).toContain('crm.objects.marketing_events.read')
  expect(text).toContain('attendance counts only where it is logged as a meeting')
  expect(text).not.toContain('crm.import')
})

test.each(CRMS)('somebody who says no to %s connects nothing', async (crm) => {
  const server = await startServer()
  const browser = createBrowser()

  const page = await browser.press(await ask(server, crm, browser), 'deny')

  expect(page.status).toBe(403)
  expect(page.text).toContain('access was refused')
  expectNothingSecret(page)
  expect(await server.runtime.store.portals.list()).toEqual([])
})

test.each(CRMS)(
  'a callback of %s in another browser than the one that asked is refused',
  async (crm) => {
    const server = await startServer()
    const victim = createBrowser()
    const thief = createBrowser()
    await ask(server, crm, victim)
    const stolen = await consentUrl(server, crm, thief)

    const page = await victim.open(stolen)

    expect(page.status).toBe(400)
    expect(page.text).toContain('this browser')
    expect(await server.runtime.store.portals.list()).toEqual([])
  },
)

test.each(CRMS)('a callback of %s serves once', async (crm) => {
  const server = await startServer()
  const browser = createBrowser()
  const callback = await consentUrl(server, crm, browser)
  const cookie = browser.cookieHeader(callback)

  const first = await browser.open(callback)
  const again = await browser.open(callback)
  const withOldCookie = await fetch(callback, { headers: { cookie } })

  expect([first.status, again.status, withOldCookie.status]).toEqual([200, 400, 400])
})

test.each(CRMS)('a callback of %s that comes too late is refused', async (crm) => {
  const server = await startServer()
  const browser = createBrowser()
  const callback = await consentUrl(server, crm, browser)
  server.clock.now += 11 * 60_000

  const page = await browser.open(callback)

  expect(page.status).toBe(400)
  expectNothingSecret(page)
})

test('Salesforce does not give a token to who has the code but not the verifier', async () => {
  const server = await startServer()
  const browser = createBrowser()
  const callback = new URL(await consentUrl(server, 'salesforce', browser))
  const foreign = new URL(await consentUrl(server, 'salesforce', createBrowser()))
  callback.searchParams.set('code', foreign.searchParams.get('code') ?? '')

  const page = await browser.open(callback.href)

  expect(page.status).toBe(400)
  expect(page.text).toContain('salesforce-code-refused')
  expect(await server.runtime.store.portals.list()).toEqual([])
})

test('the secret of the Salesforce app goes to hosts of Salesforce only', async () => {
  const server = await startServer()
  const answers: string[] = []
  for (const login of ['evil.example', 'https://my.salesforce.com.evil.example', 'http://x']) {
    const page = await createBrowser().open(`${server.installUrl('salesforce')}?login=${login}`)
    answers.push(`${page.status} ${page.text.includes('salesforce-login-unknown')}`)
  }

  expect(answers).toEqual(['400 true', '400 true', '400 true'])
})

test('behind https the cookie is bound to the host, out of reach of scripts and of other sites', async () => {
  const server = await startServer({
    publicUrl: 'https://leadwell.example',
    env: { LEADWELL_ADMIN_TOKEN: ADMIN_TOKEN },
  })

  const response = await fetch(server.installUrl('salesforce'), {
    redirect: 'manual',
    headers: { authorization: basic(ADMIN_TOKEN) },
  })

  const [cookie = ''] = response.headers.getSetCookie()
  expect(cookie).toMatch(/^__Host-leadwell-oauth-salesforce=/)
  expect(cookie).toMatch(/; Path=\//)
  for (const flag of ['HttpOnly', 'Secure', 'SameSite=Lax']) expect(cookie).toContain(flag)
  expect(cookie).not.toContain('Domain')
  const asked = new URL(response.headers.get('location') ?? '')
  expect(asked.searchParams.get('code_challenge_method')).toBe('S256')
  expect(asked.searchParams.get('redirect_uri')).toBe(
    'https://leadwell.example/oauth/salesforce/callback',
  )
  expect(cookie).not.toContain(asked.searchParams.get('state') ?? 'none')
})

test('with an admin token only who knows it may install', async () => {
  const server = await startServer({ env: { LEADWELL_ADMIN_TOKEN: ADMIN_TOKEN } })
  const open = (authorization?: string) =>
    fetch(server.installUrl('hubspot'), {
      redirect: 'manual',
      headers: authorization === undefined ? {} : { authorization },
    })

  const answers = [
    await open(),
    await open(basic('wrong')),
    await open(`Bearer ${ADMIN_TOKEN}`),
    await open(basic(ADMIN_TOKEN)),
  ]

  expect(answers.map(({ status }) => status)).toEqual([401, 401, 401, 302])
  expect(answers[0]?.headers.get('www-authenticate')).toContain('Basic')
})

test.each([
  ['called by a name that is not local', { publicUrl: 'https://leadwell.example' }, {}],
  ['reached through a proxy on this machine', {}, { 'x-forwarded-for': '203.0.113.9' }],
])('without an admin token a server %s lets nobody install', async (_, options, headers) => {
  const server = await startServer(options)

  const page = await createBrowser().open(server.installUrl('hubspot'), headers)

  expect(page.status).toBe(403)
  expect(page.text).toContain('LEADWELL_ADMIN_TOKEN')
})

test('a server with no app configured says which variables to set', async () => {
  const server = await startServer({
    change: (deps) => ({ ...deps, hubspot: undefined, salesforce: undefined }),
  })

  const page = await createBrowser().open(server.installUrl('hubspot'))

  expect(page.status).toBe(404)
  expect(page.text).toContain('HUBSPOT_CLIENT_ID')
})

test('a wrong client secret is told on the page, and what to compare', async () => {
  const server = await startServer({
    change: ({ hubspot, ...deps }) => ({
      ...deps,
      hubspot: hubspot && { ...hubspot, clientSecret: 'mistyped' },
    }),
  })
  const browser = createBrowser()

  const page = await browser.press(await ask(server, 'hubspot', browser), 'allow')

  expect(page.status).toBe(400)
  expect(page.text).toContain('HUBSPOT_CLIENT_SECRET')
  expect(page.text).not.toContain('mistyped')
})

test('what a stranger writes into the address is neither shown nor believed', async () => {
  const server = await startServer()
  const url = `${server.origin}/oauth/hubspot/callback?error=<script>alert(1)</script>`

  const page = await createBrowser().open(url)

  expect(page.status).toBe(400)
  expect(page.text).not.toContain('<script>')
  expect(page.text).toContain('does not belong to an installation')
})

function basic(password: string): string {
  return `Basic ${Buffer.from(`admin:${password}`).toString('base64')}`
}

/** Says yes at the CRM, and gives the address that leads back, unopened. */
async function consentUrl(server: Server, crm: Crm, browser: Browser): Promise<string> {
  const page = await ask(server, crm, browser)
  const action = /action="([^"]*)"/.exec(page.text)?.[1] ?? ''
  const fields = [...page.text.matchAll(/type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
    ([, name = '', value = '']): [string, string] => [name, plain(value)],
  )
  const response = await fetch(new URL(action, page.url), {
    method: 'POST',
    body: new URLSearchParams([...fields, ['decision', 'allow']]),
    redirect: 'manual',
  })
  return response.headers.get('location') ?? ''
}
