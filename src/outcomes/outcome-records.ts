import type { OutcomeRecord } from '../calibration/outcome-record.ts'
import type { FactValue, Tier } from '../ports.ts'
import type { ExplainableModel } from '../scoring/compile-model.ts'
import { pointsByRule } from '../scoring/points-by-rule.ts'
import type { Subject } from '../scoring/score.ts'
import type { Case, Reached } from './case.ts'

const HEIGHT: Readonly<Record<Tier, number>> = { unqualified: 0, nurture: 1, 'sales-ready': 2 }

/** What was scored, when, and what it came to. */
interface Stood extends Pick<Reached, 'tier' | 'score' | 'at'> {
  readonly subject: Subject
}

/**
 * A case as it is counted: by the highest tier reached before the outcome, or as of when it was first
 * scored. Of those who were there before they were first scored, the model says what it would have said
 * when they could first be worked: counted otherwise, only the won among them would be old enough to know.
 */
export function outcomeRecordOf(
  one: Case,
  model: ExplainableModel,
  by: 'highest' | 'first' = 'highest',
): OutcomeRecord {
  const { ref, audience, outcome, outcomeAt, firstContactAt, bookedAt, feedback } = one
  const { tier, score, at, subject } = stoodAt(one, model, by)
  const source = subject.facts['source']
  return {
    id: ref.id,
    audience,
    tier,
    score,
    source: typeof source === 'string' ? source : undefined,
    scoredAt: at,
    firstContactAt,
    bookedAt,
    outcome,
    outcomeAt,
    facts: singleValues(subject),
    points: pointsByRule(model.evaluate(subject, at).reasons),
    feedback,
  }
}

function stoodAt(one: Case, model: ExplainableModel, by: 'highest' | 'first'): Stood {
  const { reached, asOf, facts, activities } = one
  const [first] = reached
  if (wasThereBefore(one)) {
    const subject = { facts, activities }
    const { tier, score } = model.evaluate(subject, asOf)
    return { tier, score, at: asOf, subject }
  }
  if (by === 'first') return first
  return reached.reduce<Reached>(
    (high, next) => (HEIGHT[next.tier] > HEIGHT[high.tier] ? next : high),
    first,
  )
}

/** Whether somebody could be worked before they were first scored, as all whom a portal held when connected. */
export function wasThereBefore({ reached: [first], asOf }: Case): boolean {
  return asOf < first.at
}

function singleValues({ facts }: Subject): OutcomeRecord['facts'] {
  return Object.fromEntries(
    Object.entries(facts).flatMap(([fact, value]) => (isSingle(value) ? [[fact, value]] : [])),
  )
}

function isSingle(value: FactValue): value is string | number | boolean {
  return typeof value !== 'object'
}
