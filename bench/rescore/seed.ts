/** `node bench/rescore/seed.ts <place> <people>`: a portal scored and written before anything is timed. */
import { join } from 'node:path'
import pg from 'pg'
import { scoreRecords } from '#jobs/score-records.ts'
import { createDeciders } from '#src/deciders.ts'
import { loadShippedModels } from '#src/models.ts'
import { readOwner } from '#src/store/embedded/owner-file.ts'
import { openAt } from './open.ts'
import { createCompanies, createPeople, DISTINCT, PORTAL, SCORED_AT } from './people.ts'

const BATCH = 500
const [, , place = '', count = '0'] = process.argv
const people = Number(count)
const now = (): number => SCORED_AT
const store = await openAt(place, now)
await store.portals.save(
  { id: PORTAL, crm: 'hubspot', name: 'Bench', timeZone: 'UTC', apiUrl: 'http://x', sandbox: true },
  { kind: 'hubspot-token', accessToken: 'none' },
)
const deciders = createDeciders(await loadShippedModels())
const { deciderFor } = deciders
const first = createPeople(Math.min(people, DISTINCT))
await store.records.put(PORTAL, createCompanies())
for (let start = 0; start < first.length; start += BATCH) {
  const batch = first.slice(start, start + BATCH)
  await store.records.put(PORTAL, batch)
  await scoreRecords({ store, deciderFor, now }, PORTAL, batch, 'bulk')
}

const owner = await readOwner(join(place, 'postgres.owner')).catch(() => undefined)
const client = new pg.Client(
  owner === undefined
    ? { connectionString: place }
    : { host: owner.socketFolder, user: 'postgres', database: 'postgres' },
)
await client.connect()
// Multiplied where they stand, under other ids; then everything counts as written.
for (let step = first.length; step < people; step += first.length) {
  const other = `(id::bigint + ${step})::text`
  await client.query(`insert into records (portal, object, id, company_id, fingerprint, facts, timeline)
    select portal, object, ${other}, company_id, fingerprint, facts, timeline from records
    where portal = '${PORTAL}' and object = 'contact' order by id limit ${Math.min(first.length, people - step)}`)
  await client.query(`insert into intents (portal, object, id, desired, desired_hash, written_hash,
      lane, intended_at, next_change_at)
    select portal, object, ${other}, desired, desired_hash, desired_hash, lane, intended_at,
      next_change_at from intents
    where portal = '${PORTAL}' and object = 'contact' order by id limit ${Math.min(first.length, people - step)}`)
  await client.query(`insert into score_history
    select portal, object, ${other}, tier, at, score, fit, engagement, audience, model, facts, timeline
    from score_history
    where portal = '${PORTAL}' and object = 'contact' order by id limit ${Math.min(first.length, people - step)}`)
}
await client.query('update intents set written_hash = desired_hash where written_hash is null')
await client.query('delete from stale_accounts')
await client.query('analyze')
await client.end()
await store.close()
