import type { Decider } from '#src/decision/decide-intent.ts'
import type { Facts, Lane, PortalId, RecordRef, SafeRecord } from '#src/ports.ts'
import { recordKey } from '#src/record-key.ts'
import { hashIntentValues } from '#src/store/hash-intent-values.ts'
import type { Store } from '#src/store/store.ts'
import { allowListOf } from './allow-list-of.ts'
import { timeZoneOf } from './time-zone-of.ts'

export interface ScoreRecordsDeps {
  readonly store: Store
  /** By the models in force in the portal. */
  readonly deciderFor: (store: Store, portal: PortalId) => Promise<Decider>
  readonly now: () => number
}

/**
 * Scores people, as they are stored, with the facts of their organisation and says what should stand on
 * their records. Nobody changes or scores them meanwhile, and everything else is read after that is so:
 * whoever puts an organisation first and scores its people then, or puts models in force and has everybody
 * scored, comes after or is seen. Returns how many were scored; organisations themselves are not.
 */
export async function scoreRecords(
  deps: ScoreRecordsDeps,
  portal: PortalId,
  records: readonly RecordRef[],
  lane: Lane,
): Promise<number> {
  const people = records.filter(({ object }) => object !== 'company')
  if (people.length === 0) return 0
  return await deps.store.transaction(async (store) => {
    const held = await store.records.hold(portal, people)
    if (held.length > 0) await scoreHeld({ ...deps, store }, portal, held, lane)
    return held.length
  })
}

async function scoreHeld(
  { store, deciderFor, now }: ScoreRecordsDeps,
  portal: PortalId,
  people: readonly SafeRecord[],
  lane: Lane,
): Promise<void> {
  const { policy, version } = await allowListOf(store, portal)
  const timeZone = await timeZoneOf(store, portal)
  const decider = await deciderFor(store, portal)
  const companies = await companyFacts(store, portal, people)
  const previous = await store.intents.values(portal, people)
  const decisions = people.map((record) => {
    const before = previous.get(recordKey(record))
    const companyFacts = companies.get(record.companyId ?? '')
    const input = { record, companyFacts, previous: before, policy, timeZone, now: now() }
    const { decision, consent } = decider.explain(input)
    const ref = { object: record.object, id: record.id }
    // The ground alone: a code such as `aged-13-17` beside a salted hash would outlive an erasure.
    const codes = [consent.basis]
    return { ref, before, codes, hash: hashIntentValues(decision.values), ...decision }
  })
  await store.intents.intend(portal, decisions, lane)
  const news = decisions.filter(
    ({ before, hash }) => before === undefined || hashIntentValues(before) !== hash,
  )
  if (news.length > 0) {
    await store.ledger.append(portal, { kind: 'decided', records: news, allowList: version })
  }
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
