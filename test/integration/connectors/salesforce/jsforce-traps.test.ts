import type { Connection } from 'jsforce'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createSalesforceConnector } from '#connectors/salesforce/connector.ts'
import { createQuerier } from '#connectors/salesforce/querying/query.ts'
import type { Quota } from '#src/connector-port.ts'
import { TransientError } from '#src/errors.ts'
import type { Intent } from '#src/ports.ts'
import {
  bareConnection,
  bareRefreshing,
  bareRotating,
  rotatingTransportOf,
  transportOf,
} from './jsforce-org.ts'
import { startOrg, type TestOrg, VALUES } from './org.ts'

/**
 * What jsforce 3.10.26 does by itself next to what our wrapper does in the same place. When a newer
 * jsforce mends one of these, its bare half fails, and the part of the wrapper may be looked at again.
 */
const DATA = '/services/data/v67.0'
const ONE_LEAD = 'SELECT Id FROM Lead LIMIT 1'

describe('where jsforce alone goes wrong', () => {
  let org: TestOrg
  let bare: Connection
  beforeEach(async () => {
    org = await startOrg(20)
    bare = await bareConnection(org)
  })
  afterEach(() => org.close())

  const ask = () => createQuerier(transportOf(org)).rows({ soql: ONE_LEAD })

  test('it speaks the API of 2020, and we the pinned one', async () => {
    const versions: string[] = [bare.version]

    await transportOf(org).run('version', async ({ version }) => void versions.push(version))

    expect(versions).toEqual(['50.0', '67.0'])
  })

  test('it loses a refresh token that was rotated, and we keep it', async () => {
    const rotating = await bareRotating(org)
    await rotating.query(ONE_LEAD)
    org.sandbox.expireSessions()
    await expect(rotating.query(ONE_LEAD)).rejects.toThrow('expired access/refresh token')
    const ours = createQuerier(await rotatingTransportOf(org))
    await ours.rows({ soql: ONE_LEAD })
    org.sandbox.expireSessions()

    const rows = await ours.rows({ soql: ONE_LEAD })

    expect(rows).toHaveLength(1)
  })

  test('it renews without end while fresh tokens are refused, and we renew twice', async () => {
    const REFUSALS = 150
    const refuse = { status: 401, errorCode: 'INVALID_SESSION_ID', times: REFUSALS }
    const endless = await bareRefreshing(org)
    const before = tokensAsked(org)
    org.sandbox.failNext(refuse)
    await endless.query(ONE_LEAD)
    const byBare = tokensAsked(org) - before
    org.sandbox.failNext({ ...refuse, times: 3 })

    await expect(ask()).rejects.toMatchObject({ code: 'salesforce-token-refused' })

    // The sandbox tired of refusing; jsforce would have gone on.
    expect(byBare).toBe(REFUSALS)
    expect(tokensAsked(org) - before - byBare).toBe(3)
  })

  test('it gives up a PATCH at the first 503, and we send it again', async () => {
    const [intent] = await intentsFor(org, 1)
    const busy = { kind: 'collections', status: 503, errorCode: 'SERVER_UNAVAILABLE' } as const
    org.sandbox.failNext(busy)
    await expect(
      bare.sobject('Lead').update([{ Id: intent?.ref.id ?? '', Title: 'x' }]),
    ).rejects.toMatchObject({ errorCode: 'SERVER_UNAVAILABLE' })
    org.sandbox.failNext(busy)

    const [result] = await org.connector.write(intent === undefined ? [] : [intent])

    expect(result?.outcome).toBe('written')
  })

  test('it gives up a POST at the first reset, and we send it again', async () => {
    const reset = { kind: 'composite', odd: 'reset' } as const
    const compositeRequest = [1, 2].map((referenceId) => ({
      method: 'GET',
      url: `${DATA}/query?q=${encodeURIComponent(ONE_LEAD)}`,
      referenceId: `q${referenceId}`,
    }))
    org.sandbox.failNext(reset)
    await expect(bare.requestPost(`${DATA}/composite`, { compositeRequest })).rejects.toThrow(
      'fetch failed',
    )
    org.sandbox.failNext(reset)

    const outcomes = await createQuerier(transportOf(org)).outcomes([
      { soql: ONE_LEAD },
      { soql: ONE_LEAD },
    ])

    expect(outcomes.map((outcome) => 'rows' in outcome && outcome.rows.length)).toEqual([1, 1])
  })

  test('it waits half an hour for an answer that never comes, and we ask again', async () => {
    const held = { odd: 'held' } as const
    org.sandbox.failNext(held)
    const waiting = bare.requestPost(`${DATA}/composite`, { compositeRequest: [] })
    const ended = waiting.then(
      () => 'ended',
      () => 'ended',
    )
    while ((org.sandbox.calls()['composite'] ?? 0) === 0) await new Promise(setImmediate)
    org.sandbox.failNext(held)

    const rows = await createQuerier(transportOf(org, { timeoutMs: 100 })).rows({ soql: ONE_LEAD })

    expect(rows).toHaveLength(1)
    expect(await Promise.race([ended, Promise.resolve('waiting')])).toBe('waiting')
  })

  test('it hands over a web page as if it were the answer, and we ask again', async () => {
    org.sandbox.failNext({ odd: 'login-page' })
    const page: unknown = await bare.requestGet(`${DATA}/query?q=${encodeURIComponent(ONE_LEAD)}`)
    org.sandbox.failNext({ odd: 'login-page' })

    const rows = await ask()

    expect(page).toContain('<!DOCTYPE html>')
    expect(rows).toHaveLength(1)
  })

  test('it takes the end of the day for one error among others, and we pause the portal', async () => {
    const pauses: unknown[] = []
    const pause: Quota['pause'] = async (pool, ms, code) => void pauses.push([pool, ms, code])
    const spent = { status: 403, errorCode: 'REQUEST_LIMIT_EXCEEDED' } as const
    org.sandbox.failNext({ ...spent, times: 2 })
    const again = [bare.query(ONE_LEAD), bare.query(ONE_LEAD)]
    for (const one of await Promise.allSettled(again)) expect(one.status).toBe('rejected')
    org.sandbox.failNext({ ...spent, message: 'TotalRequests Limit exceeded.' })

    const ours = transportOf(org, { quota: { ...org.deps.quota, pause } })
    const refused = createQuerier(ours).rows({ soql: ONE_LEAD })

    await expect(refused).rejects.toMatchObject({ retryAfterMs: 900_000 })
    expect(pauses).toEqual([['general', 900_000, 'salesforce-request-limit']])
  })

  test('it quotes what an error says, values and all, and we name the code', async () => {
    const leak = { kind: 'collections', leak: 'quoting-400' } as const
    const [intent] = await intentsFor(org, 1)
    const { Email: email } = (
      await createQuerier(transportOf(org)).rows({
        soql: 'SELECT Email FROM Lead WHERE Email != null LIMIT 1',
      })
    )[0] ?? { Email: 'none' }
    org.sandbox.failNext(leak)
    const said = await messageOf(bare.sobject('Lead').update([{ Id: intent?.ref.id ?? '' }]))
    org.sandbox.failNext(leak)

    const ours = await messageOf(org.connector.write(intent === undefined ? [] : [intent]))

    expect(said).toContain(email)
    expect(ours).not.toContain(email)
  })

  test('it learns nothing of the day from its bulk calls, and we learn from every call', async () => {
    const learned: unknown[] = []
    const learn: Quota['learn'] = async (_pool, { limit }) => void learned.push(limit)
    const ingest = { object: 'Lead', operation: 'update' } as const
    await bare.bulk2.createJob(ingest).open()
    const ours = transportOf(org, { quota: { ...org.deps.quota, learn } })

    const body = { ...ingest, contentType: 'CSV', lineEnding: 'LF' }
    await ours.request({ method: 'POST', path: `${DATA}/jobs/ingest`, body }, () => undefined)

    expect(bare.limitInfo.apiUsage).toBeUndefined()
    expect(learned).toEqual([100_000])
  })

  test('it deletes a bulk job it grew tired of waiting for, and we come back to it', async () => {
    const intents = await intentsFor(org, 5)
    bare.bulk2.pollTimeout = 0
    const input = intents.map(({ ref }) => ({ Id: ref.id, Leadwell_Score__c: '1' }))
    await expect(
      bare.bulk2.loadAndWaitForResults({ object: 'Lead', operation: 'update', input }),
    ).rejects.toThrow('Skipping polling')
    while ((await jobsOf(org)).length > 0);
    const byBare = await scoresOf(org)

    const saved: unknown[] = []
    const tired = async (): Promise<never> => {
      throw new TransientError('out-of-time', 'Nobody waits so long.')
    }
    const bulk = intents.map((intent) => ({ ...intent, first: false }))
    const save = async (state: unknown): Promise<void> => void saved.push(state)
    const first = createSalesforceConnector({ ...org.deps, sleep: tired }).bulkWrites?.write(bulk, {
      resume: undefined,
      save,
    })
    await expect(first).rejects.toThrow('Nobody waits')
    const results = await org.connector.bulkWrites?.write(bulk, { resume: saved.at(-1), save })

    expect(byBare).toEqual([])
    expect(results?.map(({ outcome }) => outcome)).toEqual(intents.map(() => 'written'))
    expect(await scoresOf(org)).toHaveLength(intents.length)
    expect(await jobsOf(org)).toHaveLength(1)
  })
})

