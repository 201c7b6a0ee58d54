/**
 * What the ledger and erasure cost: `npm run bench -- ledger [records]`, on the embedded store in a fresh
 * folder, and on DATABASE_URL when that is set (an empty database).
 */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { IntentValues, Log, PortalId, RecordRef, SafeRecord } from '#src/ports.ts'
import { fingerprintOf, restoreSafeRecord } from '#src/privacy/safe-record.ts'
import { readOwner } from '#src/store/embedded/owner-file.ts'
import { openStore } from '#src/store/open-store.ts'
import { createKeyring } from '#src/store/secrets.ts'
import type { Store } from '#src/store/store.ts'

const RECORDS = Number(process.argv[3] ?? 20_000)
const BATCH = 100
const PORTAL: PortalId = `hubspot:${process.pid}`
const FIELDS = Array.from({ length: 60 }, (_, index) => `property_name_${index}`)
const VALUES: IntentValues = {
  score: 71,
  fit: 31,
  engagement: 40,
  grade: 'A2',
  tier: 'nurture',
  hold: null,
  audience: 'individual',
  topReason: 'Asked for a call',
  handoffNote: 'Asked for a call about services. Call within the hour. '.repeat(8),
  nextAction: 'call',
  channels: ['phone', 'email'],
  respondBy: 1,
  scoredAt: 1,
  model: 'individual@1',
}
const log: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  with: () => log,
}
/** Each line as it is shown: what was done, and how fast. */
let figures: Record<string, string> = {}
const print = (line: string): boolean => process.stdout.write(`${line}\n`)

function figure(name: string, value: string): void {
  figures[name] = value
  print(`${name.padEnd(26)} ${value}`)
}

function refOf(index: number): RecordRef {
  return { object: 'contact', id: String(100_000_000_000 + index) }
}

function batches(): readonly (readonly RecordRef[])[] {
  return Array.from({ length: Math.ceil(RECORDS / BATCH) }, (_, batch) =>
    Array.from({ length: BATCH }, (__, index) => refOf(batch * BATCH + index)),
  )
}

async function seconds(work: () => Promise<unknown>): Promise<number> {
  const startedAt = performance.now()
  await work()
  return (performance.now() - startedAt) / 1_000
}

async function fill(store: Store): Promise<void> {
  const facts = { role: 'hr', state: 'CA', createdAt: 1 }
  for (const refs of batches()) {
    const records = refs.map(
      (ref): SafeRecord =>
        restoreSafeRecord({
          ...ref,
          companyId: '7',
          facts,
          activities: [],
          fingerprint: fingerprintOf(facts, '7'),
        }),
    )
    await store.records.put(PORTAL, records)
    const intents = refs.map((ref) => ({ ref, values: VALUES, nextChangeAt: 1 }))
    await store.intents.intend(PORTAL, intents, 'bulk')
  }
}

/** As a backfill does: read, decided and sent, a hundred records each. */
async function appendAll({ ledger }: Store): Promise<void> {
  for (const records of batches()) {
    const intents = records.map((ref) => ({ ref, values: VALUES, codes: ['own-service'] }))
    await ledger.append(PORTAL, {
      kind: 'read',
      records,
      fields: { contact: FIELDS },
      allowList: 1,
    })
    await ledger.append(PORTAL, { kind: 'decided', records: intents, allowList: 1 })
    await ledger.append(PORTAL, { kind: 'sent', records: intents, properties: Object.keys(VALUES) })
  }
}

