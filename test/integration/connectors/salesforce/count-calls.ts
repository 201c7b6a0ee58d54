import { POLL_EVERY_MS } from '#jobs/poll-due.ts'
import { createPopulation } from '#sandbox/seed/create-population.ts'
import type { Population } from '#sandbox/seed/population.ts'
import type { RecordRef, SafeRecord } from '#src/ports.ts'
import { BASE_TIME, callsOf, listAll, poll, startOrg, type TestOrg, VALUES } from './org.ts'

const ACTIVITIES_EACH = 8
/** REST guide: rows of a page, queries of a composite call, records of a collection. */
const PAGE = 2000
const TOGETHER = 5
const COLLECTION = 200
const READ = 100
const MINUTE = 60_000
const POLLS_A_DAY = (24 * 60 * MINUTE) / POLL_EVERY_MS.salesforce
/** Field classes come with the descriptions, five objects a call of the Tooling API. */
const DESCRIBED = 11
const ONCE = DESCRIBED + Math.ceil(DESCRIBED / TOGETHER)

export interface CallFigures {
  readonly calls: number
  /** What Salesforce's batch sizes make of the same work at the least. */
  readonly bound: number
  readonly ratio: number
  readonly byKind: Readonly<Record<string, number>>
}

export interface Figures {
  readonly backfill: CallFigures
  readonly idleDay: CallFigures
  readonly incremental: CallFigures
  readonly writeAll: CallFigures
  readonly writeChanged: CallFigures
}

/** What the work of a portal costs in calls, as the sandbox counts them. */
export async function countCalls(
  people: number,
  { changed, written, polls = POLLS_A_DAY }: { changed: number; written: number; polls?: number },
): Promise<Figures> {
  const org = await startOrg(people, busyPopulation(people))
  try {
    await org.connector.provision({ dryRun: false })
    const rows = await rowsByObject(org)
    // A process that has just started knows nothing of the organisation yet.
    const everybody: SafeRecord[] = []
    const backfill = await measure(org, backfillBound(rows), async () => {
      org.restart()
      for (const object of org.connector.objects)
        everybody.push(...(await listAll(org.connector, object)))
    })
    const idle = await idleDay(org, polls)
    const incremental = await incrementalCalls(org, everybody, { changed, cursor: idle.cursor })
    const writable = everybody.filter(({ object }) => object !== 'company')
    const writeAll = await writeCalls(org, writable)
    const writeChanged = await writeCalls(org, writable.slice(0, written))
    return { backfill, idleDay: idle.figures, incremental, writeAll, writeChanged }
  } finally {
    await org.close()
  }
}

/** Everybody did eight things of the kinds that Salesforce keeps. */
function busyPopulation(people: number): Population {
  const drawn = createPopulation({ seed: 7, people: people * 3, baseTime: BASE_TIME })
  const kept = drawn.people.flatMap(({ activities }) =>
    activities.filter(
      ({ kind }) => kind === 'call' || kind === 'email-replied' || kind === 'meeting',
    ),
  )
  if (kept.length === 0) throw new RangeError('no activities drawn')
  const busy = drawn.people.slice(0, people).map((person, index) => ({
    ...person,
    activities: Array.from(
      { length: ACTIVITIES_EACH },
      (_, act) => kept[(index * ACTIVITIES_EACH + act) % kept.length] ?? kept[0],
    ).filter((act) => act !== undefined),
  }))
  const last = Math.max(...busy.map(({ companyIndex }) => companyIndex ?? -1))
  return { ...drawn, people: busy, companies: drawn.companies.slice(0, last + 1) }
}

interface Rows {
  readonly records: readonly number[]
  /** By object of people: rows of each way to their activities. */
  readonly activities: readonly (readonly number[])[]
}

