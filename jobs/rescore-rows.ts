import type { ModelComparison } from '#src/decision/compare-models.ts'
import type { Decider } from '#src/decision/decide-intent.ts'
import type { DecisionInput } from '#src/decision/decision.ts'
import { errorCode } from '#src/errors.ts'
import type { Facts, IntentValues, PortalPolicy, RecordObject } from '#src/ports.ts'
import { restoreSafeRecord } from '#src/privacy/safe-record.ts'
import { hashIntentValues } from '#src/store/hash-intent-values.ts'
import type { RunRow } from '#src/store/model-repositories.ts'
import { decodeTimeline } from '#src/store/timeline.ts'

/** A chunk of people as stored, with what is needed to score them. */
export interface RowsToScore {
  readonly object: RecordObject
  readonly rows: readonly RunRow[]
  /** Facts of their organisations as JSON, by company id. */
  readonly companies: ReadonlyMap<string, string>
  readonly policy: PortalPolicy
  readonly timeZone: string | undefined
  /** Epoch ms. */
  readonly now: number
}

/** A person whose values are to be others; `place` is where they stand among the rows. */
interface ChangedRow {
  readonly place: number
  readonly values: IntentValues
  readonly hash: string
  readonly nextChangeAt: number | undefined
  readonly codes: readonly string[]
}

export interface RescoredRows {
  readonly changed: readonly ChangedRow[]
  /** Equal values that will change at another time than was thought. */
  readonly moved: readonly { readonly place: number; readonly nextChangeAt: number | null }[]
  readonly tiers: Readonly<Record<string, number>>
  readonly failures: Readonly<Record<string, number>>
}

/** What decides, and what knows of whom it says the same as before. */
export interface RescoreBy {
  readonly decider: Decider
  readonly same: ModelComparison | undefined
}

type Outcome =
  | { readonly kind: 'same' | 'moved'; readonly nextChangeAt: number | undefined }
  | ({ readonly kind: 'changed' } & Omit<ChangedRow, 'place'>)

/** Pure work, so that a thread can do it. A record that cannot be scored does not stop the others. */
export function rescoreRows(by: RescoreBy, toScore: RowsToScore): RescoredRows {
  const changed: ChangedRow[] = []
  const moved: { place: number; nextChangeAt: number | null }[] = []
  const tiers: Record<string, number> = {}
  const failures: Record<string, number> = {}
  const companies = new Map<string, Facts>()
  for (const [id, facts] of toScore.companies) companies.set(id, JSON.parse(facts))
  toScore.rows.forEach((row, place) => {
    try {
      const outcome = rescore(by, toScore, row, companies.get(row.companyId ?? ''))
      const tier = outcome.kind === 'changed' ? outcome.values.tier : row.tier
      add(tiers, `${row.tier ?? 'none'}>${tier ?? 'none'}`)
      if (outcome.kind === 'changed') changed.push({ place, ...outcome })
      if (outcome.kind === 'moved') {
        moved.push({ place, nextChangeAt: outcome.nextChangeAt ?? null })
      }
    } catch (error) {
      add(failures, errorCode(error))
    }
  })
  return { changed, moved, tiers, failures }
}

function rescore(
  { decider, same }: RescoreBy,
  { object, policy, timeZone, now }: RowsToScore,
  row: RunRow,
  companyFacts: Facts | undefined,
): Outcome {
  const { id, companyId } = row
  const facts: Facts = JSON.parse(row.facts)
  const stands = standsFor(row, now) && !isNarrowed(row, same)
  if (same !== undefined && stands) {
    const known = same.untouched({ ...companyFacts, ...facts })
    if (known !== undefined && known.model === row.model) return asBefore(row, known.nextChangeAt)
  }
  const record = restoreSafeRecord({
    object,
    id,
    companyId: companyId ?? undefined,
    facts,
    activities: decodeTimeline(row.timeline),
    fingerprint: '',
  })
  const input = { record, companyFacts, policy, timeZone, now }
  const known = stands ? same?.alike(input) : undefined
  if (known !== undefined && known.model === row.model) return asBefore(row, known.nextChangeAt)
  const previous = row.hash === null ? undefined : previousOf(row)
  const { decision, consent } = decider.explain({ ...input, previous })
  const { values, nextChangeAt } = decision
  const hash = hashIntentValues(values)
  if (hash !== row.hash) {
    return { kind: 'changed', values, hash, nextChangeAt, codes: [consent.basis] }
  }
  return unchanged(row, nextChangeAt)
}

/** Which segment it was does not matter: it is empty, or decided anew. */
function previousOf({ tier, respondBy, segmented }: RunRow): DecisionInput['previous'] {
  return { tier, respondBy, ...(segmented && { segment: null }) }
}

/** Whom a narrow change cannot move is not among the rows; of the others most are moved. */
function isNarrowed({ model }: RunRow, same: ModelComparison | undefined): boolean {
  return same?.narrowed.some((narrow) => narrow.model === model) ?? false
}

/** Whether what is intended is what the models before say now: not where time has changed it since. */
function standsFor({ hash, nextChangeAt }: RunRow, now: number): boolean {
  return hash !== null && (nextChangeAt === null || nextChangeAt > now)
}

/** Looked at earlier where the new models say so; a look too early finds nothing and sets it right. */
function asBefore(row: RunRow, nextChangeAt: number | undefined): Outcome {
  const isEarlier = nextChangeAt !== undefined && nextChangeAt < (row.nextChangeAt ?? Infinity)
  return { kind: isEarlier ? 'moved' : 'same', nextChangeAt }
}

function unchanged(row: RunRow, nextChangeAt: number | undefined): Outcome {
  return { kind: (nextChangeAt ?? null) === row.nextChangeAt ? 'same' : 'moved', nextChangeAt }
}

function add(counts: Record<string, number>, name: string): void {
  counts[name] = (counts[name] ?? 0) + 1
}