describe('where jsforce alone gives too little', () => {
  const PEOPLE = 7_000
  const SOQL = 'SELECT Id FROM Task'
  let org: TestOrg
  let all: number
  beforeAll(async () => {
    org = await startOrg(PEOPLE)
    const page = await (await bareConnection(org)).query(SOQL)
    all = page.totalSize
  })
  afterAll(() => org.close())

  test('it ends a query after its first page unless told otherwise', async () => {
    const { records, done } = await (await bareConnection(org)).query(SOQL)

    expect([records.length, done]).toEqual([2_000, false])
  })

  test('it stops at 10,000 rows without a word, and we read on to the last', async () => {
    const bare = await (await bareConnection(org)).query(SOQL, { autoFetch: true })

    const rows = await createQuerier(transportOf(org)).rows({ soql: SOQL })

    expect(bare.records).toHaveLength(10_000)
    expect(all).toBeGreaterThan(10_000)
    expect(new Set(rows.map(({ Id }) => Id)).size).toBe(all)
  })
})

const tokensAsked = ({ sandbox }: TestOrg): number => sandbox.calls()['token'] ?? 0

async function intentsFor(org: TestOrg, count: number): Promise<readonly Intent[]> {
  await org.connector.provision({ dryRun: false })
  const soql = `SELECT Id FROM Lead WHERE IsConverted = false LIMIT ${count}`
  const leads = await createQuerier(transportOf(org)).rows({ soql })
  return leads.map(({ Id }) => ({ ref: { object: 'lead', id: String(Id) }, values: VALUES }))
}

async function scoresOf(org: TestOrg): Promise<readonly unknown[]> {
  const soql = 'SELECT Id FROM Lead WHERE Leadwell_Score__c != null'
  return await createQuerier(transportOf(org)).rows({ soql })
}

async function jobsOf(org: TestOrg): Promise<readonly unknown[]> {
  return await transportOf(org).request(
    { method: 'GET', path: `${DATA}/jobs/ingest` },
    (body) => (body as { records: readonly unknown[] }).records,
  )
}

async function messageOf(failing: Promise<unknown>): Promise<string> {
  return await failing.then(
    () => 'no error',
    (error: unknown) => (error instanceof Error ? `${error.message} ${JSON.stringify(error)}` : ''),
  )
}
