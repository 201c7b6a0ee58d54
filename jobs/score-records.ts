import type { Decider } from '#src/decision/decide-intent.ts'
import type { Facts, Lane, PortalId, SafeRecord } from '#src/ports.ts'
import { hashIntentValues } from '#src/store/hash-intent-values.ts'
import type { Store } from '#src/store/store.ts'
import { allowListOf } from './allow-list-of.ts'

export interface ScoreRecordsDeps {
  readonly store: Store
  /** By the models in force in the portal. */
  readonly deciderFor: (store: Store, portal: PortalId) => Promise<Decider>
  readonly now: () => number
}

/**
 * Scores people with the facts of their organisation and says what should stand on their records.
 * Returns how many intents differ from before. Organisations themselves are not scored.
 */
export async function scoreRecords(
  { store, deciderFor, now }: ScoreRecordsDeps,
  portal: PortalId,
  records: readonly SafeRecord[],
  lane: Lane,
): Promise<number> {
  const people = records.filter(({ object }) => object !== 'company')
  if (people.length === 0) return 0
  const { policy, version } = await allowListOf(store, portal)
  const [decider, companies, previous] = await Promise.all([
    deciderFor(store, portal),
    companyFacts(store, portal, people),
    store.intents.values(portal, people),
  ])
  const decisions = people.map((record) => {
    const before = previous.get(`${record.object}:${record.id}`)
    const companyFacts = companies.get(record.companyId ?? '')
    const input = { record, companyFacts, previous: before, policy, now: now() }
    const { decision, consent } = decider.explain(input)
    const ref = { object: record.object, id: record.id }
    // The ground alone: a code such as `minor` beside a salted hash would outlive an erasure.
    const codes = [consent.basis]
    return { ref, before, codes, hash: hashIntentValues(decision.values), ...decision }
  })
  const { changed } = await store.intents.intend(portal, decisions, lane)
  const news = decisions.filter(
    ({ before, hash }) => before === undefined || hashIntentValues(before) !== hash,
  )
  if (news.length > 0) {
    await store.ledger.append(portal, { kind: 'decided', records: news, allowList: version })
  }
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
export function companyIdsOf(people: readonly Pick<SafeRecord, 'companyId'>[]): readonly string[] {
  return [
    ...new Set(people.flatMap(({ companyId }) => (companyId === undefined ? [] : [companyId]))),
  ]
}
