import { mkdir, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, inject, it } from 'vitest'
import type { PortalId } from '#src/ports.ts'
import { connect, KEY, openAt, person } from '#test/integration/store/open-stores.ts'
import { type Ran, runLeadwell } from '#test/run-leadwell.ts'
import { createStorePlace, type StorePlace } from '#test/test-store.ts'
import { asksForSelf, individual, score } from './model-sets.ts'

const PORTAL: PortalId = 'hubspot:4242'
/** Each command is a process of its own that loads the word lists of the language lint. */
const PATIENCE_MS = 180_000

let place: StorePlace
beforeAll(async () => {
  place = await createStorePlace('server')
  const store = await openAt(place)
  await connect(store, PORTAL)
  const facts = { inquiryType: 'self', requestedContact: 'call' }
  await score(store, PORTAL, [person('900100200', { facts })], Date.now())
  await store.close()
  await mkdir(join(place.dataDir, 'ours'))
  const draft = individual([asksForSelf(34)], 3)
  await writeFile(join(place.dataDir, 'ours', 'individual.yaml'), draft)
})
afterAll(() => place.remove())

function leadwell(...args: readonly string[]): Promise<Ran> {
  const { databaseUrl = '', dataDir } = place
  return runLeadwell(args, {
    cwd: dataDir,
    env: {
      DATABASE_URL: databaseUrl,
      REDIS_URL: inject('redisUrl'),
      LEADWELL_DATA_DIR: dataDir,
      LEADWELL_SECRET_KEY: KEY,
    },
  })
}

describe('changing the models of a portal by command', () => {
  it(
    'goes from draft over preview and approval to what decides',
    async () => {
      const drafted = await leadwell(
        'model',
        'draft',
        PORTAL,
        '--file',
        'ours',
        '--note',
        'Own care',
        '--by',
        'Ana Ops',
      )
      const preview = await leadwell('model', 'preview', PORTAL, '1', '--capacity', '18/week')
      const own = await leadwell('model', 'approve', PORTAL, '1', '--by', 'Ana Ops')
      const approved = await leadwell('model', 'approve', PORTAL, '1', '--by', 'Bo Ops')
      const published = await leadwell('model', 'publish', PORTAL, '1', '--by', 'Bo Ops', '--json')
      const versions = await leadwell('model', 'versions', PORTAL)
      const explained = await leadwell('explain', PORTAL, '900100200')

      expect(drafted.stdout).toContain('Version 1 is kept as a draft: 0 errors')
      expect(preview.stdout).toContain('contact 900100200')
      expect(preview.stdout).toContain('Asks about care for themselves (+20 → +34)')
      expect(preview.stdout).toContain('The team takes on 2.6 a day: within capacity')
      expect(own.stderr).toContain('somebody else than who drafted it')
      expect(own.code).not.toBe(0)
      expect(approved.code).toBe(0)
      expect(published.objects()).toEqual([
        expect.objectContaining({ version: 1, status: 'published', records: 1 }),
      ])
      expect(versions.stdout).toMatch(/1\s.*in force.*individual.*Ana Ops.*Bo Ops.*Own care/)
      expect(explained.stdout).toMatch(/\+34\s.*Asks about care for themselves/)
    },
    PATIENCE_MS,
  )

  it(
    'is refused without a name to answer for it, and without a note',
    async () => {
      const nameless = await leadwell('model', 'rollback', PORTAL)
      const noteless = await leadwell(
        'model',
        'draft',
        PORTAL,
        '--file',
        'ours',
        '--by',
        'Ana Ops',
        '--note',
        ' ',
      )

      expect([nameless.code, noteless.code]).toEqual([2, 2])
      expect(nameless.stderr).toContain('--by')
      expect(noteless.stderr).toContain('needs a note')
    },
    PATIENCE_MS,
  )

  it(
    'tells which files of a folder would be read when there are none',
    async () => {
      await mkdir(join(place.dataDir, 'empty'))

      const { stderr } = await leadwell(
        'model',
        'draft',
        PORTAL,
        '--file',
        'empty',
        '--by',
        'Ana Ops',
        '--note',
        'x',
      )

      expect(stderr).toContain('holds no model')
      expect(stderr).toContain('individual.yaml')
    },
    PATIENCE_MS,
  )
})
