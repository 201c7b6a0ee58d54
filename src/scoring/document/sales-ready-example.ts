import type { Facts } from '../../ports.ts'
import { compileModel } from '../compile-model.ts'
import type { Model } from '../model.ts'
import type { CompiledModel, Score, Subject } from '../score.ts'
import { exampleOf } from './example.ts'
import { engagementEntries, fitEntries, type RuleEntry } from './rule-entries.ts'

export interface ScoredExample {
  readonly subject: Subject
  readonly score: Score
}

const NOTHING: Subject = { facts: {}, activities: [] }

/**
 * A made-up record that is just sales-ready: the strongest signals first, none that is not needed.
 * `undefined` where no combination of the rules' own examples gets there.
 */
export function salesReadyExample(model: Model, nowMs: number): ScoredExample | undefined {
  const compiled = compileModel(model)
  const steps = helpful([...fitEntries(model), ...engagementEntries(model)]).map((entry) =>
    exampleOf(entry, model, nowMs),
  )
  let best = scored(compiled, NOTHING, nowMs)
  for (const _step of steps) {
    if (best.score.tier === 'sales-ready') return withoutIdle(compiled, best, nowMs)
    const next = steps
      .map((step) => scored(compiled, joined(best.subject, step), nowMs))
      .reduce((a, b) => (lackOf(model, b.score) < lackOf(model, a.score) ? b : a), best)
    if (next === best) return undefined
    best = next
  }
  return best.score.tier === 'sales-ready' ? withoutIdle(compiled, best, nowMs) : undefined
}

/** The best match there is, of whom nothing is known to have happened. */
export function bestMatchExample(model: Model, nowMs: number): ScoredExample {
  const compiled = compileModel(model)
  return helpful(fitEntries(model))
    .map((entry) => exampleOf(entry, model, nowMs))
    .reduce(
      (best, step) => {
        const next = scored(compiled, joined(best.subject, step), nowMs)
        return next.score.fit > best.score.fit ? next : best
      },
      scored(compiled, NOTHING, nowMs),
    )
}

function helpful(entries: readonly RuleEntry[]): readonly RuleEntry[] {
  return entries.filter(({ rule }) => rule.points > 0)
}

function scored(compiled: CompiledModel, subject: Subject, nowMs: number): ScoredExample {
  return { subject, score: compiled.evaluate(subject, nowMs) }
}

/** A fact known twice keeps the later value; what happened is added. */
function joined(subject: Subject, step: Subject): Subject {
  return {
    facts: { ...subject.facts, ...step.facts },
    activities: [...subject.activities, ...step.activities],
  }
}

/** How many points are missing, of score, fit and engagement together. */
function lackOf({ tiers }: Model, { score, fit, engagement }: Score): number {
  const ready = tiers['sales-ready']
  const lack = (need: number, have: number): number => Math.max(0, need - have)
  return lack(ready.score, score) + lack(ready.fit, fit) + lack(ready.engagement, engagement)
}

/** The same without the facts it would be sales-ready without. */
function withoutIdle(
  compiled: CompiledModel,
  example: ScoredExample,
  nowMs: number,
): ScoredExample {
  return Object.keys(example.subject.facts).reduce((kept, fact) => {
    const facts: Facts = Object.fromEntries(
      Object.entries(kept.subject.facts).filter(([name]) => name !== fact),
    )
    const without = scored(compiled, { ...kept.subject, facts }, nowMs)
    return without.score.tier === 'sales-ready' ? without : kept
  }, example)
}
