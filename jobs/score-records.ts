import type { Decider } from '#src/decision/decide-intent.ts'
import type { Facts, Lane, PortalId, SafeRecord } from '#src/ports.ts'
import type { Store } from '#src/store/store.ts'

export interface ScoreRecordsDeps {
  readonly store: Store
  readonly decider: Decider
  readonly now: () => number
}

/**
 * Scores people with the facts of their organisation and says what should stand on their records.
 * Returns how many intents differ from before. Organisations themselves are not scored.
 */
export async function scoreRecords(
  { store, decider, now }: ScoreRecordsDeps,
  portal: PortalId,
  records: readonly SafeRecord[],
  lane: Lane,
): Promise<number> {
  const people = records.filter(({ object }) => object !== 'company')
  if (people.length === 0) return 0
  const [companies, previous] = await Promise.all([
    companyFacts(store, portal, people),
    store.intents.values(portal, people),
  ])
  const intents = people.map((record) => ({
    ref: { object: record.object, id: record.id },
    ...decider.decide({
      record,
      companyFacts: companies.get(record.companyId ?? ''),
      previous: previous.get(`${record.object}:${record.id}`),
      now: now(),
    }),
  }))
  const { changed } = await store.intents.intend(portal, intents, lane)
  return changed
}

async function companyFacts(
  store: Store,
  portal: PortalId,
  people: readonly SafeRecord[],
): Promise<ReadonlyMap<string, Facts>> {
  const ids = companyIdsOf(people)
  if (ids.length === 0) return new Map()
  const companies = await store.records.get(
    portal,
    ids.map((id) => ({ object: 'company', id })),
  )
  return new Map(companies.map(({ id, facts }) => [id, facts]))
}

/** Distinct organisations of these people. */
export function companyIdsOf(people: readonly SafeRecord[]): readonly string[] {
  return [
    ...new Set(people.flatMap(({ companyId }) => (companyId === undefined ? [] : [companyId]))),
  ]
}
