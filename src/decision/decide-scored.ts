import { awaitsText } from '../consent/asked-for-contact.ts'
import type { ConsentDecision } from '../consent/decide-consent.ts'
import { PermanentError } from '../errors.ts'
import { writeHandoffNote } from '../handoff/write-handoff-note.ts'
import type { Audience, Channel, Facts, IntentValues, NextAction, Tier } from '../ports.ts'
import type { CompiledModel, Reason, Score, TierAdvice } from '../scoring/score.ts'
import { textIn } from '../scoring/text-in.ts'
import { type Answered, actionOnceAnswered, answered, NOT_ASKED } from './answered.ts'
import type { DeciderDeps, Decision, DecisionInput } from './decision.ts'
import { nextActionFor } from './next-action.ts'
import { respondBy } from './respond-by.ts'
import { topReason } from './top-reason.ts'

interface Scored {
  readonly score: Score
  /** The tier shown, which a hold may have lowered. */
  readonly tier: Tier
  readonly advice: TierAdvice
  readonly audience: Audience
  /** A text of the model in the language of the portal's notes. */
  readonly say: (text: string) => string
}

/** What stands on a record that may be scored, whether or not anybody may be reached. */
export function decideScored(
  deps: DeciderDeps,
  consent: ConsentDecision,
  facts: Facts,
  input: DecisionInput,
): { readonly decision: Decision; readonly reasons: readonly Reason[] } {
  const { record, policy, timeZone, now } = input
  const { hold, channels } = consent
  const audience = deps.audienceOf(facts)
  const model = modelFor(deps.models, audience)
  const score = model.evaluate({ facts, activities: record.activities }, now)
  const tier = tierUnder(consent, score.tier)
  const advice = model.tiers[tier]
  const scored = { score, tier, advice, audience, say: textIn(model, policy.noteLanguage) }
  const step = nextActionFor({ action: advice.nextAction, model, consent, record, now })
  const answer = tier === 'sales-ready' ? answered(record) : NOT_ASKED
  const nextAction = actionOnceAnswered(step.nextAction, answer)
  const values: IntentValues = {
    ...shown(scored),
    hold,
    nextAction,
    channels,
    respondBy: dueBy(scored, { nextAction, channels, answer }, input),
    handoffNote: writeHandoffNote({
      scored,
      consent,
      nextAction,
      answeredAt: answer.at,
      facts,
      activities: record.activities,
      now,
      language: policy.noteLanguage,
      timeZone,
    }),
    scoredAt: now,
    model: `${model.id}@${model.version}`,
  }
  const nextChangeAt = earliest(score.nextChangeAt, consent.changesAt, step.changesAt)
  return { decision: { values, nextChangeAt }, reasons: score.reasons }
}

function shown({ score: { score, fit, engagement, grade, reasons }, tier, audience, say }: Scored) {
  return { score, fit, engagement, grade, tier, audience, topReason: topReason(reasons, say) }
}

/** An audience without a model of its own gets the one made for people seeking care, the most careful. */
export function modelFor<Model extends CompiledModel>(
  models: ReadonlyMap<Audience, Model>,
  audience: Audience,
): Model {
  const model = models.get(audience) ?? models.get('individual')
  if (model !== undefined) return model
  throw new PermanentError(
    'model-missing',
    `No model for audience ${audience} and none for individual.`,
    'Publish a model for the individual audience.',
  )
}

/**
 * A tier says what to do: people already in care are never pushed to sales, and whoever may not be
 * reached at all is left alone. Their score stays as it is, for the organisation's own reporting.
 */
export function tierUnder(
  { hold, channels }: Pick<ConsentDecision, 'hold' | 'channels'>,
  tier: Tier,
): Tier {
  if (channels.length === 0) return 'unqualified'
  return hold !== null && tier === 'sales-ready' ? 'nurture' : tier
}

interface Step {
  readonly nextAction: NextAction
  readonly channels: readonly Channel[]
  readonly answer: Answered
}

/**
 * Nobody is promised an answer that nobody may give, or that was given; keeping in touch at their pace
 * has no hour.
 */
function dueBy(
  { tier, advice }: Scored,
  { nextAction, channels, answer }: Step,
  { record, previous, now }: DecisionInput,
): number | null {
  if (tier !== 'sales-ready' || nextAction === 'none' || answer.at !== undefined) return null
  const isText = nextAction === 'nurture' && awaitsText(record.facts, channels)
  if (nextAction === 'nurture' && !isText) return null
  const state = record.facts['state']
  return respondBy({
    previous,
    withinMinutes: advice.respondWithinMinutes,
    // A call or a text, or anything else where only those are left to do it by.
    byPhone: nextAction === 'call' || isText || !channels.includes('email'),
    // Where the person lives, not where their organisation sits.
    state: typeof state === 'string' ? state : undefined,
    askedAt: answer.askedAt,
    now,
  })
}

function earliest(...instants: readonly (number | undefined)[]): number | undefined {
  const known = instants.filter((instant) => instant !== undefined)
  return known.length === 0 ? undefined : Math.min(...known)
}
