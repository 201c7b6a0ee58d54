import type { Feedback, Outcome } from '../calibration/outcome-record.ts'
import type { Activity, Facts } from '../ports.ts'
import { AUDIT_ONLY } from '../privacy/audit-only.ts'
import type { ScoredPerson, TierEntry } from '../store/score-history.ts'
import { cameBy, factSays, latestOf, timesOf } from './came-by.ts'
import type { Case, Reached } from './case.ts'
import { ENDURING_FACTS } from './learnable-facts.ts'
import type { Ends } from './outcome-definition.ts'
import type { Signal } from './signal.ts'
import { workableAt } from './workable-at.ts'

/** Who is scored later than this after they first could be worked was there before we were. */
const AT_ONCE_MS = 86_400_000

/** What is known of the end. */
interface End {
  readonly outcome: Outcome
  readonly at: number | undefined
  /** Whether it was known when the person was first scored. */
  readonly before: boolean
}

/**
 * The case of a person as it stands at `now`. Whoever was there long before they were first scored is
 * taken as of when they could first be worked, with enduring facts only: won, lost and open alike, or
 * what is missing would tell who was won. `undefined` for those who were won or lost before anybody
 * could have worked them, such as customers that were brought in as customers.
 */
export function makeCase(person: ScoredPerson, ends: Ends, now: number): Case | undefined {
  const [first] = person.entries
  if (first === undefined) return undefined
  const end = endOf(person, first, ends, now)
  const isFeature = featureTest(ends)
  const workable = workableAt(first, first.activities.filter(isFeature), end.at)
  const isLate = workable !== undefined && first.at - workable > AT_ONCE_MS
  if (end.before && (workable === undefined || (end.at === undefined && !isLate))) return undefined
  const asOf = workable !== undefined && (isLate || end.before) ? workable : first.at
  const facts = asOf < first.at ? enduring(first.facts) : first.facts
  const activities = first.activities.filter((one) => one.at <= asOf && isFeature(one))
  const [scored, ...later] = reachedUntil(person.entries, first, end, isFeature)
  const contact = after(asOf, ends.contacted, person, now)
  const booked = after(asOf, ends.booked, person, now)
  const feedback = feedbackOf(person.facts)
  return {
    ref: person.ref,
    audience: first.audience,
    model: first.model,
    // What was scored after the outcome was known may hold it.
    reached: [end.before ? { ...scored, subject: { facts, activities } } : scored, ...later],
    asOf,
    facts,
    activities,
    outcome: end.outcome,
    ...(end.at === undefined ? {} : { outcomeAt: end.at }),
    ...(contact === undefined ? {} : { firstContactAt: contact }),
    ...(booked === undefined ? {} : { bookedAt: booked }),
    ...(feedback === undefined ? {} : { feedback }),
    auditFacts: auditFactsOf(person.facts, facts),
  }
}

function endOf(person: ScoredPerson, first: TierEntry, ends: Ends, now: number): End {
  for (const outcome of ['won', 'lost'] as const) {
    const came = cameBy(ends[outcome], person, now)
    if (came === undefined) continue
    // What the first facts said already came before them, whatever later date stands there now.
    if (ends[outcome].some((signal) => factSays(signal, first.facts))) {
      const at =
        came.at !== undefined && latestOf(came.at) < first.at ? latestOf(came.at) : undefined
      return { outcome, at, before: true }
    }
    const at = came.at === undefined ? undefined : Math.min(now, latestOf(came.at))
    return { outcome, at, before: at !== undefined && at < first.at }
  }
  return { outcome: 'open', at: undefined, before: false }
}

/** Activities that tell the outcome are no features, whatever their date. */
function featureTest({ won, lost }: Ends): (activity: Activity) => boolean {
  const told = new Set([...won, ...lost].flatMap(({ activity = [] }) => activity))
  return ({ kind }) => !told.has(kind)
}

function reachedUntil(
  entries: readonly TierEntry[],
  first: TierEntry,
  { at: outcomeAt }: End,
  isFeature: (activity: Activity) => boolean,
): Case['reached'] {
  const toReached = ({
    tier,
    at,
    score,
    fit,
    engagement,
    facts,
    activities,
  }: TierEntry): Reached => {
    const seen = activities.filter((one) => one.at <= at && isFeature(one))
    return { tier, at, score, fit, engagement, subject: { facts, activities: seen } }
  }
  const later = entries.slice(1).filter(({ at }) => at <= (outcomeAt ?? Infinity))
  return [toReached(first), ...later.map(toReached)]
}

function enduring(facts: Facts): Facts {
  return Object.fromEntries(Object.entries(facts).filter(([fact]) => ENDURING_FACTS.includes(fact)))
}

/** The first since they could be worked; who was met shortly before that has not waited either. */
function after(
  asOf: number,
  signals: readonly Signal[],
  person: ScoredPerson,
  now: number,
): number | undefined {
  const times = signals.flatMap((signal) => timesOf(signal, person, now))
  const since = times.filter((at) => at >= asOf)
  if (since.length > 0) return Math.min(...since)
  const shortlyBefore = times.filter((at) => at >= asOf - AT_ONCE_MS)
  return shortlyBefore.length > 0 ? Math.max(...shortlyBefore) : undefined
}

function feedbackOf(facts: Facts): Feedback | undefined {
  const said = facts['repFeedback']
  return said === 'useful' || said === 'not-useful' ? said : undefined
}

/** The insurance check is as it stood then: it goes on with the admission. */
function auditFactsOf(present: Facts, past: Facts): Facts {
  const { state, companyState, language, ageBand } = present
  const proxies = { state, companyState, language, ageBand, verification: past['verification'] }
  const held = [...AUDIT_ONLY].map((fact) => [fact, present[fact]] as const)
  return Object.fromEntries(
    [...Object.entries(proxies), ...held].flatMap(([fact, value]) =>
      value === undefined ? [] : [[fact, value]],
    ),
  )
}
