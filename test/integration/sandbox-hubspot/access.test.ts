import { describe, expect, it } from 'vitest'
import { DEFAULT_SCOPES } from '#sandbox/hubspot/create-hubspot-sandbox.ts'
import {
  type AnswerBody,
  contactId,
  type OpenPortal,
  openPortal,
  POPULATION,
} from './open-portal.ts'

const CONTACTS = '/crm/objects/2026-09/contacts'
const client = { client_id: 'sandbox-hubspot-client', client_secret: 'sandbox-hubspot-secret' }
const redirect_uri = 'http://localhost:3000/oauth/hubspot/callback'

async function postForm({ url }: OpenPortal, path: string, fields: Record<string, string>) {
  const response = await fetch(url + path, { method: 'POST', body: new URLSearchParams(fields) })
  const text = await response.text()
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
}

async function install(portal: OpenPortal, scope: string, version = '2026-09') {
  const sent = await fetch(`${portal.url}/oauth/authorize`, {
    method: 'POST',
    body: new URLSearchParams({
      client_id: client.client_id,
      redirect_uri,
      scope,
      state: 's',
      decision: 'allow',
    }),
    redirect: 'manual',
  })
  const back = new URL(sent.headers.get('location') ?? '')
  const code = back.searchParams.get('code') ?? ''
  const grant = { grant_type: 'authorization_code', code, redirect_uri, ...client }
  return { code, tokens: await postForm(portal, `/oauth/${version}/token`, grant) }
}

describe('who may call', () => {
  it.each([undefined, 'Bearer wrong', 'Basic abc'])('says 401 to %s', async (authorization) => {
    const { url } = await openPortal()

    const response = await fetch(`${url}${CONTACTS}`, {
      headers: authorization === undefined ? {} : { authorization },
    })

    expect(response.status).toBe(401)
    expect(await response.json()).toMatchObject({ category: 'INVALID_AUTHENTICATION' })
  })

  it('names the scopes that are missing', async () => {
    const scopes = DEFAULT_SCOPES.filter((scope) => scope !== 'sales-email-read')
    const { call } = await openPortal({ scopes })

    const { status, body } = await call('GET', '/crm/objects/2026-09/emails')

    expect([status, body.category]).toEqual([403, 'MISSING_SCOPES'])
    expect(body.errors[0]?.context.requiredGranularScopes).toEqual(['sales-email-read'])
  })

  it.each(['2026-09', '2026-03', 'v3', 'v1'])(
    'installs, calls and refreshes through /oauth/%s',
    async (version) => {
      const portal = await openPortal()

      const { tokens } = await install(portal, 'oauth crm.objects.contacts.read', version)
      const refreshed = await postForm(portal, `/oauth/${version}/token`, {
        grant_type: 'refresh_token',
        refresh_token: tokens.body.refresh_token,
        ...client,
      })
      const read = await portal.call('GET', CONTACTS, undefined, refreshed.body.access_token)

      expect(tokens.body).toMatchObject({
        token_type: 'bearer',
        hub_id: 50_100_200,
        expires_in: 1_800,
      })
      expect(read.status).toBe(200)
    },
  )

  it('ends an access token after half an hour', async () => {
    const portal = await openPortal()
    const { tokens } = await install(portal, 'crm.objects.contacts.read')

    portal.clock.at += 1_800_000
    const { status, body } = await portal.call('GET', CONTACTS, undefined, tokens.body.access_token)

    expect([status, body.category]).toEqual([401, 'EXPIRED_AUTHENTICATION'])
  })

  it('answers 400 invalid_grant to a revoked or foreign refresh token and a code used twice', async () => {
    const portal = await openPortal()
    const { code, tokens } = await install(portal, 'oauth')
    await postForm(portal, '/oauth/2026-09/token/revoke', { token: tokens.body.refresh_token })
    const refresh = (refresh_token: string) =>
      postForm(portal, '/oauth/2026-09/token', {
        grant_type: 'refresh_token',
        refresh_token,
        ...client,
      })

    const answers = [
      await refresh(tokens.body.refresh_token),
      await refresh('somebody-elses'),
      await postForm(portal, '/oauth/2026-09/token', {
        grant_type: 'authorization_code',
        code,
        redirect_uri,
        ...client,
      }),
    ]

    expect(answers.map(({ status, body }) => [status, body.error])).toEqual([
      [400, 'invalid_grant'],
      [400, 'invalid_grant'],
      [400, 'invalid_grant'],
    ])
  })

  it('tells what a token is', async () => {
    const portal = await openPortal()
    const { tokens } = await install(portal, 'oauth forms')

    const known = await postForm(portal, '/oauth/2026-09/token/introspect', {
      token: tokens.body.access_token,
    })
    const unknown = await postForm(portal, '/oauth/2026-09/token/introspect', { token: 'x.y' })

    expect(known.body).toMatchObject({ active: true, scopes: ['oauth', 'forms'] })
    expect(unknown.body).toEqual({ active: false })
  })

  it.each(['2026-09', 'v3'])('says whose account it is at /account-info/%s', async (version) => {
    const { call } = await openPortal({ portalId: 62_515 })

    const { body } = await call('GET', `/account-info/${version}/details`)

    expect(body).toMatchObject({ portalId: 62_515, timeZone: 'America/New_York' })
  })
})

