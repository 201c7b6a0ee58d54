import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { type Config, readConfig } from '#src/config.ts'
import type { IntentValues, PortalId, RecordObject, SafeRecord } from '#src/ports.ts'
import { fingerprintOf, restoreSafeRecord } from '#src/privacy/safe-record.ts'
import { openStore } from '#src/store/open-store.ts'
import { createKeyring, type Keyring } from '#src/store/secrets.ts'
import type { Store } from '#src/store/store.ts'
import { createStorePlace, SILENT_LOG, type StoreKind, type StorePlace } from '#test/test-store.ts'

export const PORTAL: PortalId = 'hubspot:900'
export const OTHER: PortalId = 'salesforce:00D000000000001AAA'
export const KEY = randomBytes(32).toString('base64')

/** Connects a portal that nobody calls. */
export async function connect(store: Store, id: PortalId): Promise<void> {
  const crm = id.startsWith('hubspot') ? 'hubspot' : 'salesforce'
  await store.portals.save(
    { id, crm, name: 'Willow Care', timeZone: 'UTC', apiUrl: 'http://127.0.0.1:1', sandbox: true },
    { kind: 'hubspot-token', accessToken: 'none' },
  )
}

/** A store of its own for one test file, with a clock that is set by hand. */
export interface TestStore {
  readonly store: Store
  readonly place: StorePlace
  readonly clock: { now: number }
  close(): Promise<void>
}

export async function openTestStore(
  kind: StoreKind,
  connected: readonly PortalId[] = [PORTAL, OTHER],
): Promise<TestStore> {
  const place = await createStorePlace(kind)
  const clock = { now: 1_800_000_000_000 }
  const store = await openAt(place, { now: () => clock.now })
  for (const portal of connected) await connect(store, portal)
  return {
    store,
    place,
    clock,
    close: async () => {
      await store.close()
      await place.remove()
    },
  }
}

export function openAt(
  { databaseUrl, dataDir }: Pick<StorePlace, 'databaseUrl' | 'dataDir'>,
  { keys = createKeyring(KEY), now = Date.now }: { keys?: Keyring; now?: () => number } = {},
): Promise<Store> {
  return openStore({ databaseUrl, dataDir, keys, now, log: SILENT_LOG })
}

/** The configuration by which a command finds that store. */
export function configOf(
  { databaseUrl, dataDir }: Pick<StorePlace, 'databaseUrl' | 'dataDir'>,
  keys = KEY,
): Config {
  return readConfig({
    DATABASE_URL: databaseUrl,
    REDIS_URL: inject('redisUrl'),
    LEADWELL_SECRET_KEY: keys,
    LEADWELL_DATA_DIR: dataDir,
  })
}

export function person(id: string, changes: Partial<SafeRecord> = {}): SafeRecord {
  const object: RecordObject = changes.object ?? 'contact'
  const facts = changes.facts ?? { role: 'hr', companySize: 250, emailOptOut: false }
  const companyId = changes.companyId
  return restoreSafeRecord({
    object,
    id,
    companyId,
    facts,
    activities: changes.activities ?? [
      { kind: 'form-submitted', category: 'pricing', at: 1_799_000_000_000 },
      { kind: 'page-viewed', category: 'insurance', at: 1_799_500_000_123 },
    ],
    fingerprint: fingerprintOf(facts, companyId),
  })
}

export function values(changes: Partial<IntentValues> = {}): IntentValues {
  return {
    score: 71,
    fit: 31,
    engagement: 40,
    grade: 'A2',
    tier: 'sales-ready',
    hold: null,
    audience: 'individual',
    topReason: 'Asked for a call',
    handoffNote: 'Call today.',
    nextAction: 'call',
    channels: ['phone', 'email'],
    respondBy: 1_800_000_900_000,
    scoredAt: 1_800_000_000_000,
    model: 'individual@1',
    ...changes,
  }
}

export function intent(
  id: string,
  changes: Partial<IntentValues> = {},
  nextChangeAt?: number,
  object: RecordObject = 'contact',
) {
  return { ref: { object, id }, values: values(changes), nextChangeAt }
}

export const ids = (refs: readonly { readonly id: string }[]): string[] =>
  refs.map(({ id }) => id).toSorted()
