import { mkdtemp, rm } from 'node:fs/promises'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createHubspotSandbox, DEFAULT_SCOPES } from '#sandbox/hubspot/create-hubspot-sandbox.ts'
import { openJournal } from '#sandbox/journal.ts'
import { listen } from '#sandbox/listen.ts'
import { createPopulation } from '#sandbox/seed/create-population.ts'
import type { Sandbox } from '#sandbox/start-sandbox.ts'
import { type Ran, runLeadwell } from '#test/run-leadwell.ts'
import { readBackHubspot, readBackSalesforce } from './read-back.ts'
import { runCli } from './run-cli.ts'
import { environment, startTestSandbox } from './world.ts'

const PEOPLE = 120

/** One clear message: what and what to do, no stack, no secret. */
function expectClear(result: Pick<Ran, 'code' | 'stderr'>, says: RegExp): void {
  expect(result.code).toBeGreaterThan(0)
  expect(result.stderr).toMatch(says)
  expect(result.stderr).not.toMatch(/^\s+at /m)
  expect(result.stderr.trim().split('\n').length).toBeLessThanOrEqual(10)
}

describe('the commands against a portal', () => {
  let sandbox: Sandbox
  let dataDir: string
  let env: Record<string, string>

  beforeAll(async () => {
    sandbox = await startTestSandbox({ people: PEOPLE, now: Date.now() })
    dataDir = await mkdtemp(join(tmpdir(), 'leadwell cli '))
    env = {
      ...(await environment('server', dataDir)),
      HUBSPOT_API_URL: sandbox.hubspot.url,
      HUBSPOT_ACCESS_TOKEN: sandbox.hubspot.accessToken,
      SALESFORCE_LOGIN_URL: sandbox.salesforce.url,
      SALESFORCE_CLIENT_ID: sandbox.salesforce.sandbox.clientId,
      SALESFORCE_CLIENT_SECRET: sandbox.salesforce.sandbox.clientSecret,
    }
  })
  afterAll(async () => {
    await sandbox.close()
    await rm(dataDir, { recursive: true, force: true })
  })

  describe.each(['hubspot', 'salesforce'] as const)('%s', (crm) => {
    let portal: string

    it('connect prints one object that names the portal', async () => {
      const result = await runLeadwell(['connect', crm, '--json'], { env })

      expect(result).toMatchObject({ code: 0, stderr: '' })
      const objects = result.objects()
      expect(objects).toHaveLength(1)
      portal = String(objects[0]?.portal)
      expect(portal).toMatch(/^(hubspot:50100200|salesforce:00D[A-Za-z0-9]{15})$/)
    })

    it('provision --dry-run says what it would make and makes nothing', async () => {
      const first = await runLeadwell(['provision', portal, '--dry-run', '--json'], { env })
      const again = await runLeadwell(['provision', portal, '--dry-run', '--json'], { env })

      expect(first.code).toBe(0)
      const steps = first.objects()
      expect(steps.filter(({ action }) => action === 'create').length).toBeGreaterThanOrEqual(15)
      expect(again.objects()).toEqual(steps)
    })

    it('provision makes everything once', async () => {
      const first = await runLeadwell(['provision', portal, '--json'], { env })
      const again = await runLeadwell(['provision', portal, '--json'], { env })

      expect(first.code).toBe(0)
      expect(again.objects().map(({ action }) => action)).not.toContain('create')
    })

    it('sync --wait ends when every record is scored and written', async () => {
      const result = await runLeadwell(['sync', portal, '--wait', '--json'], { env })

      expect(result).toMatchObject({ code: 0 })
      const report = result.objects().at(-1)
      expect(report).toMatchObject({ portal, settled: true, pending: 0, parked: 0 })
      // Organisations with engaged people are written as well.
      expect(report?.written).toBeGreaterThanOrEqual(PEOPLE)
    })

    it('explain accounts for the score point by point', async () => {
      const id = await anyScoredId(sandbox, crm)

      const result = await runLeadwell(['explain', portal, id, '--json'], { env })

      expect(result.code).toBe(0)
      const [explained] = result.objects() as [
        { score: number; fit: number; reasons: { axis: string; points: number }[] },
      ]
      const sum = explained.reasons.reduce((total, { points }) => total + points, 0)
      expect(sum).toBe(explained.score)
    })
  })

  it('names the portals there are when asked for one it does not know', async () => {
    const result = await runCli(['sync', 'hubspot:1', '--wait'], env)

    expectClear(result, /portal-unknown/)
    expect(result.stderr).toContain('hubspot:50100200')
  })
})

