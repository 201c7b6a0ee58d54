/**
 * Rows a second through the store: `npm run bench -- store [rows]`, on the embedded store in a fresh
 * folder, and on DATABASE_URL when that is set (an empty database).
 */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { IntentValues, Log, PortalId, SafeRecord } from '#src/ports.ts'
import { ACTIVITY_CATEGORIES, ACTIVITY_KINDS } from '#src/ports.ts'
import { fingerprintOf, restoreSafeRecord } from '#src/privacy/safe-record.ts'
import { openStore } from '#src/store/open-store.ts'
import { createKeyring } from '#src/store/secrets.ts'
import type { Store } from '#src/store/store.ts'

const ROWS = Number(process.argv[3] ?? 10_000)
const BATCH = 100
const PORTAL: PortalId = `hubspot:${process.pid}`
const START = 1_800_000_000_000
const log: Log = {
  debug: () => undefined,
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
  with: () => log,
}

function record(index: number): SafeRecord {
  const facts = {
    role: 'hr',
    state: 'CA',
    source: 'organic',
    lifecycle: 'lead',
    inquiryType: 'self',
    emailOptOut: index % 7 === 0,
    createdAt: START - index * 60_000,
  }
  const companyId = String(index % 500)
  const activities = Array.from({ length: 15 }, (_, step) => ({
    kind: ACTIVITY_KINDS[(index + step) % ACTIVITY_KINDS.length] ?? 'page-viewed',
    category: ACTIVITY_CATEGORIES[step] ?? 'other',
    at: START - (15 - step) * 86_400_000 + index,
  }))
  const id = String(100_000_000 + index)
  const fingerprint = fingerprintOf(facts, companyId)
  return restoreSafeRecord({ object: 'contact', id, companyId, facts, activities, fingerprint })
}

function valuesOf(index: number, round: number): IntentValues {
  return {
    score: (index + round) % 101,
    fit: 30,
    engagement: 40,
    grade: 'A2',
    tier: 'nurture',
    hold: null,
    audience: 'individual',
    topReason: 'Asked for a call about services',
    handoffNote: 'Asked for a call about services. Call within the hour. '.repeat(8),
    nextAction: 'call',
    channels: ['phone', 'email'],
    respondBy: START,
    scoredAt: START,
    model: 'individual v1',
  }
}

/** Rows a second, by what is done with them. */
let figures: Record<string, number> = {}
const print = (line: string): boolean => process.stdout.write(`${line}\n`)

async function figure(name: string, rows: number, work: () => Promise<unknown>): Promise<void> {
  const startedAt = performance.now()
  await work()
  const seconds = (performance.now() - startedAt) / 1_000
  figures[name] = Math.round(rows / seconds)
  print(
    `${name.padEnd(34)} ${Math.round(rows / seconds)
      .toLocaleString('en')
      .padStart(9)} rows/s`,
  )
}

async function inBatches<T>(
  items: readonly T[],
  size: number,
  work: (batch: readonly T[]) => Promise<unknown>,
): Promise<void> {
  for (let start = 0; start < items.length; start += size) {
    await work(items.slice(start, start + size))
  }
}

async function measure(store: Store): Promise<void> {
  const records = Array.from({ length: ROWS }, (_, index) => record(index))
  const intents = (round: number) =>
    records.map(({ object, id }, index) => ({
      ref: { object, id },
      values: valuesOf(index, round),
      nextChangeAt: START + index,
    }))
  const { marks } = store
  await store.portals.save(
    { id: PORTAL, crm: 'hubspot', name: '', timeZone: 'UTC', apiUrl: 'http://x', sandbox: true },
    { kind: 'hubspot-token', accessToken: 'none' },
  )
  const intend = (round: number) => () =>
    inBatches(intents(round), BATCH, (batch) => store.intents.intend(PORTAL, batch, 'bulk'))
  const put = (size: number) => () =>
    inBatches(records, size, (batch) => store.records.put(PORTAL, batch))

  await figure(`put, ${BATCH} a call`, ROWS, put(BATCH))
  await figure(`put again unchanged, ${BATCH} a call`, ROWS, put(BATCH))
  await figure('put again unchanged, 1,000 a call', ROWS, put(1_000))
  await figure(`get, ${BATCH} a call`, ROWS, () =>
    inBatches(records, BATCH, (batch) => store.records.get(PORTAL, batch)),
  )
  await figure('page, 1,000 a call', ROWS, () => readPages(store))
  await figure(`intend new, ${BATCH} a call`, ROWS, intend(0))
  await figure(`intend equal, ${BATCH} a call`, ROWS, intend(0))
  await figure(`intend different, ${BATCH} a call`, ROWS, intend(1))
  await figure(`claim and written, ${BATCH} a call`, ROWS, () => writeAll(store))
  await figure(`mark, ${BATCH} a call`, ROWS, () =>
    inBatches(records, BATCH, (batch) => marks.mark(PORTAL, batch, 'event')),
  )
  await figure(`claim and settle, ${BATCH} a call`, ROWS, () => settleAll(store))
  await figure('tally', ROWS, () => store.intents.tally(PORTAL))
  await figure('erase, 1,000 a call', ROWS, () => store.records.erase(PORTAL, records))
}

async function readPages(store: Store): Promise<void> {
  let after: string | undefined
  do {
    const page = await store.records.page(PORTAL, { object: 'contact', after, limit: 1_000 })
    after = page.at(-1)?.id
  } while (after !== undefined)
}

async function writeAll({ intents }: Store): Promise<void> {
  const options = { limit: BATCH, leaseMs: 60_000, objects: ['contact'] as const }
  for (;;) {
    const claimed = await intents.claim(PORTAL, options)
    if (claimed.length === 0) return
    await intents.written(PORTAL, claimed)
  }
}

async function settleAll({ marks }: Store): Promise<void> {
  for (;;) {
    const claimed = await marks.claim(PORTAL, { limit: BATCH, leaseMs: 60_000 })
    if (claimed.length === 0) return
    await marks.settle(PORTAL, claimed)
  }
}

async function bench(
  name: string,
  databaseUrl: string | undefined,
): Promise<Readonly<Record<string, number>>> {
  figures = {}
  const dataDir = mkdtempSync(join(tmpdir(), 'leadwell-bench-'))
  const keys = createKeyring(randomBytes(32).toString('base64'))
  const startedAt = performance.now()
  const store = await openStore({ databaseUrl, dataDir, keys, now: Date.now, log })
  print(`\n${name}: ${ROWS.toLocaleString('en')} rows`)
  print(`first open ${((performance.now() - startedAt) / 1_000).toFixed(1)} s`)
  try {
    await measure(store)
  } finally {
    await store.close()
    rmSync(dataDir, { recursive: true, force: true })
  }
  return figures
}

const embedded = await bench('Embedded', undefined)
const databaseUrl = process.env['DATABASE_URL']
const server = databaseUrl === undefined ? undefined : await bench('DATABASE_URL', databaseUrl)
print(JSON.stringify({ bench: 'store', rows: ROWS, embedded, server }))