/** Rows the organisation holds, counted by the organisation itself. */
async function rowsByObject(org: TestOrg): Promise<Rows> {
  const count = (from: string, where: string): Promise<number> =>
    org.count(`SELECT COUNT() FROM ${from} ${where}`)
  const ways = (type: 'Lead' | 'Contact'): Promise<number>[] => [
    count('Task', `WHERE Who.Type = '${type}' AND IsClosed = true`),
    count('Event', `WHERE Who.Type = '${type}'`),
    count('CampaignMember', `WHERE ${type}Id != null AND HasResponded = true`),
    count('EmailMessageRelation', `WHERE Relation.Type = '${type}'`),
  ]
  const contact = [
    ...ways('Contact'),
    count('OpportunityContactRole', ''),
    // Conversions and accounts have to be asked for, whether there are any or not.
    Promise.resolve(1),
    Promise.resolve(1),
  ]
  return {
    records: await Promise.all(['Account', 'Lead', 'Contact'].map((name) => count(name, ''))),
    activities: [await Promise.all(ways('Lead')), await Promise.all(contact)],
  }
}

const pages = (rows: number): number => Math.max(1, Math.ceil(rows / PAGE))

/**
 * Each description once. Records come 2,000 a call, page after page, as only a page tells where the
 * next one begins. Whatever happened with them comes five pages of 2,000 rows a call.
 */
function backfillBound({ records, activities }: Rows): number {
  const recordCalls = records.reduce((sum, rows) => sum + pages(rows), 0)
  // Beside the activities of an object go the histories and the consents, a page each.
  const others = 2
  const activityCalls = activities.map((ways) =>
    Math.ceil((ways.reduce((sum, rows) => sum + pages(rows), 0) + others) / TOGETHER),
  )
  return ONCE + recordCalls + activityCalls.reduce((sum, calls) => sum + calls, 0)
}

/** Ten objects, five a call. */
async function idleDay(org: TestOrg, polls: number) {
  org.now += 60 * MINUTE
  let { cursor } = await poll(org, undefined, org.now)
  const figures = await measure(org, polls * 2, async () => {
    for (let tick = 0; tick < polls; tick += 1) {
      org.now += POLL_EVERY_MS.salesforce
      cursor = (await poll(org, cursor)).cursor
    }
  })
  return { figures, cursor }
}

/** A poll, the consents of who changed, and for each hundred of them their records and activities. */
async function incrementalCalls(
  org: TestOrg,
  everybody: readonly SafeRecord[],
  { changed, cursor }: { changed: number; cursor: unknown },
): Promise<CallFigures> {
  org.now += 5 * MINUTE
  const leads = everybody.filter(({ object }) => object === 'lead').slice(0, changed)
  for (const { id } of leads) org.sandbox.edits.edit('Lead', id, { Title: 'HR Director' })
  const known = new Map(everybody.map(({ id, fingerprint }) => [id, fingerprint]))
  // Lead, Task, Event, CampaignMember, EmailMessageRelation, history, consents.
  const perBatch = Math.ceil(7 / TOGETHER)
  const bound = 2 + 1 + Math.ceil(leads.length / READ) * perBatch
  return await measure(org, bound, async () => {
    const page = await poll(org, cursor)
    const fresh = page.changed.filter(({ ref, fingerprint }) => known.get(ref.id) !== fingerprint)
    const refs: RecordRef[] = [...fresh.map(({ ref }) => ref), ...page.touched]
    for (let at = 0; at < refs.length; at += READ)
      await org.connector.read(refs.slice(at, at + READ))
  })
}

/** Five collections of 200 in one composite call; from 2,000 records on, Bulk API 2.0 where it is less. */
async function writeCalls(org: TestOrg, records: readonly SafeRecord[]): Promise<CallFigures> {
  const { connector } = org
  const bound = Math.ceil(records.length / (COLLECTION * TOGETHER))
  const size = connector.writeBatchSize
  return await measure(org, bound, async () => {
    for (let at = 0; at < records.length; at += size) {
      const batch = records.slice(at, at + size)
      await connector.write(
        batch.map(({ object, id }) => ({ ref: { object, id }, values: VALUES })),
      )
    }
  })
}

const NO_CALLS = new Set(['token', 'identity', 'collectionWrites', 'recordsWritten'])

async function measure(
  org: TestOrg,
  bound: number,
  work: () => Promise<void>,
): Promise<CallFigures> {
  const counted = Object.entries(await callsOf(org, work))
  const byKind = Object.fromEntries(counted.filter(([kind]) => !NO_CALLS.has(kind)))
  const calls = Object.values(byKind).reduce((sum, count) => sum + count, 0)
  return { calls, bound, ratio: Math.round((calls / bound) * 1_000) / 1_000, byKind }
}
