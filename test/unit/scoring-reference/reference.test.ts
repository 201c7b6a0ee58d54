import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { compileModel } from '#src/scoring/compile-model.ts'
import { parseModel } from '#src/scoring/parse-model.ts'
import type { CompiledModel, Score } from '#src/scoring/score.ts'
import { anyModel, anyRecord, NOW } from './random-models.ts'
import { evaluateByTheGuide } from './reference-evaluator.ts'
import type { RecordGiven, ReferenceScore, WrittenModel } from './written-model.ts'

const RUNS = 300

function compiled(model: WrittenModel): CompiledModel {
  return compileModel(parseModel(JSON.stringify(model), 'random.yaml', new Map()))
}

/** What the guide says of a score; of an adjustment it does not name the rule in every case. */
function told({ score, fit, engagement, grade, tier, reasons }: Score): ReferenceScore {
  const lines = reasons.map(({ axis, kind, group, rule, points, at }) => ({
    axis,
    kind,
    group,
    rule: kind === 'rule' ? rule : group,
    points,
    at: kind === 'rule' ? at : undefined,
  }))
  return { score, fit, engagement, grade, tier, lines }
}

describe('a compiled model', () => {
  test('scores any record as its guide says', () => {
    fc.assert(
      fc.property(
        anyModel,
        fc.array(anyRecord, { minLength: 1, maxLength: 4 }),
        (model, records) => {
          const scored = compiled(model)
          for (const record of records) {
            const expected = evaluateByTheGuide(model, record, NOW)
            expect(told(scored.evaluate(record, NOW))).toEqual(expected)
          }
        },
      ),
      { numRuns: RUNS },
    )
  })

  test('knows the first second at which the guide says something else', () => {
    fc.assert(
      fc.property(
        anyModel,
        anyRecord,
        fc.array(fc.double({ min: 0, max: 1, noNaN: true })),
        (model, record, parts) => {
          const { nextChangeAt } = compiled(model).evaluate(record, NOW)
          const now = visibleAt(model, record, NOW)
          // Nothing here is older than 130 days or fades slower than 1% a quarter.
          const end = nextChangeAt ?? NOW + 40_000 * 86_400_000
          const between = parts.map(
            (part) => NOW + Math.floor((part * (end - 1_000 - NOW)) / 1_000) * 1_000,
          )

          expect(nextChangeAt === undefined || visibleAt(model, record, nextChangeAt) !== now).toBe(
            true,
          )
          for (const at of [...between, end - 1_000]) expect(visibleAt(model, record, at)).toBe(now)
        },
      ),
      { numRuns: RUNS / 2 },
    )
  })
})

function visibleAt(model: WrittenModel, record: RecordGiven, atMs: number): string {
  const { score, fit, engagement, grade, tier } = evaluateByTheGuide(model, record, atMs)
  return [score, fit, engagement, grade, tier].join(' ')
}
