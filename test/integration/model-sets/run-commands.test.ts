import { afterAll, beforeAll, expect, inject, it } from 'vitest'
import type { PortalId } from '#src/ports.ts'
import { connect, KEY, openAt, person } from '#test/integration/store/open-stores.ts'
import { type Ran, runLeadwell } from '#test/run-leadwell.ts'
import { createStorePlace, type StorePlace } from '#test/test-store.ts'
import { score } from './model-sets.ts'

const PORTAL: PortalId = 'hubspot:4243'

let place: StorePlace
beforeAll(async () => {
  place = await createStorePlace('server')
  const store = await openAt(place)
  await connect(store, PORTAL)
  const facts = { inquiryType: 'self', requestedContact: 'call' }
  await score(store, PORTAL, [person('900100200', { facts })], Date.now())
  await store.close()
})
afterAll(() => place.remove())

function leadwell(...args: readonly string[]): Promise<Ran> {
  const { databaseUrl = '', dataDir } = place
  return runLeadwell(args, {
    env: {
      DATABASE_URL: databaseUrl,
      REDIS_URL: `${inject('redisUrl')}/11`,
      LEADWELL_DATA_DIR: dataDir,
      LEADWELL_SECRET_KEY: KEY,
      LOG_LEVEL: 'silent',
    },
  })
}

it('rescore --wait scores everything stored and ends with its report', async () => {
  const ran = await leadwell('rescore', PORTAL, '--wait', '--json')

  expect(ran).toMatchObject({ code: 0, stderr: '' })
  expect(ran.objects().at(-1)).toMatchObject({ id: 1, status: 'done', total: 1, scored: 1 })
})

it('rescore without --wait begins a run that can be looked at and cancelled, once', async () => {
  const begun = await leadwell('rescore', PORTAL, '--json')
  const running = await leadwell('runs', PORTAL)
  const cancelled = await leadwell('runs', PORTAL, '--cancel', '2')
  const again = await leadwell('runs', PORTAL, '--cancel', '2')
  const listed = await leadwell('runs', PORTAL, '--json')

  expect(begun.objects()).toEqual([{ portal: PORTAL, run: 2, total: 1 }])
  expect(running.stdout).toMatch(/ 2 .*rescore.*operator.*running/)
  expect(cancelled.stdout).toContain('Run 2 is cancelled; 0 of 1 were scored.')
  expect(again.code).toBe(1)
  expect(again.stderr).toContain('[run-ended]')
  expect(listed.objects().map(({ id, status }) => [id, status])).toEqual([
    [2, 'cancelled'],
    [1, 'done'],
  ])
})

it('runs --show tells what a run came to, and refuses a run that is none', async () => {
  const shown = await leadwell('runs', PORTAL, '--show', '1')
  const none = await leadwell('runs', PORTAL, '--show', '9')

  expect(shown.code).toBe(0)
  expect(shown.stdout).toMatch(/people scored +│ 1 of 1/)
  expect(none.stderr).toContain('[run-unknown]')
})