describe('how much may be called ("API usage guidelines")', () => {
  it('counts calls down in the headers and refuses what is over ten seconds worth', async () => {
    const { call, clock, sandbox } = await openPortal({ limits: { burst: 2 } })

    const first = await call('GET', CONTACTS)
    await call('GET', CONTACTS)
    const over = await call('GET', CONTACTS)
    clock.at += 10_000
    const later = await call('GET', CONTACTS)

    expect(Object.fromEntries(first.headers)).toMatchObject({
      'x-hubspot-ratelimit-max': '2',
      'x-hubspot-ratelimit-remaining': '1',
      'x-hubspot-ratelimit-interval-milliseconds': '10000',
      'x-hubspot-ratelimit-daily': '625000',
      'x-hubspot-ratelimit-daily-remaining': '624999',
    })
    expect(over.status).toBe(429)
    expect(over.body).toMatchObject({
      message: 'You have reached your ten_secondly_rolling limit.',
      policyName: 'TEN_SECONDLY_ROLLING',
    })
    expect(over.headers.has('retry-after')).toBe(false)
    expect(later.status).toBe(200)
    expect(sandbox.calls()).toEqual({ list: 3, 'rate-limited': 1 })
  })

  it('gives OAuth apps 110 and no daily headers', async () => {
    const portal = await openPortal()
    const { tokens } = await install(portal, 'crm.objects.contacts.read')

    const { headers } = await portal.call('GET', CONTACTS, undefined, tokens.body.access_token)

    expect(headers.get('x-hubspot-ratelimit-max')).toBe('110')
    expect(headers.has('x-hubspot-ratelimit-daily')).toBe(false)
  })

  it('ends the day at midnight where the account is', async () => {
    const { call, clock } = await openPortal({ limits: { daily: 1 } })
    clock.at = Date.UTC(2026, 10, 21, 4, 50)
    await call('GET', CONTACTS)

    const over = await call('GET', CONTACTS)
    clock.at = Date.UTC(2026, 10, 21, 5, 0)
    const tomorrow = await call('GET', CONTACTS)

    expect([over.status, over.body.policyName]).toEqual([429, 'DAILY'])
    expect(tomorrow.status).toBe(200)
  })

  it('keeps associations out of the ten-second pool', async () => {
    const { call } = await openPortal({ limits: { burst: 1 } })
    await call('GET', CONTACTS)

    const { status } = await call('POST', '/crm/associations/2026-09/contacts/calls/batch/read', {
      inputs: [{ id: contactId(0) }],
    })

    expect(status).toBeLessThan(300)
  })

  it.each(['free', 'enterprise'] as const)('allows what a %s account buys', async (tier) => {
    const { call } = await openPortal({ tier })

    const { headers } = await call('GET', CONTACTS)

    const bought = { free: ['100', '250000'], enterprise: ['190', '1000000'] }[tier]
    expect(headers.get('x-hubspot-ratelimit-max')).toBe(bought[0])
    expect(headers.get('x-hubspot-ratelimit-daily')).toBe(bought[1])
  })
})

describe('what else a caller meets', () => {
  it.each([
    ['malformed JSON', 'POST', `${CONTACTS}/batch/read`, '{"inputs":[', 400],
    ['a body of the wrong shape', 'POST', `${CONTACTS}/batch/read`, { inputs: 'all' }, 400],
    ['no inputs', 'POST', `${CONTACTS}/batch/update`, { inputs: [] }, 400],
    ['a body over ten megabytes', 'POST', CONTACTS, { x: 'x'.repeat(10_500_000) }, 413],
    ['an unknown path', 'GET', '/crm/objects/2026-01/contacts', undefined, 404],
  ])('answers %s with JSON and lives on', async (_what, method, path, body, status) => {
    const { call } = await openPortal()

    const refused = await call(method, path, body)
    const next = await call('GET', CONTACTS)

    expect(refused.status).toBe(status)
    expect(refused.body).toMatchObject({ status: 'error', correlationId: expect.any(String) })
    expect(next.status).toBe(200)
  })

  it('fails as planned: by status, by a dropped connection, or after the work was done', async () => {
    const { call, sandbox } = await openPortal()
    const path = `${CONTACTS}/${contactId(0)}`
    const write = () => call('PATCH', path, { properties: { jobtitle: 'Lost answer' } })
    sandbox.failNext(1, 502)
    sandbox.failNext(1, 'reset')
    sandbox.failNext(1, 'answer-lost', 'single')

    const first = await call('GET', CONTACTS)
    await expect(call('GET', CONTACTS)).rejects.toThrow('fetch failed')
    await expect(write()).rejects.toThrow('fetch failed')
    const read = await call('GET', `${path}?properties=jobtitle`)

    expect(first.status).toBe(502)
    expect(read.body.properties.jobtitle).toBe('Lost answer')
  })

  it('tells its calls to whoever asks from outside', async () => {
    const { call, url } = await openPortal()
    await call('GET', CONTACTS)

    const response = await fetch(`${url}/_sandbox/calls`)

    expect(await response.json()).toEqual({ list: 1 })
  })

  it('takes a webhook target and planned faults from outside', async () => {
    const { call, url } = await openPortal()
    const control = (method: string, path: string, body: object) =>
      fetch(`${url}/_sandbox/${path}`, {
        method,
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify(body),
      })

    const statuses = [
      (await control('PUT', 'webhook-target', { url: 'http://127.0.0.1:9/hook' })).status,
      (await control('PUT', 'webhook-target', { url: 'nowhere' })).status,
      (await control('POST', 'faults', { count: 1, fault: 503 })).status,
      (await call('GET', CONTACTS)).status,
    ]

    expect(statuses).toEqual([204, 400, 204, 503])
  })

  it.each(['/marketing/v3/forms', '/marketing/forms/2026-09-beta'])(
    'pages form submissions newest first for the forms of %s',
    async (path) => {
      const { call } = await openPortal()
      const { body } = await call('GET', path)
      const form = body.results.find(({ name }) => name === 'Contact us')
      const times: number[] = []

      for (let after = '0'; after !== ''; ) {
        const page = await call(
          'GET',
          `/form-integrations/v1/submissions/forms/${form?.id ?? ''}?limit=10&after=${after}`,
        )
        times.push(...page.body.results.map((one) => one.submittedAt))
        after = page.body.paging?.next.after ?? ''
      }

      const due = POPULATION.people
        .flatMap(({ activities }) => activities)
        .flatMap((one) =>
          one.kind === 'form-submitted' && one.form === 'Contact us' ? one.at : [],
        )
      expect(times).toEqual(due.sort((a, b) => b - a))
    },
  )
})

