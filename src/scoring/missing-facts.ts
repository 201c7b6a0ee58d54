import type { FactValue } from '../ports.ts'
import type { ExplainableModel } from './compile-model.ts'
import { possibleValues } from './fact-values.ts'
import type { Subject } from './score.ts'

/** A fact nothing is known of, and what knowing it could add to the score at most. */
export interface MissingFact {
  readonly fact: string
  readonly upTo: number
  /** The value that would add most, and the rules that would then count. */
  readonly value: FactValue
  readonly rules: readonly string[]
}

/** Missing facts that could raise the score, those that could most first, else in the model's order. */
export function missingFacts(
  model: ExplainableModel,
  subject: Subject,
  nowMs: number,
): readonly MissingFact[] {
  const { score } = model.evaluate(subject, nowMs)
  return [...possibleValues(model.source, nowMs)]
    .filter(([fact]) => subject.facts[fact] === undefined)
    .flatMap(([fact, values]) => {
      const [best] = values
        .map(({ value, rules }) => {
          const facts = { ...subject.facts, [fact]: value }
          return {
            fact,
            value,
            rules,
            upTo: model.evaluate({ ...subject, facts }, nowMs).score - score,
          }
        })
        .toSorted((a, b) => b.upTo - a.upTo)
      return best === undefined || best.upTo <= 0 ? [] : [best]
    })
    .toSorted((a, b) => b.upTo - a.upTo)
}
