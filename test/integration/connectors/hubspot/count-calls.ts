import { ACTIVITY_TYPES } from '#connectors/hubspot/transport/paths.ts'
import { activityObject } from '#sandbox/hubspot/seed/seed-activity.ts'
import { createPopulation } from '#sandbox/seed/create-population.ts'
import type { Population, SeedPerson } from '#sandbox/seed/population.ts'
import type { RecordRef, SafeRecord } from '#src/ports.ts'
import { BASE_TIME, openSandboxPortal, type SandboxPortal } from './sandbox-portal.ts'

const ACTIVITIES_EACH = 8
/** HubSpot docs: inputs of one call. */
const WITH_HISTORY = 50
const OBJECTS = 100
const MINUTE = 60_000

export interface CallFigures {
  readonly calls: number
  /** What HubSpot's batch sizes make of the same work at the least. */
  readonly bound: number
  readonly ratio: number
  readonly byKind: Readonly<Record<string, number>>
}

/** Calls of a backfill, and of finding and reading a hundred changed contacts, as the sandbox counts them. */
export async function countCalls(
  people: number,
  changed: number,
): Promise<{ backfill: CallFigures; incremental: CallFigures }> {
  const population = busyPopulation(people)
  const portal = await openSandboxPortal(people, { population })
  try {
    const known = new Map<string, string>()
    const backfill = await measure(portal, backfillBound(population), async () => {
      for (const { id, fingerprint } of await listAll(portal)) known.set(id, fingerprint)
    })
    // Past the overlap: what was seeded last is not looked at again.
    portal.advance(10 * MINUTE)
    const start = await portal.connector.changes(undefined, portal.deps.now())
    portal.advance(MINUTE)
    const some = population.people.slice(0, changed)
    const ids = contactIds(portal, some)
    for (const id of ids) await changeContact(portal, id)
    const incremental = await measure(portal, incrementalBound(some), async () => {
      const page = await portal.connector.changes(start.cursor, 0)
      const fresh = page.changed.filter(({ ref, fingerprint }) => known.get(ref.id) !== fingerprint)
      const refs = [...fresh.map(({ ref }) => ref), ...page.touched]
      for (const batch of batchesOf(refs)) await portal.connector.read(batch)
    })
    return { backfill, incremental }
  } finally {
    await portal.close()
  }
}

/** Everybody did eight things, of the kinds and in the proportions of the seeded people. */
function busyPopulation(people: number): Population {
  const drawn = createPopulation({ seed: 7, people: people * 2, baseTime: BASE_TIME })
  const acts = drawn.people.flatMap(({ activities }) => activities)
  const busy = drawn.people.slice(0, people).map((person, index) => ({
    ...person,
    activities: acts
      .slice(index * ACTIVITIES_EACH, (index + 1) * ACTIVITIES_EACH)
      .toSorted((a, b) => a.at - b.at),
  }))
  if (acts.length < people * ACTIVITIES_EACH) throw new RangeError('too few activities drawn')
  const last = Math.max(...busy.map(({ companyIndex }) => companyIndex ?? -1))
  return { ...drawn, people: busy, companies: drawn.companies.slice(0, last + 1) }
}

function backfillBound({ people, companies }: Population): number {
  return (
    Math.ceil(companies.length / OBJECTS) +
    Math.ceil(people.length / WITH_HISTORY) +
    objectCalls(people)
  )
}

/** One search for each type; contacts with their histories; one association call for each type. */
function incrementalBound(people: readonly SeedPerson[]): number {
  const types = ACTIVITY_TYPES.length
  return types + 2 + Math.ceil(people.length / WITH_HISTORY) + (types + 1) + objectCalls(people)
}

function objectCalls(people: readonly SeedPerson[]): number {
  const counts = new Map<string, number>()
  for (const person of people) {
    const types = person.activities.map((act) => activityObject(act, BASE_TIME)?.type.name)
    for (const type of [...types, person.deal && 'deals']) {
      if (type !== undefined) counts.set(type, (counts.get(type) ?? 0) + 1)
    }
  }
  return ACTIVITY_TYPES.reduce((sum, type) => sum + Math.ceil((counts.get(type) ?? 0) / OBJECTS), 0)
}

async function measure(
  portal: SandboxPortal,
  bound: number,
  work: () => Promise<void>,
): Promise<CallFigures> {
  const before = portal.sandbox.calls()
  await work()
  const byKind: Record<string, number> = {}
  for (const [kind, count] of Object.entries(portal.sandbox.calls())) {
    const made = count - (before[kind] ?? 0)
    if (made > 0) byKind[kind] = made
  }
  const calls = Object.values(byKind).reduce((sum, count) => sum + count, 0)
  return { calls, bound, ratio: Math.round((calls / bound) * 1_000) / 1_000, byKind }
}

async function listAll({ connector }: SandboxPortal): Promise<SafeRecord[]> {
  const records: SafeRecord[] = []
  for (const object of connector.objects) {
    let cursor: string | undefined
    do {
      const page = await connector.list(object, cursor)
      records.push(...page.records)
      cursor = page.next
    } while (cursor !== undefined)
  }
  return records
}

function contactIds({ population }: SandboxPortal, people: readonly SeedPerson[]): string[] {
  const first = 210_000_000_001
  return people.map((person) => String(first + population.people.indexOf(person)))
}

async function changeContact({ deps }: SandboxPortal, id: string): Promise<void> {
  await fetch(new URL('/_sandbox/changes', deps.portal.apiUrl), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ type: 'contacts', id, properties: { jobtitle: 'HR Director' } }),
  })
}

function batchesOf(refs: readonly RecordRef[]): RecordRef[][] {
  return Array.from({ length: Math.ceil(refs.length / OBJECTS) }, (_, index) =>
    refs.slice(index * OBJECTS, (index + 1) * OBJECTS),
  )
}
