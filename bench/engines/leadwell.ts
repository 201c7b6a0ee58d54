import { compileModel } from '#src/scoring/compile-model.ts'
import { parseModel } from '#src/scoring/parse-model.ts'
import type { Contender, Outcome } from './contender.ts'
import { BENCH_MODEL } from './model.ts'

/** Leadwell itself; its reasons carry dates and adjustments besides, which the peers are spared. */
export function createLeadwell(): Contender {
  const model = compileModel(parseModel(BENCH_MODEL, 'bench model'))
  return {
    name: 'leadwell',
    perRound: 20_000,
    async scoreAll(subjects, nowMs, take) {
      for (const subject of subjects) take(model.evaluate(subject, nowMs))
    },
  }
}

/** A comparable outcome: rules only, in one order. */
export function comparable({ score, fit, engagement, grade, tier, reasons }: Outcome): Outcome {
  const counted = reasons
    .filter((reason) => !('kind' in reason) || reason.kind === 'rule')
    .map(({ rule, points, text }) => ({ rule, points, text }))
    .toSorted((a, b) => a.rule.localeCompare(b.rule))
  return { score, fit, engagement, grade, tier, reasons: counted }
}
