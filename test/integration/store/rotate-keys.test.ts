import { randomBytes } from 'node:crypto'
import { PassThrough } from 'node:stream'
import { text } from 'node:stream/consumers'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { runKeysRotate } from '#src/cli/keys.ts'
import { createOutput, type OutputStreams } from '#src/cli/output.ts'
import { checkStore } from '#src/doctor/check-store.ts'
import type { Credentials, PortalId } from '#src/ports.ts'
import { createKeyring } from '#src/store/secrets.ts'
import { onDatabase } from './on-database.ts'
import {
  configOf,
  connect,
  KEY,
  OTHER,
  openAt,
  openTestStore,
  PORTAL,
  type TestStore,
} from './open-stores.ts'

const ERASED: PortalId = 'hubspot:901'
const OAUTH: Credentials = {
  kind: 'hubspot-oauth',
  clientId: 'app',
  clientSecret: 'secret',
  refreshToken: 'refresh',
} as Credentials
const FRESH = randomBytes(32).toString('base64')

let world: TestStore
beforeAll(async () => {
  world = await openTestStore('server', [PORTAL, OTHER, ERASED])
  const { store } = world
  await store.portals.saveCredentials(PORTAL, OAUTH)
  for (const portal of [PORTAL, OTHER, undefined]) {
    await store.ledger.append(portal, { kind: 'admin', action: 'noted' })
  }
  await store.erasure.portal(ERASED)
})
afterAll(() => world.close())

async function rotate(keys: string) {
  const config = configOf(world.place, keys)
  const streams = { stdout: new PassThrough(), stderr: new PassThrough() }
  const output = createOutput({ json: true, noColor: true }, streams as unknown as OutputStreams)
  const code = await runKeysRotate(config, output)
  streams.stdout.end()
  streams.stderr.end()
  const said = JSON.parse(await text(streams.stdout)) as Record<string, unknown>
  return { code, said, stderr: await text(streams.stderr) }
}

it('lets the old key go: credentials open, and every chain is as it was left', async () => {
  const before = await (async () => {
    const both = await openAt(world.place, { keys: createKeyring(`${FRESH},${KEY}`) })
    const findings = await checkStore(both, { isEmbedded: false })
    await both.close()
    return findings.find(({ check }) => check === 'ledger')
  })()
  const first = await rotate(`${FRESH},${KEY}`)
  const again = await rotate(`${FRESH},${KEY}`)

  const alone = await openAt(world.place, { keys: createKeyring(FRESH) })
  const credentials = await alone.portals.credentials(PORTAL)
  const verified = await alone.ledger.verify()
  const entries = await alone.ledger.list({ portal: undefined, limit: 20 })
  await alone.close()
  expect(before).toMatchObject({ level: 'note', todo: expect.stringContaining('keys rotate') })
  expect(first).toMatchObject({
    code: 0,
    said: {
      credentials: { resealed: 2, kept: 0, failed: [] },
      chains: { resealed: 4, kept: 0, failed: [] },
    },
  })
  expect(again).toMatchObject({
    code: 0,
    said: { credentials: { resealed: 0, kept: 2 }, chains: { resealed: 0, kept: 4 } },
  })
  expect(credentials).toEqual(OAUTH)
  expect(verified.brokenAt).toBeUndefined()
  const noted = entries.filter(({ detail }) => detail['action'] === 'keys-rotated')
  expect(
    noted.map(({ portal, detail }) => [portal, detail['credentials'], detail['chains']]),
  ).toEqual([
    [undefined, 0, 0],
    [undefined, 2, 4],
  ])
})

it('puts no new seal on a head that was altered, names what no key opens, and goes on', async () => {
  const newest = randomBytes(32).toString('base64')
  await onDatabase(
    world.place,
    `update ledger_heads set hash = sha256(hash) where portal = '${PORTAL}'`,
  )
  const stranger = await openAt(world.place, { keys: createKeyring(KEY) })
  await connect(stranger, 'hubspot:902')
  await stranger.close()

  const { code, said, stderr } = await rotate(`${newest},${FRESH}`)

  const alone = await openAt(world.place, { keys: createKeyring(newest) })
  const broken = (await alone.ledger.verify(PORTAL)).brokenAt
  const other = (await alone.ledger.verify(OTHER)).brokenAt
  const finding = (await checkStore(alone, { isEmbedded: false })).find(
    ({ check }) => check === 'ledger',
  )
  await alone.close()
  expect(code).toBe(3)
  expect(said).toMatchObject({
    credentials: { resealed: 2, failed: ['hubspot:902'] },
    chains: { failed: [PORTAL, 'hubspot:902'] },
  })
  expect(stderr).toContain('hubspot:902: no configured key opens its credentials')
  expect(stderr).toContain(`leadwell audit ${PORTAL} --verify`)
  expect(broken?.why).toBe('head-altered')
  expect(other).toBeUndefined()
  expect(finding).toMatchObject({ level: 'problem', says: expect.stringContaining('2 of 5') })
})
