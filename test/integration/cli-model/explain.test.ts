import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { Activity, PortalId } from '#src/ports.ts'
import { shippedAllowList } from '#src/privacy/allow-list.ts'
import { toSafeRecord } from '#src/privacy/safe-record.ts'
import { openStore } from '#src/store/open-store.ts'
import { createKeyring } from '#src/store/secrets.ts'
import { type Ran, runLeadwell } from '#test/run-leadwell.ts'
import { createStorePlace, SILENT_LOG, type StorePlace } from '#test/test-store.ts'

const PORTAL: PortalId = 'hubspot:42'
const KEY = Buffer.alloc(32, 7).toString('base64')

const person = (id: string, fields: object, activities: readonly Activity[]) =>
  toSafeRecord(shippedAllowList('hubspot'), {
    object: 'contact',
    id,
    companyId: undefined,
    fields: { ...fields },
    activities,
  })

let place: StorePlace
beforeAll(async () => {
  place = await createStorePlace('server')
  const store = await openStore({
    ...place,
    keys: createKeyring(KEY),
    now: Date.now,
    log: SILENT_LOG,
  })
  await store.portals.save(
    {
      id: PORTAL,
      crm: 'hubspot',
      name: 'Test',
      timeZone: 'UTC',
      apiUrl: 'http://x',
      sandbox: true,
    },
    { kind: 'hubspot-token', accessToken: 'none' },
  )
  await store.portals.setStatus(PORTAL, 'connected')
  await store.records.put(PORTAL, [
    person('1', { jobtitle: 'VP Benefits', inquiry_type: 'employer' }, [
      { kind: 'page-viewed', category: 'pricing', at: Date.now() - 30 * 86_400_000 },
    ]),
    person('2', { inquiry_type: 'self', do_not_profile: 'true' }, []),
  ])
  await store.close()
})
afterAll(() => place.remove())

function explain(...args: readonly string[]): Promise<Ran> {
  const { databaseUrl = '', dataDir } = place
  return runLeadwell(['explain', PORTAL, ...args], {
    cwd: dataDir,
    env: {
      DATABASE_URL: databaseUrl,
      REDIS_URL: inject('redisUrl'),
      LEADWELL_DATA_DIR: dataDir,
      LEADWELL_SECRET_KEY: KEY,
    },
  })
}

describe('leadwell explain', () => {
  test('tells what faded, what would matter to know, and the way to the next tier', async () => {
    const { code, stdout } = await explain('1')

    expect(code).toBe(0)
    expect(stdout).toContain('Faded since then')
    expect(stdout).toMatch(/company size: could add up to \d+ points/)
    expect(stdout).toMatch(/(?:Shortest way|A way) to sales-ready:\n {2}\S/)
    expect(stdout).not.toContain(' → ')
  })

  test('tells what would be if they attended the webinar', async () => {
    const { code, stdout } = await explain('1', '--if', 'webinar-attended')

    expect(code).toBe(0)
    expect(stdout).toContain('If webinar-attended:')
    expect(stdout).toMatch(/score \d+ \(fit \d+, engagement \d+\), grade \w\d, [\w-]+ → score \d+/)
    expect(stdout).toMatch(/\+\d+ {2}Attended a webinar/)
  })

  test('gives the same as data, and several ifs come true together', async () => {
    const { objects } = await explain(
      '1',
      '--if',
      'demo-attended:demo',
      '--if',
      'companySize=1200',
      '--json',
    )

    const [told] = objects() as [
      {
        score: number
        lines: { points: number }[]
        missing: { fact: string; upTo: number }[]
        path: { tier: string }
        whatIf: { if: string[]; before: { score: number }; after: { score: number; tier: string } }
      },
    ]
    expect(told.lines.reduce((sum, { points }) => sum + points, 0)).toBe(told.score)
    expect(told.missing.map(({ fact }) => fact)).toContain('companySize')
    expect(told.path.tier).toBe('sales-ready')
    expect(told.whatIf.if).toEqual(['demo-attended:demo', 'companySize=1200'])
    expect(told.whatIf.before.score).toBe(told.score)
    expect(told.whatIf.after).toMatchObject({ tier: 'sales-ready' })
  })

  test('never guesses at the score of who may not be scored', async () => {
    const { code, objects } = await explain('2', '--if', 'demo-attended', '--json')

    expect(code).toBe(0)
    expect(objects()[0]).toMatchObject({ score: null, hold: 'do-not-profile' })
    expect(objects()[0]).not.toHaveProperty('whatIf')
    expect(objects()[0]).not.toHaveProperty('path')
  })

  test('refuses an if it does not know, and names the one that was meant', async () => {
    const { code, stderr } = await explain('1', '--if', 'webinar-atended')

    expect(code).toBe(2)
    expect(stderr).toContain(
      '"webinar-atended" is no kind of activity; did you mean "webinar-attended"?',
    )
  })
})