async function measure(store: Store, address: pg.ClientConfig): Promise<void> {
  await store.portals.save(
    { id: PORTAL, crm: 'hubspot', name: '', timeZone: 'UTC', apiUrl: 'http://x', sandbox: true },
    { kind: 'hubspot-token', accessToken: 'none' },
  )
  figure('put and intend', `${(RECORDS / (await seconds(() => fill(store)))).toFixed(0)} records/s`)
  const small = 1_000
  const appended = await seconds(async () => {
    for (let entry = 0; entry < small; entry += 1) {
      await store.ledger.append(PORTAL, { kind: 'admin', action: 'bench' })
    }
  })
  figure('append, one after other', `${(small / appended).toFixed(0)} entries/s`)
  const crowd = await seconds(() =>
    Promise.all(
      Array.from({ length: small }, () =>
        store.ledger.append(PORTAL, { kind: 'admin', action: 'bench' }),
      ),
    ),
  )
  figure('append, all at once', `${(small / crowd).toFixed(0)} entries/s`)
  const all = await seconds(() => appendAll(store))
  const entries = (RECORDS / BATCH) * 3
  figure(
    'append, 100 records each',
    `${(entries / all).toFixed(0)} entries/s, ${(RECORDS / all).toFixed(0)} records/s`,
  )
  const verified = await seconds(() => store.ledger.verify())
  figure('verify', `${((entries + 2 * small) / verified).toFixed(0)} entries/s`)
  figure(
    'about one record',
    `${((await seconds(() => store.ledger.about(PORTAL, refOf(5)))) * 1_000).toFixed(1)} ms`,
  )
  await measureErasure(store)
  await showSize(address)
}

async function measureErasure({ erasure }: Store): Promise<void> {
  const forget = (refs: readonly RecordRef[]) =>
    seconds(() => erasure.forget(PORTAL, refs, 'operator'))
  const first = await forget([refOf(1)])
  figure('forget one, cleared', `${(first * 1_000).toFixed(0)} ms`)
  figure('forget one, without', `${((await forget([refOf(2)])) * 1_000).toFixed(1)} ms`)
  const many = await forget(Array.from({ length: 1_000 }, (_, index) => refOf(index + 10)))
  figure('forget 1,000, without', `${(many * 1_000).toFixed(0)} ms`)
  figure(
    'search for remains',
    `${((await seconds(() => erasure.remains(PORTAL, refOf(1)))) * 1_000).toFixed(0)} ms`,
  )
  figure('erase the portal', `${(await seconds(() => erasure.portal(PORTAL))).toFixed(1)} s`)
}

async function showSize(address: pg.ClientConfig): Promise<void> {
  const client = new pg.Client(address)
  await client.connect()
  const { rows } = await client.query<{ heap: string; all: string }>(
    `select pg_table_size('ledger') as heap, pg_total_relation_size('ledger') as "all"`,
  )
  await client.end()
  const mb = (bytes: string | undefined): string =>
    (((Number(bytes) / RECORDS) * 1_000_000) / 1_048_576).toFixed(0)
  figure(
    'per million records',
    `${mb(rows[0]?.all)} MB, ${mb(rows[0]?.heap)} of it without indexes`,
  )
}

async function bench(
  name: string,
  databaseUrl: string | undefined,
): Promise<Readonly<Record<string, string>>> {
  figures = {}
  const dataDir = mkdtempSync(join(tmpdir(), 'leadwell-bench-'))
  const keys = createKeyring(randomBytes(32).toString('base64'))
  const store = await openStore({ databaseUrl, dataDir, keys, now: Date.now, log })
  print(`\n${name}: ${RECORDS.toLocaleString('en')} records`)
  const owner = await readOwner(join(dataDir, 'postgres.owner'))
  const socket = { host: owner?.socketFolder ?? '', user: 'postgres', database: 'postgres' }
  try {
    await measure(store, databaseUrl === undefined ? socket : { connectionString: databaseUrl })
  } finally {
    await store.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return figures
}

const embedded = await bench('Embedded', undefined)
const databaseUrl = process.env['DATABASE_URL']
const server = databaseUrl === undefined ? undefined : await bench('DATABASE_URL', databaseUrl)
print(JSON.stringify({ bench: 'ledger', records: RECORDS, embedded, server }))
