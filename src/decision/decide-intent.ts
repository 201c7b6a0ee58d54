import type { ConsentCode } from '../consent/consent-rules.ts'
import type { ConsentDecision } from '../consent/decide-consent.ts'
import { decideConsent } from '../consent/decide-consent.ts'
import { PermanentError } from '../errors.ts'
import { writeHandoffNote } from '../handoff/write-handoff-note.ts'
import type { Audience, Facts, Hold, IntentValues, SafeRecord, Tier } from '../ports.ts'
import type { CompiledModel, Reason, Score } from '../scoring/score.ts'
import { nextActionFor } from './next-action.ts'
import { topReason } from './top-reason.ts'

export interface DeciderDeps {
  readonly models: ReadonlyMap<Audience, CompiledModel>
  readonly audienceOf: (facts: Facts) => Audience
}

interface DecisionInput {
  readonly record: SafeRecord
  readonly companyFacts: Facts | undefined
  /** What was last intended for this record; keeps the promised answer time. */
  readonly previous: IntentValues | undefined
  /** Epoch ms. */
  readonly now: number
}

interface Decision {
  readonly values: IntentValues
  /** When the values change if nothing happens; epoch ms. */
  readonly nextChangeAt: number | undefined
}

/** A decision with what it came from: the facts it saw, each reason, and what consent counted. */
export interface Explanation {
  readonly decision: Decision
  /** The organisation's facts overlaid by the record's own. */
  readonly facts: Facts
  /** Empty when the record may not be scored. */
  readonly reasons: readonly Reason[]
  readonly because: readonly ConsentCode[]
}

export interface Decider {
  decide(input: DecisionInput): Decision
  explain(input: DecisionInput): Explanation
}

/**
 * Consent, audience, score, tier and note of one person, without I/O. Consent is asked first and a
 * record that may not be scored never meets a model.
 */
export function createDecider(deps: DeciderDeps): Decider {
  const explain = (input: DecisionInput): Explanation => {
    const facts: Facts = { ...input.companyFacts, ...input.record.facts }
    // Only what the person themselves said: an organisation's facts give no one's consent.
    const consent = decideConsent(input.record.facts)
    const { decision, reasons } = consent.mayScore
      ? decideScored(deps, consent, facts, input)
      : { decision: decideUnscored(consent, input), reasons: [] }
    return { decision, facts, reasons, because: consent.because }
  }
  return { explain, decide: (input) => explain(input).decision }
}

function decideUnscored(consent: ConsentDecision, { record, now }: DecisionInput): Decision {
  const { hold, channels } = consent
  const { facts, activities } = record
  const nextAction = nextActionFor('none', hold, channels)
  const values: IntentValues = {
    score: null,
    fit: null,
    engagement: null,
    grade: null,
    tier: null,
    hold,
    audience: null,
    topReason: null,
    handoffNote: writeHandoffNote({
      scored: undefined,
      consent,
      nextAction,
      facts,
      activities,
      now,
    }),
    nextAction,
    channels,
    respondBy: null,
    scoredAt: null,
    model: null,
  }
  return { values, nextChangeAt: undefined }
}

function decideScored(
  deps: DeciderDeps,
  consent: ConsentDecision,
  facts: Facts,
  { record: { activities }, previous, now }: DecisionInput,
): Pick<Explanation, 'decision' | 'reasons'> {
  const audience = deps.audienceOf(facts)
  const model = modelFor(deps.models, audience)
  const score = model.evaluate({ facts, activities }, now)
  const tier = tierUnder(consent.hold, score.tier)
  const advice = model.tiers[tier]
  const nextAction = nextActionFor(advice.nextAction, consent.hold, consent.channels)
  const scored = { score, tier, advice, audience }
  const handoffNote = writeHandoffNote({ scored, consent, nextAction, facts, activities, now })
  const waiting = tier === 'sales-ready' && nextAction !== 'none'
  const values: IntentValues = {
    ...shown(score),
    tier,
    hold: consent.hold,
    audience,
    handoffNote,
    nextAction,
    channels: consent.channels,
    respondBy: waiting ? respondBy(previous, advice.respondWithinMinutes, now) : null,
    scoredAt: now,
    model: `${model.id}@${model.version}`,
  }
  return { decision: { values, nextChangeAt: score.nextChangeAt }, reasons: score.reasons }
}

function shown({ score, fit, engagement, grade, reasons }: Score) {
  return { score, fit, engagement, grade, topReason: topReason(reasons) }
}

/** An audience without a model of its own gets the one made for people seeking care, the most careful. */
function modelFor(models: DeciderDeps['models'], audience: Audience): CompiledModel {
  const model = models.get(audience) ?? models.get('individual')
  if (model !== undefined) return model
  throw new PermanentError(
    'model-missing',
    `No model for audience ${audience} and none for individual.`,
    'Publish a model for the individual audience.',
  )
}

/** People already in care are never pushed to sales. */
function tierUnder(hold: Hold | null, tier: Tier): Tier {
  return hold === 'existing-patient' && tier === 'sales-ready' ? 'nurture' : tier
}

/** A promised time stays while the record stays sales-ready, however often it is scored. */
function respondBy(
  previous: IntentValues | undefined,
  withinMinutes: number | undefined,
  now: number,
): number | null {
  if (previous?.tier === 'sales-ready' && previous.respondBy !== null) return previous.respondBy
  return withinMinutes === undefined ? null : now + withinMinutes * 60_000
}
