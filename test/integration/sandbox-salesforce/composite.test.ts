import { describe, expect, it } from 'vitest'
import { type StartedOrg, startOrg } from './start-org.ts'

// REST API Developer Guide: "Composite" (25 subrequests, five collections or queries, reference ids,
// subrequest headers), "Composite Batch", "Limits", "Limit Info Header"; App Limits Cheatsheet,
// "API Request Limits and Allocations".

const ROOT = '/services/data/v67.0'

interface Part {
  readonly body: unknown
  readonly httpStatusCode: number
  readonly referenceId: string
}

const query = (referenceId: string, soql: string): object => ({
  method: 'GET',
  referenceId,
  url: `${ROOT}/query?q=${encodeURIComponent(soql)}`,
})

async function composite(
  org: StartedOrg,
  compositeRequest: readonly object[],
  allOrNone = false,
): Promise<readonly Part[]> {
  const reply = await org.api('POST', '/composite', { allOrNone, compositeRequest })
  expect(reply.status).toBe(200)
  return (reply.body as { compositeResponse: Part[] }).compositeResponse
}

describe('composite', () => {
  it('runs five queries for the price of one call', async () => {
    const org = await startOrg()
    const objects = ['Lead', 'Contact', 'Task', 'Event', 'CampaignMember']

    const before = org.sandbox.calls()
    const parts = await composite(
      org,
      objects.map((name) => query(name, `SELECT Id FROM ${name} LIMIT 3`)),
    )

    expect(parts.map(({ referenceId }) => referenceId)).toEqual(objects)
    expect(parts.every(({ httpStatusCode }) => httpStatusCode === 200)).toBe(true)
    expect(org.sandbox.calls()).toEqual({ ...before, composite: 1 })
  })

  it('refuses a sixth query and a twenty-sixth part', async () => {
    const org = await startOrg({ people: 3 })
    const ask = (list: readonly object[]) =>
      org.api('POST', '/composite', { compositeRequest: list })
    const many = (count: number, part: (at: number) => object): object[] =>
      Array.from({ length: count }, (_, at) => part(at))

    const six = await ask(many(6, (at) => query(`q${at}`, 'SELECT Id FROM Lead')))
    const twentySix = await ask(
      many(26, (at) => ({ method: 'GET', referenceId: `r${at}`, url: `${ROOT}/limits` })),
    )

    expect(six).toMatchObject({ status: 400, body: [{ errorCode: 'LIMIT_EXCEEDED' }] })
    expect(twentySix).toMatchObject({ status: 400, body: [{ errorCode: 'LIMIT_EXCEEDED' }] })
  })

  it('answers a failed part with its own status and the others with theirs', async () => {
    const org = await startOrg({ people: 3 })

    const parts = await composite(org, [
      query('good', 'SELECT COUNT() FROM Lead'),
      query('bad', 'SELECT Nope FROM Lead'),
    ])

    expect(parts).toMatchObject([
      { httpStatusCode: 200 },
      { httpStatusCode: 400, body: [{ errorCode: 'INVALID_FIELD' }] },
    ])
  })

  it('puts earlier answers into later parts', async () => {
    const org = await startOrg({ people: 3 })

    const parts = await composite(org, [
      {
        method: 'POST',
        referenceId: 'made',
        url: `${ROOT}/sobjects/Lead`,
        body: { LastName: 'A', Company: 'B' },
      },
      {
        method: 'POST',
        referenceId: 'task',
        url: `${ROOT}/sobjects/Task`,
        body: { WhoId: '@{made.id}', Subject: 'Call' },
      },
      {
        method: 'GET',
        referenceId: 'read',
        url: `${ROOT}/sobjects/Lead/@{made.id}?fields=Id,Name`,
      },
      query('found', "SELECT Id FROM Lead WHERE LastName = 'A'"),
      {
        method: 'GET',
        referenceId: 'again',
        url: `${ROOT}/sobjects/Lead/@{found.records[0].Id}?fields=Name`,
      },
    ])

    expect(parts.map(({ httpStatusCode }) => httpStatusCode)).toEqual([201, 201, 200, 200, 200])
    expect(parts[4]?.body).toMatchObject({ Name: 'A' })
  })

  it('undoes all parts with allOrNone when one fails', async () => {
    const org = await startOrg({ people: 3 })

    const parts = await composite(
      org,
      [
        {
          method: 'POST',
          referenceId: 'a',
          url: `${ROOT}/sobjects/Lead`,
          body: { LastName: 'Undone', Company: 'B' },
        },
        { method: 'POST', referenceId: 'b', url: `${ROOT}/sobjects/Lead`, body: {} },
      ],
      true,
    )

    expect(parts).toMatchObject([
      { body: [{ errorCode: 'PROCESSING_HALTED' }] },
      { httpStatusCode: 400 },
    ])
    expect(await org.query("SELECT Id FROM Lead WHERE LastName = 'Undone'")).toEqual([])
  })

  it('gives the outer Sforce-Auto-Assign to no part: each names its own', async () => {
    const org = await startOrg()
    const [first, second] = await org.query('SELECT Id, OwnerId FROM Lead LIMIT 2')
    const update = (
      row: Record<string, unknown> | undefined,
      referenceId: string,
      httpHeaders: object,
    ): object => ({
      method: 'PATCH',
      referenceId,
      url: `${ROOT}/sobjects/Lead/${String(row?.['Id'])}`,
      body: { Title: 'x' },
      httpHeaders,
    })

    await org.api(
      'POST',
      '/composite',
      {
        compositeRequest: [
          update(first, 'a', {}),
          update(second, 'b', { 'Sforce-Auto-Assign': 'FALSE' }),
        ],
      },
      { 'Sforce-Auto-Assign': 'FALSE' },
    )

    const owners = await org.query("SELECT OwnerId FROM Lead WHERE Title = 'x' ORDER BY Id")
    expect(owners[0]?.['OwnerId']).not.toBe(first?.['OwnerId'])
    expect(owners[1]?.['OwnerId']).toBe(second?.['OwnerId'])
  })

  it('counts the collection writes inside it', async () => {
    const org = await startOrg()
    const [row] = await org.query('SELECT Id FROM Lead LIMIT 1')
    const record = { attributes: { type: 'Lead' }, id: row?.['Id'], Title: 'x' }

    await composite(org, [
      {
        method: 'PATCH',
        referenceId: 'w',
        url: `${ROOT}/composite/sobjects`,
        body: { records: [record] },
        httpHeaders: { 'Sforce-Auto-Assign': 'FALSE' },
      },
    ])

    expect(org.sandbox.calls()).toMatchObject({
      composite: 1,
      collectionWrites: 1,
      recordsWritten: 1,
    })
  })
})

