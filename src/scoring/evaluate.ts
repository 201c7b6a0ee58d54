import type { Bands } from './bands.ts'
import { type Axes, addClampLine, scoreOf } from './clamp.ts'
import type { CompiledAxis, Line } from './compiled-axis.ts'
import type { DraftScore } from './draft.ts'
import type { FactSlots } from './fact-slots.ts'
import { nextChangeAt } from './next-change.ts'
import type { Score, Subject } from './score.ts'
import type { Tracks } from './tracks.ts'
import { makePointsWhole, wholeTotal } from './whole-points.ts'

/** A model ready to evaluate. */
export interface Evaluator {
  readonly tracks: Tracks
  readonly slots: FactSlots
  readonly bands: Bands
  readonly draft: DraftScore
  readonly fit: CompiledAxis
  readonly engagement: CompiledAxis
  /** How far a score may move without the change being visible. */
  readonly tolerance: number
}

/** Scores a subject as it stands at `nowMs`. */
export function evaluate(evaluator: Evaluator, subject: Subject, nowMs: number): Score {
  const lines: Line[] = []
  const draft = evaluator.draft(subject.facts, subject.activities, nowMs, lines)
  const axes = { fit: draft.fit, engagement: wholeTotal(draft.engagement) }
  makePointsWhole(lines, draft.fitLines, axes.engagement)
  addClampLine(axes, lines)
  return new LazyScore(evaluator, { subject, nowMs, axes, lines })
}

interface Evaluated {
  readonly subject: Subject
  readonly nowMs: number
  readonly axes: Axes
  readonly lines: readonly Line[]
}

/**
 * The next change costs many times all the rest, so it is worked out when first read. A class because
 * an object literal with a getter costs a microsecond, a fifth of a whole evaluation.
 */
class LazyScore implements Score {
  readonly score: number
  readonly fit: number
  readonly engagement: number
  readonly grade: Score['grade']
  readonly tier: Score['tier']
  readonly reasons: Score['reasons']
  readonly #evaluator: Evaluator
  readonly #evaluated: Evaluated
  #next: { readonly at: number | undefined } | undefined

  constructor(evaluator: Evaluator, evaluated: Evaluated) {
    const { axes, lines } = evaluated
    this.score = scoreOf(axes)
    this.fit = axes.fit
    this.engagement = axes.engagement
    this.grade = evaluator.bands.gradeOf(axes)
    this.tier = evaluator.bands.tierOf(axes)
    this.reasons = withoutNothing(lines)
    this.#evaluator = evaluator
    this.#evaluated = evaluated
  }

  get nextChangeAt(): number | undefined {
    const { subject, nowMs } = this.#evaluated
    this.#next ??= { at: nextChangeAt(this.#evaluator, subject, { nowMs, seen: this }) }
    return this.#next.at
  }
}

/** Lines that were left with points. In place of `filter`: most scores have none to leave out. */
function withoutNothing(lines: readonly Line[]): readonly Line[] {
  for (const line of lines) if (line.points === 0) return lines.filter(({ points }) => points !== 0)
  return lines
}