describe('associations ("Associate records")', () => {
  it.each(['/crm/associations/2026-09', '/crm/associations/2026-03', '/crm/v4/associations'])(
    'reads a company of each contact through %s and makes those without one errors of a 207',
    async (base) => {
      const { call } = await openPortal()
      const inputs = POPULATION.people.map(({ index }) => ({ id: contactId(index) }))

      const { status, body } = await call('POST', `${base}/contacts/companies/batch/read`, {
        inputs,
      })

      const employed = POPULATION.people.filter(({ companyIndex }) => companyIndex !== undefined)
      expect(status).toBe(207)
      expect(body.results).toHaveLength(employed.length)
      expect(body.numErrors).toBe(inputs.length - employed.length)
      expect(body.errors[0]?.subCategory).toBe('crm.associations.NO_ASSOCIATIONS_FOUND')
      expect(body.results[0]).toEqual({
        from: { id: contactId(employed[0]?.index ?? 0) },
        to: [
          {
            toObjectId: 31_000_000_001 + (employed[0]?.companyIndex ?? 0),
            associationTypes: [
              { category: 'HUBSPOT_DEFINED', typeId: 1, label: 'Primary' },
              { category: 'HUBSPOT_DEFINED', typeId: 279, label: null },
            ],
          },
        ],
      })
    },
  )

  it('takes a thousand ids, not a thousand and one', async () => {
    const { call } = await openPortal()
    const read = (count: number) =>
      call('POST', '/crm/associations/2026-09/contacts/calls/batch/read', {
        inputs: Array.from({ length: count }, (_, at) => ({ id: String(at + 1) })),
      })

    const statuses = [(await read(1_000)).status, (await read(1_001)).status]

    expect(statuses).toEqual([207, 400])
  })

  it.each(['/crm/v4/objects', '/crm/objects/2026-09'])(
    'links and unlinks one pair through %s',
    async (base) => {
      const { call } = await openPortal()
      const from = `${base}/contacts/${contactId(0)}/associations`
      const companyId = '31000000009'

      const linked = await call('PUT', `${from}/default/companies/${companyId}`)
      const between = await call('GET', `${from}/companies`)
      const unlinked = await call('DELETE', `${from}/companies/${companyId}`)
      const after = await call('GET', `${from}/companies`)

      const targets = ({ results }: AnswerBody) => results.map(({ toObjectId }) => toObjectId)
      expect([linked.status, unlinked.status]).toEqual([200, 204])
      expect(targets(between.body)).toContain(Number(companyId))
      expect(targets(after.body)).not.toContain(Number(companyId))
    },
  )

  it('fills in the company of a contact when the two are linked', async () => {
    const { call } = await openPortal()
    const single = POPULATION.people.find(({ companyIndex }) => companyIndex === undefined)
    const id = contactId(single?.index ?? 0)

    await call('POST', '/crm/associations/2026-09/contacts/companies/batch/associate/default', {
      inputs: [{ from: { id }, to: { id: '31000000001' } }],
    })
    const contact = await call('GET', `${CONTACTS}/${id}?properties=associatedcompanyid`)
    const links = await call('GET', `${CONTACTS}/${id}/associations/companies`)

    expect(contact.body.properties.associatedcompanyid).toBe('31000000001')
    expect(links.body.results[0]?.toObjectId).toBe(31_000_000_001)
  })
})