describe('composite batch', () => {
  it('counts every request in it', async () => {
    const org = await startOrg({ people: 3 })
    const before = await used(org)

    const reply = await org.api('POST', '/composite/batch', {
      batchRequests: [
        { method: 'GET', url: 'v67.0/limits' },
        { method: 'GET', url: 'v67.0/sobjects/Nope/describe' },
      ],
    })

    expect(reply.body).toMatchObject({
      hasErrors: true,
      results: [{ statusCode: 200 }, { statusCode: 404 }],
    })
    // Two in the batch, and the request that asks.
    expect(await used(org)).toBe(before + 3)
  })
})

async function used(org: StartedOrg): Promise<number> {
  const { headers } = await org.api('GET', '/limits')
  return Number(/api-usage=(\d+)\//.exec(headers.get('sforce-limit-info') ?? '')?.[1])
}

describe('daily limit', () => {
  it('is told with every answer and by the limits resource', async () => {
    const org = await startOrg({ people: 3, dailyLimit: 15_000 })

    const first = await org.api('GET', '/limits')
    const second = await org.api('GET', '/limits')

    expect(first.headers.get('sforce-limit-info')).toBe('api-usage=1/15000')
    expect(second.headers.get('sforce-limit-info')).toBe('api-usage=2/15000')
    expect(second.body).toMatchObject({ DailyApiRequests: { Max: 15_000, Remaining: 14_998 } })
  })

  it('refuses with 403 REQUEST_LIMIT_EXCEEDED until a day has gone by', async () => {
    const org = await startOrg({ people: 3, dailyLimit: 2 })
    await org.api('GET', '/limits')
    await org.api('GET', '/limits')

    const over = await org.api('GET', '/limits')
    org.advance(25 * 3_600_000)
    const conn = await org.connect()

    expect(over).toMatchObject({ status: 403, body: [{ errorCode: 'REQUEST_LIMIT_EXCEEDED' }] })
    await expect(conn.limits()).resolves.toMatchObject({ DailyApiRequests: { Max: 2 } })
  })
})

describe('faults', () => {
  it('can lose the answer to a write that was done', async () => {
    const org = await startOrg({ people: 3 })
    org.sandbox.failNext({
      kind: 'sobject',
      status: 503,
      errorCode: 'SERVER_UNAVAILABLE',
      afterwards: true,
    })

    const reply = await org.api('POST', '/sobjects/Lead', { LastName: 'Kept', Company: 'B' })

    expect(reply).toMatchObject({ status: 503, body: [{ errorCode: 'SERVER_UNAVAILABLE' }] })
    expect(await org.query("SELECT Id FROM Lead WHERE LastName = 'Kept'")).toHaveLength(1)
  })
})

describe('versions', () => {
  it('are listed without a session and answered from 50.0 to 68.0', async () => {
    const org = await startOrg({ people: 3 })
    const list = (await (await fetch(`${org.url}/services/data/`)).json()) as { version: string }[]
    const status = async (version: string): Promise<number> =>
      (
        await fetch(`${org.url}/services/data/v${version}/limits`, {
          headers: { Authorization: `Bearer ${org.token}` },
        })
      ).status

    expect(list.map(({ version }) => version)).toContain('67.0')
    expect(await Promise.all(['50.0', '68.0', '49.0'].map(status))).toEqual([200, 200, 404])
  })
})
