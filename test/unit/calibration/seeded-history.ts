import { createPopulation } from '#sandbox/seed/create-population.ts'
import { outcomesWithTruth } from '#sandbox/seed/outcomes-with-truth.ts'
import type { Dataset } from '#src/calibration/dataset.ts'
import { chanceOf } from '#src/calibration/statistics/logit.ts'
import { createRandom } from '#src/calibration/statistics/random.ts'
import type { Audience } from '#src/ports.ts'
import type { Model } from '#src/scoring/model.ts'
import { modelOf } from '../models/shipped.ts'
import { type PastCase, type RuleHistory, ruleHistory } from './rule-history.ts'
import { subjectOf } from './seed-case.ts'

export interface SeededHistory extends RuleHistory {
  readonly model: Model
  readonly cases: readonly PastCase[]
  /** The log odds outcomes were drawn with. */
  readonly truth: Float64Array
  /** Outcomes of these and no other people, drawn anew. */
  readonly drawnWith: (seed: number) => Dataset
}

const BASE_TIME = Date.UTC(2026, 0, 1)

/** The people of a made-up portal who belong to an audience, as its shipped model sees them. */
export function seededHistory(audience: Audience, people: number, seed = 1): SeededHistory {
  const population = createPopulation({ people, seed, baseTime: BASE_TIME })
  const own = outcomesWithTruth(population, { seed }).filter(
    ({ person }) => person.audience === audience,
  )
  const cases = own.map((one) => ({
    subject: subjectOf(one, population.companies),
    at: one.decidedAt,
    won: one.won,
  }))
  const model = modelOf(audience)
  const history = ruleHistory(cases, model)
  const truth = Float64Array.from(own, ({ logOdds }) => logOdds)
  return {
    ...history,
    model,
    cases,
    truth,
    drawnWith: (drawSeed) => {
      const random = createRandom(drawSeed)
      const outcome = truth.map((logOdds) => Number(random() < chanceOf(logOdds)))
      return { ...history.data, outcome: Uint8Array.from(outcome) }
    },
  }
}
