import { afterAll, beforeAll, expect, it } from 'vitest'
import { noteTrouble } from '#jobs/portal-trouble.ts'
import { PermanentError } from '#src/errors.ts'
import { findPerson } from '#src/explain-record.ts'
import { standingOf, standingWords } from '#src/standing-of.ts'
import { SILENT_LOG } from '#test/test-store.ts'
import {
  intent,
  OTHER,
  openTestStore,
  PORTAL,
  person,
  type TestStore,
  values,
} from './open-stores.ts'

let world: TestStore
beforeAll(async () => {
  world = await openTestStore('server')
})
afterAll(() => world.close())

const ref = (id: string) => ({ object: 'contact', id }) as const
const told = async (id: string, portal = PORTAL, decided = values()) => {
  const standing = await standingOf(world.store, portal, { ref: ref(id), values: decided })
  return { ...standing, words: standingWords(portal, standing) }
}

it('says of what was decided how far it has come, and what to do where it is stuck', async () => {
  const { intents, marks } = world.store
  const since = world.clock.now

  const unheard = await told('1')
  await intents.intend(PORTAL, [intent('1')], 'event')
  const waiting = await told('1')
  await intents.park(PORTAL, [ref('1')], 'hubspot-refused')
  const parked = await told('1')
  await world.store.parked.retry(PORTAL, undefined)
  world.clock.now += 60_000
  const objects = ['contact'] as const
  const claimed = await intents.claim(PORTAL, { limit: 1, leaseMs: 0, objects })
  await intents.written(PORTAL, claimed)
  const written = await told('1')
  const other = await told('1', PORTAL, values({ score: 12 }))
  await marks.mark(PORTAL, [ref('1')], 'event')
  const marked = await marks.claim(PORTAL, { limit: 1, leaseMs: 0 })
  await marks.fail(PORTAL, marked, { code: 'TypeError', maxTries: 1, retryInMs: 0 })
  const unread = await told('1', PORTAL, values({ score: 12 }))

  expect(unheard.state).toBe('not-stored')
  expect(waiting).toMatchObject({ state: 'waiting', since, code: null })
  expect(parked).toMatchObject({ state: 'parked', stage: 'write', code: 'hubspot-refused' })
  expect(parked.words).toContain(`leadwell parked ${PORTAL} --code hubspot-refused --retry`)
  expect(written).toMatchObject({ state: 'written', at: since + 60_000 })
  expect(written.words).toContain('written at 2027-01-15 08:01 UTC')
  // What the CRM shows is the earlier result: nothing must say it shows this one.
  expect(other.state).toBe('not-stored')
  expect(unread).toMatchObject({ state: 'parked', stage: 'read', code: 'TypeError' })
})

it('names what stopped the portal, be it the CRM or a fault of ours', async () => {
  const { store, clock } = world
  await store.intents.intend(OTHER, [intent('2')], 'event')
  const error = new PermanentError('secret-key-wrong', 'Ours.')
  await noteTrouble({ store, log: SILENT_LOG, now: () => clock.now }, OTHER, error)
  const resting = await told('2', OTHER)
  await store.portals.setStatus(OTHER, 'disconnected', 'salesforce-grant-ended')
  const stopped = await told('2', OTHER)

  expect(resting).toMatchObject({ state: 'portal-stopped', code: 'secret-key-wrong' })
  expect(stopped).toMatchObject({ state: 'portal-stopped', code: 'salesforce-grant-ended' })
})

it('sends nobody to read again who was forgotten', async () => {
  const { store } = world
  await store.records.put(PORTAL, [person('9')])
  await store.erasure.forget(PORTAL, [ref('9')], 'operator')

  const asked = findPerson({ store }, PORTAL, [ref('9')])

  await expect(asked).rejects.toMatchObject({
    code: 'record-forgotten',
    hint: expect.not.stringContaining('sync'),
  })
  await expect(findPerson({ store }, PORTAL, [ref('10')])).rejects.toMatchObject({
    code: 'record-unknown',
  })
})
