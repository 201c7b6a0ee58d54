/**
 * Seconds a preview of a draft takes: `npm run bench -- preview [records]`, 100,000 people with 15
 * activities each on a Postgres of its own, or on the empty database in DATABASE_URL. The draft raises
 * one rule of the individual model. The last line is one JSON object.
 */
import { randomBytes } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DEFAULT_POLICY } from '#src/consent/default-policy.ts'
import { createDecider } from '#src/decision/decide-intent.ts'
import { createLog } from '#src/log.ts'
import { draftModels } from '#src/model-sets/draft-models.ts'
import type { ModelSetDeps } from '#src/model-sets/model-set-deps.ts'
import { previewModels } from '#src/model-sets/preview-models.ts'
import { loadShippedModels } from '#src/models.ts'
import type { PortalId, SafeRecord } from '#src/ports.ts'
import { shippedAllowList } from '#src/privacy/allow-list.ts'
import { fingerprintOf, restoreSafeRecord } from '#src/privacy/safe-record.ts'
import { openStore } from '#src/store/open-store.ts'
import { createKeyring } from '#src/store/secrets.ts'
import type { Store } from '#src/store/store.ts'
import { startPostgres } from '#test/private-postgres.ts'
import { createSubjects, NOW } from './engines/subjects.ts'

const RECORDS = Number(process.argv[3] ?? process.argv[2]) || 100_000
const BATCH = 1_000
const PORTAL: PortalId = 'hubspot:42'
const say = (text: string): void => void process.stdout.write(`${text}\n`)

const shipped = await loadShippedModels()
const stops: (() => Promise<void>)[] = []
const dataDir = mkdtempSync(join(tmpdir(), 'leadwell-bench-'))
const store = await openStore({
  databaseUrl: process.env['DATABASE_URL'] ?? (await startPostgres(stops)),
  dataDir,
  keys: createKeyring(randomBytes(32).toString('base64')),
  now: () => NOW,
  log: createLog({ level: 'silent' }),
})

function peopleFrom(start: number): readonly SafeRecord[] {
  return subjects.slice(start, start + BATCH).map(({ facts, activities }, index) => {
    const id = String(100_000_000 + start + index)
    const fingerprint = fingerprintOf(facts, undefined)
    return restoreSafeRecord({
      object: 'contact',
      id,
      companyId: undefined,
      facts,
      activities,
      fingerprint,
    })
  })
}

async function seed({ portals, records, intents }: Store): Promise<void> {
  const place = { name: 'Bench', timeZone: 'UTC', apiUrl: 'http://x', sandbox: true }
  const credentials = { kind: 'hubspot-token', accessToken: 'none' } as const
  await portals.save({ ...place, id: PORTAL, crm: 'hubspot' }, credentials)
  const decider = createDecider(shipped)
  for (let start = 0; start < RECORDS; start += BATCH) {
    const people = peopleFrom(start)
    await records.put(PORTAL, people)
    const decided = people.map((record) => {
      const input = { record, companyFacts: undefined, previous: undefined, now: NOW }
      const ref = { object: record.object, id: record.id }
      return { ref, ...decider.decide({ ...input, policy: DEFAULT_POLICY }) }
    })
    await intents.intend(PORTAL, decided, 'bulk')
  }
}

function raisedModel(): string {
  const text = readFileSync(new URL('../models/individual.yaml', import.meta.url), 'utf8')
  return text
    .replace(/^version: (\d+)$/m, (_, version: string) => `version: ${Number(version) + 1}`)
    .replace(/(id: pricing-page\n\s+points:) \d+/, '$1 14')
}

const subjects = [...createSubjects(RECORDS)]
const deps: ModelSetDeps = {
  store,
  shipped,
  now: () => NOW,
  allowListFor: () => Promise.resolve(shippedAllowList('hubspot')),
  workOnRun: () => Promise.resolve(),
}
try {
  say(`storing ${RECORDS.toLocaleString('en')} scored people`)
  await seed(store)
  subjects.splice(0)
  const files = [{ name: 'individual.yaml', text: raisedModel() }]
  const { set } = await draftModels(deps, PORTAL, { files, note: 'bench', by: 'bench' })
  globalThis.gc?.()
  const cpu = process.cpuUsage()
  const startedAt = performance.now()
  const preview = await previewModels(deps, PORTAL, { version: set.version })
  const seconds = (performance.now() - startedAt) / 1_000
  const { user, system } = process.cpuUsage(cpu)
  say(`${preview.writes.records} to be written, ${preview.movers.length} movers shown`)
  say(
    JSON.stringify({
      bench: 'preview',
      records: preview.records,
      seconds: Math.round(seconds * 100) / 100,
      cpu_seconds: Math.round((user + system) / 10_000) / 100,
      rss_mb: Math.round(process.memoryUsage().rss / 1_048_576),
    }),
  )
} finally {
  await store.close()
  for (const stop of stops) await stop()
  rmSync(dataDir, { recursive: true, force: true })
}
