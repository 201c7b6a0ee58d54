import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Credentials, PortalIdentity } from '#src/ports.ts'
import { rotateKeys } from '#src/store/rotate-keys.ts'
import { createKeyring } from '#src/store/secrets.ts'
import { STORE_KINDS } from '#test/test-store.ts'
import { onDatabase } from './on-database.ts'
import { KEY, OTHER, openAt, openTestStore, PORTAL, type TestStore } from './open-stores.ts'

const TOKEN = 'pat-na1-11111111-2222-3333-4444-555555555555'
const CREDENTIALS: Credentials = { kind: 'hubspot-token', accessToken: TOKEN }
const IDENTITY: PortalIdentity = { id: PORTAL, name: 'Willow Care', timeZone: 'America/Chicago' }
const HUBSPOT = {
  ...IDENTITY,
  crm: 'hubspot',
  apiUrl: 'http://127.0.0.1:1',
  sandbox: true,
} as const

describe.each(STORE_KINDS)('portals in the %s store', (kind) => {
  let world: TestStore
  beforeAll(async () => {
    world = await openTestStore(kind, [])
  })
  afterAll(() => world.close())

  it('keeps a portal and finds it by id and by its webhook key', async () => {
    const { portals } = world.store

    const saved = await portals.save(HUBSPOT, CREDENTIALS)

    expect(saved).toMatchObject({ ...HUBSPOT, status: 'connected', statusReason: undefined })
    expect(saved.webhookKey).toMatch(/^[\w-]{32}$/)
    expect(await portals.find(PORTAL)).toEqual(saved)
    expect(await portals.findByWebhookKey(saved.webhookKey)).toEqual(saved)
    expect(await portals.list()).toEqual([saved])
    expect(await portals.credentials(PORTAL)).toEqual(CREDENTIALS)
  })

  it('keeps the webhook key and connects again when a known portal is saved', async () => {
    const { portals } = world.store
    const first = await portals.save(HUBSPOT, CREDENTIALS)
    await portals.setStatus(PORTAL, 'disconnected', 'token-refused')
    const stopped = await portals.require(PORTAL)

    const second = await portals.save({ ...HUBSPOT, name: 'Willow' }, CREDENTIALS)

    expect(stopped).toMatchObject({ status: 'disconnected', statusReason: 'token-refused' })
    expect(second).toEqual({ ...first, name: 'Willow' })
  })

  it('names the connected portals when asked for one it does not know', async () => {
    const { portals } = world.store
    await portals.save(HUBSPOT, CREDENTIALS)

    expect(await portals.find(OTHER)).toBeUndefined()
    await expect(portals.require(OTHER)).rejects.toMatchObject({
      code: 'portal-unknown',
      hint: expect.stringContaining(PORTAL),
    })
    await expect(portals.credentials(OTHER)).rejects.toMatchObject({ code: 'portal-unknown' })
  })

  it('has no readable token anywhere in the database', async () => {
    await world.store.portals.save(HUBSPOT, CREDENTIALS)

    const row = await rawPortal(world)

    expect(row.credentials.includes(Buffer.from(TOKEN.slice(0, 12)))).toBe(false)
    expect(JSON.stringify({ ...row, credentials: '' })).not.toContain(TOKEN)
  })

  it('says which key is wrong when none opens the credentials', async () => {
    await world.store.portals.save(HUBSPOT, CREDENTIALS)
    const keys = createKeyring(randomBytes(32).toString('base64'))
    const stranger = await openAt(world.place, { keys })

    const attempt = stranger.portals.credentials(PORTAL)

    await expect(attempt).rejects.toMatchObject({
      code: 'secret-key-wrong',
      hint: expect.stringContaining('LEADWELL_SECRET_KEY'),
    })
    await stranger.close()
  })

  it('lets an old key go after rotation', async () => {
    await world.store.portals.save(HUBSPOT, CREDENTIALS)
    const fresh = randomBytes(32).toString('base64')
    const both = await openAt(world.place, { keys: createKeyring(`${fresh},${KEY}`) })
    const onlyFresh = await openAt(world.place, { keys: createKeyring(fresh) })

    const rotated = await rotateKeys(both)

    expect(rotated.credentials).toEqual({ resealed: 1, kept: 0, failed: [] })
    expect(await onlyFresh.portals.credentials(PORTAL)).toEqual(CREDENTIALS)
    await expect(world.store.portals.credentials(PORTAL)).rejects.toMatchObject({
      code: 'secret-key-wrong',
    })
    await onlyFresh.close()
    await both.close()
  })

  it('does not lose a token refreshed while credentials are changed in a transaction', async () => {
    const { store } = world
    await store.portals.save(HUBSPOT, CREDENTIALS)
    const refreshed: Credentials = { kind: 'hubspot-token', accessToken: 'refreshed' }
    let refresh: Promise<void> = Promise.resolve()

    await store.transaction(async ({ portals }) => {
      const read = await portals.credentials(PORTAL)
      refresh = store.portals.saveCredentials(PORTAL, refreshed)
      await portals.saveCredentials(PORTAL, read)
    })
    await refresh

    expect(await store.portals.credentials(PORTAL)).toEqual(refreshed)
  })

  it('keeps cursors of any shape until removed', async () => {
    const { cursors } = world.store
    const shapes = [{ a: [1, null, 'x'] }, 'text', 7, null, [], false]

    for (const shape of shapes) {
      await cursors.set(PORTAL, 'poll', shape)
      expect(await cursors.get(PORTAL, 'poll')).toEqual(shape)
    }
    await cursors.remove(PORTAL, 'poll')

    expect(await cursors.get(PORTAL, 'poll')).toBeUndefined()
    expect(await cursors.get(OTHER, 'poll')).toBeUndefined()
  })
})

async function rawPortal({ place }: TestStore): Promise<{ credentials: Buffer }> {
  const { rows } = await onDatabase(place, 'select * from portals')
  return rows[0] as { credentials: Buffer }
}
