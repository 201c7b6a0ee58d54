import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'
import type { PortalId } from '#src/ports.ts'
import { allow, codes } from '#src/privacy/allow.ts'
import { shippedAllowList } from '#src/privacy/allow-list.ts'
import type { AllowList } from '#src/privacy/allowed-field.ts'
import { toSafeRecord } from '#src/privacy/safe-record.ts'
import { openStore } from '#src/store/open-store.ts'
import { createKeyring } from '#src/store/secrets.ts'
import { type Ran, runLeadwell } from '#test/run-leadwell.ts'
import { createStorePlace, SILENT_LOG, type StorePlace } from '#test/test-store.ts'

const PORTAL: PortalId = 'hubspot:42'
const KEY = Buffer.alloc(32, 7).toString('base64')
const FIELDS = {
  lifecyclestage: 'lead',
  inquiry_type: 'self',
  service_line: 'substance_use_program',
  part2_consent: 'partial',
  existing_patient: 'false',
  gender: 'Female',
}
const SHIPPED = shippedAllowList('hubspot')
const BASIS = 'Section 1557 review of 2026, approved by counsel'
const HELD = allow('gender', 'auditGender', codes('audit-gender'), { basis: BASIS })
const LIST: AllowList = {
  ...SHIPPED,
  fields: { ...SHIPPED.fields, contact: [...(SHIPPED.fields.contact ?? []), HELD] },
}

let place: StorePlace
beforeAll(async () => {
  place = await createStorePlace('server')
  const keys = createKeyring(KEY)
  const store = await openStore({ ...place, keys, now: Date.now, log: SILENT_LOG })
  const portal = { crm: 'hubspot', name: 'Test', timeZone: 'UTC', apiUrl: 'http://x' } as const
  await store.portals.save(
    { ...portal, id: PORTAL, sandbox: true },
    { kind: 'hubspot-token', accessToken: 'none' },
  )
  await store.portals.setStatus(PORTAL, 'connected')
  await store.allowLists.approve(PORTAL, LIST, 'Ana Ops')
  const raw = { object: 'contact', id: '1', companyId: undefined, activities: [] } as const
  const record = toSafeRecord(LIST, { ...raw, fields: FIELDS })
  await store.records.put(PORTAL, [record])
  await store.close()
})
afterAll(() => place.remove())

function explain(...args: readonly string[]): Promise<Ran> {
  const { databaseUrl = '', dataDir } = place
  return runLeadwell(['explain', PORTAL, '1', '--json', ...args], {
    cwd: dataDir,
    env: {
      DATABASE_URL: databaseUrl,
      REDIS_URL: inject('redisUrl'),
      LEADWELL_DATA_DIR: dataDir,
      LEADWELL_SECRET_KEY: KEY,
    },
  })
}

describe('leadwell explain --as', () => {
  test.each([
    ['marketing', ['lifecycle'], false],
    ['analytics', ['lifecycle'], false],
    ['admissions', ['existingPatient', 'inquiryType', 'lifecycle'], true],
    [
      'clinical-intake',
      ['existingPatient', 'inquiryType', 'lifecycle', 'part2Consent', 'serviceLine'],
      true,
    ],
  ])('shows %s what they may see and no more', async (role, facts, seesScore) => {
    const { code, stdout, objects } = await explain('--as', role)

    const [told = {}] = objects()
    expect(code).toBe(0)
    expect(Object.keys(told['facts'] as object).toSorted()).toEqual(facts)
    expect('score' in told && 'handoffNote' in told).toBe(seesScore)
    expect(seesScore || !stdout.includes('substance')).toBe(true)
    expect(/part2-|substance/.test(stdout)).toBe(role === 'clinical-intake')
    expect(told['hold'] ?? 'consent-awaited').toBe('consent-awaited')
  })

  test('shows everything when nobody is named', async () => {
    const { objects } = await explain()

    expect(objects()[0]).toHaveProperty('score')
    expect(objects()[0]?.['facts']).toHaveProperty('part2Consent')
    expect(objects()[0]?.['facts']).toHaveProperty('auditGender', 'woman')
  })

  test('knows no other role', async () => {
    expect((await explain('--as', 'boss')).code).toBe(2)
  })
})
