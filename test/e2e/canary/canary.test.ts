import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { signatureOf } from '#connectors/hubspot/webhook.ts'
import { CANARY_PLACES } from '#sandbox/seed/canary-places.ts'
import { restoreSafeRecord } from '#src/privacy/safe-record.ts'
import { readBackHubspot, readBackSalesforce } from '../read-back.ts'
import { runCli } from '../run-cli.ts'
import { canaryFor, findCanaries, type Sighting } from './canaries.ts'
import { type CanaryWorld, createCanaryWorld } from './canary-world.ts'
import type { Fault } from './recording-proxy.ts'
import { searchDatabase, searchFolder, searchRedis } from './search-everything.ts'

const NOW = Date.parse('2026-11-20T15:00:00Z')
const PEOPLE = 400
const plant = canaryFor(CANARY_PLACES)

/** A vendor's way to refuse: the value in the message. */
const quoting: Fault = ({ body }) => ({
  status: 400,
  body: JSON.stringify({
    status: 'error',
    category: 'VALIDATION_ERROR',
    message: `Property values were not valid: [{"name":"jobtitle","value":"${plant('message', 1)}"}]`,
    context: { value: [plant('message', 2)] },
    errors: [{ message: body.slice(0, 2_000) }],
  }),
})
const broken: Fault = ({ body }) => ({ status: 502, body: `<html>${body}</html>` })
const cutShort: Fault = ({ status, body }) => ({ status, body: `${body.slice(0, 900)}` })
const hangUp: Fault = () => 'hang-up'
const silence: Fault = () => 'no-answer'

describe('canaries planted in the CRMs', () => {
  let world: CanaryWorld
  const answers: Buffer[] = []

  beforeAll(async () => {
    world = await createCanaryWorld({ store: 'server', people: PEOPLE, now: NOW, plant })
    provokeErrors(world)
    await world.sync(world.portals.hubspot)
    await world.sync(world.portals.salesforce)
    answers.push(...(await callEveryRoute(world)), ...(await runCommands(world)))
    await refuseReading(world, answers)
  }, 240_000)
  afterAll(async () => {
    await world?.stop()
    await world?.remove()
  })

  it('stand in at least 25 kinds of places, reach the product’s door and meet errors there', () => {
    const { hubspot, salesforce } = world.proxies
    const seen = Buffer.concat([hubspot.answered(), salesforce.answered()]).toString('latin1')

    expect(CANARY_PLACES.length).toBeGreaterThanOrEqual(25)
    expect(findCanaries('answers', Buffer.from(seen, 'latin1'))).not.toEqual([])
    expect(hubspot.faultsPlayed() + salesforce.faultsPlayed()).toBeGreaterThanOrEqual(8)
  })

  it('are in no table of the database, ledger included', async () => {
    expect(await searchDatabase(world.env['DATABASE_URL'] ?? '')).toEqual([])
  })

  it('are in nothing Redis holds', async () => {
    expect(await searchRedis(world.runtime.redis)).toEqual([])
  })

  it('are in no log line at the lowest level', () => {
    expect(world.logged().length).toBeGreaterThan(1_000)
    expect(findCanaries('log', world.logged())).toEqual([])
  })

  it('are in no answer of the product and in nothing a command prints', () => {
    expect(findCanaries('answers', Buffer.concat(answers))).toEqual([])
  })

  it('are in no byte that is sent to a CRM', () => {
    const { hubspot, salesforce } = world.proxies

    expect(findCanaries('HubSpot', hubspot.sent())).toEqual([])
    expect(findCanaries('Salesforce', salesforce.sent())).toEqual([])
  })

  it('are in no value that then stands on a record of the CRM', async () => {
    const written = [
      ...(await readBackHubspot(world.sandbox)).values(),
      ...(await readBackSalesforce(world.sandbox)).values(),
    ]

    expect(written.filter(({ handoff_note: note }) => note !== undefined).length).toBeGreaterThan(
      600,
    )
    expect(findCanaries('CRM', Buffer.from(JSON.stringify(written)))).toEqual([])
  })

  it('would be found: one let through on purpose is seen in the database, in Redis and in the log', async () => {
    const token = plant('message', 7)
    const { runtime, portals } = world
    const leaking = restoreSafeRecord({
      object: 'contact',
      id: '1',
      companyId: undefined,
      facts: { leaked: token },
      activities: [],
      fingerprint: 'x',
    })
    await runtime.store.records.put(portals.hubspot.id, [leaking])
    await runtime.redis.set('leak', Buffer.from(token).toString('base64'))

    const found = [
      ...(await searchDatabase(world.env['DATABASE_URL'] ?? '')),
      ...(await searchRedis(runtime.redis)),
      ...findCanaries('log', Buffer.from(JSON.stringify({ note: token.toUpperCase() }))),
    ]

    expect(found.map(({ where }) => where)).toEqual(['table public.records', 'Redis leak', 'log'])
  })
})

