import { type ConsentDecision, decideConsent } from '#src/consent/decide-consent.ts'
import { type ExpectedDecision, expectedDecision } from './expected-decision.ts'
import type { Situation } from './written-rules.ts'

function withoutClock(decision: ConsentDecision): ExpectedDecision {
  const { mayScore, hold, channels, because, withCare, basis, part2, changesAt } = decision
  return {
    mayScore,
    hold,
    channels,
    because: because.toSorted(),
    withCare,
    basis,
    part2,
    changesAt,
  }
}

/** The situations in which the product decides otherwise than the table, a few of them in full. */
export function disagreements(situations: readonly Situation[]): unknown[] {
  return situations
    .map((situation) => ({
      facts: situation.facts,
      policy: situation.policy,
      decided: withoutClock(decideConsent(situation.facts, situation)),
      written: expectedDecision(situation),
    }))
    .filter(({ decided, written }) => !sameDecision(decided, written))
    .slice(0, 3)
}

function sameDecision(one: ExpectedDecision, other: ExpectedDecision): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}