describe('wrong configuration', () => {
  let dataDir: string
  let env: Record<string, string>
  let busy: Server

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'leadwell-wrong-'))
    env = await environment('server', dataDir)
    busy = createServer().listen(0)
  })
  afterAll(async () => {
    busy.close()
    await rm(dataDir, { recursive: true, force: true })
  })

  it('lists every bad value at once, with exit code 2', async () => {
    const result = await runCli(['portals'], {
      HUBSPOT_API_URL: 'not a url',
      LOG_LEVEL: 'loud',
      LEADWELL_COLOUR: 'blue',
    })

    expectClear(result, /HUBSPOT_API_URL: must be a URL/)
    expect(result.stderr).toMatch(/LOG_LEVEL: /)
    expect(result.stderr).toMatch(/LEADWELL_COLOUR: is not a variable Leadwell knows/)
    expect(result.code).toBe(2)
  })

  it('says that the port is taken', async () => {
    const { port } = busy.address() as AddressInfo

    const result = await runCli(['start', '--role', 'web'], { ...env, PORT: String(port) })

    expectClear(result, new RegExp(`Port ${port} is taken.*\\n.*set PORT`))
  })

  it('says that Redis does not answer, without its password', async () => {
    const result = await runLeadwell(['portals'], {
      env: { ...env, REDIS_URL: 'redis://:hunter2@127.0.0.1:1' },
    })

    expectClear(result, /Redis at 127\.0\.0\.1:1 does not answer.*\n.*REDIS_URL/)
    expect(result.stderr).not.toContain('hunter2')
  })

  it('says that the database does not answer, without its password', async () => {
    const databaseUrl = 'postgres://u:hunter2@127.0.0.1:1/leadwell'
    const result = await runLeadwell(['portals'], { env: { ...env, DATABASE_URL: databaseUrl } })

    expectClear(result, /database-unreachable/)
    expect(result.stderr).not.toContain('hunter2')
  })

  it('says which variables to set when there are no credentials', async () => {
    expectClear(await runLeadwell(['connect', 'hubspot'], { env }), /Set HUBSPOT_ACCESS_TOKEN/)
    expectClear(await runLeadwell(['connect', 'salesforce'], { env }), /Set SALESFORCE_LOGIN_URL/)
  })

  it('says that a CRM is out of reach', async () => {
    const hubspot = { HUBSPOT_API_URL: 'http://127.0.0.1:1', HUBSPOT_ACCESS_TOKEN: 'x' }

    const result = await runLeadwell(['connect', 'hubspot'], { env: { ...env, ...hubspot } })

    expectClear(result, /127\.0\.0\.1:1.*\[hubspot-unreachable\]/s)
  })

  it('says that a token or secret was refused, without showing it', async () => {
    const sandbox = await startTestSandbox({ people: 3, now: Date.now() })
    const wrong = {
      ...env,
      HUBSPOT_API_URL: sandbox.hubspot.url,
      HUBSPOT_ACCESS_TOKEN: 'pat-na1-wrong',
      SALESFORCE_LOGIN_URL: sandbox.salesforce.url,
      SALESFORCE_CLIENT_ID: sandbox.salesforce.sandbox.clientId,
      SALESFORCE_CLIENT_SECRET: 'wrong-secret',
    }

    const hubspot = await runLeadwell(['connect', 'hubspot'], { env: wrong })
    const salesforce = await runLeadwell(['connect', 'salesforce'], { env: wrong })
    await sandbox.close()

    expectClear(hubspot, /hubspot-token-refused/)
    expectClear(salesforce, /salesforce-login-refused/)
    expect(hubspot.stderr + salesforce.stderr).not.toMatch(/pat-na1-wrong|wrong-secret/)
  })

  it('names the scope a HubSpot token lacks', async () => {
    const portal = createHubspotSandbox({
      population: createPopulation({ people: 3, seed: 1, baseTime: Date.now() }),
      journal: openJournal(undefined, { seed: 1, people: 3, baseTime: Date.now() }),
      now: Date.now,
      scopes: DEFAULT_SCOPES.filter((scope) => scope !== 'crm.objects.contacts.read'),
    })
    const server = await listen(portal.app, 0)

    const hubspot = {
      HUBSPOT_API_URL: server.url,
      HUBSPOT_ACCESS_TOKEN: 'sandbox-hubspot-token',
    }
    const result = await runLeadwell(['connect', 'hubspot'], { env: { ...env, ...hubspot } })
    await server.close()

    expectClear(result, /crm\.objects\.contacts\.read/)
    expect(result.stderr).toContain('[hubspot-missing-scope]')
  })

  it('explains a mistyped command instead of running anything', async () => {
    const result = await runCli(['scor', 'file.csv'], env)

    expect(result.code).toBe(2)
    expect(result.stderr).toMatch(/unknown command 'scor'.*\n.*Did you mean score/)
  })
})

/** Read through the CRM's own API. */
async function anyScoredId(sandbox: Sandbox, crm: 'hubspot' | 'salesforce'): Promise<string> {
  const read = crm === 'hubspot' ? readBackHubspot : readBackSalesforce
  const found = [...(await read(sandbox))].find(([, { score }]) => Number(score) > 20)
  if (found === undefined) throw new Error('no scored record')
  return found[0]
}