describe('canaries and the embedded store', () => {
  it('are in no byte of any file it leaves behind', async () => {
    const world = await createCanaryWorld({ store: 'embedded', people: 80, now: NOW, plant })
    let onDisk: readonly Sighting[]
    try {
      await world.sync(world.portals.hubspot)
      await world.sync(world.portals.salesforce)
      await world.stop()
      onDisk = await searchFolder(world.env['LEADWELL_DATA_DIR'] ?? '')
    } finally {
      await world.remove()
    }

    expect(onDisk).toEqual([])
  })
})

/** Refusals, cut answers and broken connections in the middle of the work, each quoting a record. */
function provokeErrors({ proxies: { hubspot, salesforce } }: CanaryWorld): void {
  const isWrite = (method: string, path: string) =>
    method === 'POST' && path.includes('/batch/update')
  const isRead = (method: string, path: string) =>
    path.includes('/batch/read') || (method === 'GET' && path.includes('/contacts?'))
  const isCollection = (_method: string, path: string) => path.includes('/composite/sobjects')
  const isQuery = (_method: string, path: string) =>
    path.includes('/query') || path.endsWith('/composite/batch')
  for (const fault of [quoting, broken, hangUp]) hubspot.failNext(isWrite, fault)
  for (const fault of [broken, cutShort, hangUp, silence]) hubspot.failNext(isRead, fault)
  for (const fault of [broken, cutShort, hangUp]) salesforce.failNext(isCollection, fault)
  for (const fault of [broken, cutShort, hangUp]) salesforce.failNext(isQuery, fault)
}

/** A refusal of a read stops the portal until somebody connects it again: last of all. */
async function refuseReading(world: CanaryWorld, answers: Buffer[]): Promise<void> {
  const { runtime, portals, proxies } = world
  proxies.hubspot.failNext(() => true, quoting)
  await runtime.queue.add('poll-changes', { portal: portals.hubspot.id })
  for (const started = Date.now(); Date.now() - started < 30_000; ) {
    const { status } = await runtime.store.portals.require(portals.hubspot.id)
    if (status === 'disconnected' || proxies.hubspot.faultsPlayed() >= 8) break
    await new Promise((resolve) => setTimeout(resolve, 50))
  }
  answers.push(...(await commandOutput(world, ['portals'])))
}

/** Well-formed, malformed and hostile requests to all routes; what came back. */
async function callEveryRoute(world: CanaryWorld): Promise<readonly Buffer[]> {
  const origin = `http://127.0.0.1:${world.server.port}`
  const token = plant('message', 3)
  const key = world.portals.salesforce.webhookKey
  const bodies = [
    JSON.stringify([{ portalId: token, objectId: token, subscriptionType: token }]),
    JSON.stringify({ message: token }),
    `[{"objectId": "${token}"`,
    `<?xml version="1.0"?><a><b>${token}</b>`,
    token.repeat(500),
  ]
  const requests = [
    ...['/healthz', '/readyz', `/${token}`, `/webhooks/salesforce/${token}`].map((path) =>
      fetch(`${origin}${path}`),
    ),
    ...bodies.flatMap((body) => [
      fetch(`${origin}/webhooks/hubspot`, { method: 'POST', body }),
      fetch(`${origin}/webhooks/hubspot?${token}=1`, signed(world, origin, token, body)),
      fetch(`${origin}/webhooks/salesforce/${key}`, {
        method: 'POST',
        headers: { 'content-type': 'text/xml' },
        body,
      }),
    ]),
  ]
  const responses = await Promise.all(requests)
  return Promise.all(
    responses.map(async (response) => {
      const headers = [...response.headers].flat().join(' ').replaceAll(`${token}=1`, '')
      return Buffer.from(`${response.status} ${headers} ${await response.text()}`)
    }),
  )
}

function signed(world: CanaryWorld, origin: string, token: string, body: string): RequestInit {
  const timestamp = String(Date.now())
  const signature = signatureOf({
    method: 'POST',
    uri: `${origin}/webhooks/hubspot?${token}=1`,
    rawBody: Buffer.from(body),
    secret: world.sandbox.hubspot.clientSecret,
    timestamp,
  })
  const headers = {
    'x-hubspot-signature-v3': signature,
    'x-hubspot-request-timestamp': timestamp,
    'content-type': 'application/json',
  }
  return { method: 'POST', body, headers }
}

/** What a person at a terminal sees of it all. */
async function runCommands(world: CanaryWorld): Promise<readonly Buffer[]> {
  const { id } = world.portals.hubspot
  const [record] = [...(await readBackHubspot(world.sandbox)).keys()]
  const commands = [
    ['portals', '--json'],
    ['fields', id],
    ['explain', id, record ?? ''],
    ['explain', id, plant('message', 4)],
    ['audit', id, '--limit', '1000', '--json'],
    ['audit', '--verify'],
  ]
  const outputs: Buffer[] = []
  for (const command of commands) outputs.push(...(await commandOutput(world, command)))
  return outputs
}

async function commandOutput(world: CanaryWorld, args: readonly string[]): Promise<Buffer[]> {
  const { stdout, stderr } = await runCli(args, world.env)
  return [Buffer.from(stdout), Buffer.from(stderr)]
}
