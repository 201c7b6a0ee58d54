import type { ConsentDecision } from '../consent/decide-consent.ts'
import { decideConsent } from '../consent/decide-consent.ts'
import type { Facts } from '../ports.ts'
import type { Reason } from '../scoring/score.ts'
import { decidable } from './decidable.ts'
import { decideScored } from './decide-scored.ts'
import { decideUnscored } from './decide-unscored.ts'
import type { DeciderDeps, Decision, DecisionInput } from './decision.ts'
import { segmentFor } from './segment-for.ts'

/** A decision with what it came from: the facts it saw, each reason, and the consent behind it. */
export interface Explanation {
  readonly decision: Decision
  /** The organisation's facts overlaid by the record's own. */
  readonly facts: Facts
  /** Empty when the record may not be scored. */
  readonly reasons: readonly Reason[]
  readonly consent: ConsentDecision
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
  const explain = (known: DecisionInput): Explanation => {
    const input = decidable(known)
    const facts: Facts = { ...input.companyFacts, ...input.record.facts }
    // Only what the person themselves said: an organisation's facts give no one's consent.
    const { facts: own, activities } = input.record
    const consent = decideConsent(own, { at: input.now, policy: input.policy, activities })
    const { decision, reasons } = consent.mayScore
      ? decideScored(deps, consent, facts, input)
      : { decision: decideUnscored(consent, input), reasons: [] }
    const { values } = decision
    const segment = segmentFor(deps.segments, { values, facts, reasons, previous: input.previous })
    return { decision: { ...decision, values: { ...values, ...segment } }, facts, reasons, consent }
  }
  return { explain, decide: (input) => explain(input).decision }
}
