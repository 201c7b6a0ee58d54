import type { Bands } from './bands.ts'
import { type Axes, clampAxes, clampLines } from './clamp.ts'
import { addUpAxis, type CompiledAxis, type Line, type View } from './compiled-axis.ts'
import { nextChangeAt } from './next-change.ts'
import type { Score, Subject } from './score.ts'
import type { Tracks } from './tracks.ts'
import { makePointsWhole, wholeTotal } from './whole-points.ts'

/** A model ready to evaluate. */
export interface Evaluator {
  readonly tracks: Tracks
  readonly bands: Bands
  readonly fit: CompiledAxis
  readonly engagement: CompiledAxis
}

/** Scores a subject as it stands at `nowMs`. */
export function evaluate(evaluator: Evaluator, subject: Subject, nowMs: number): Score {
  const view: View = {
    facts: subject.facts,
    hits: evaluator.tracks.gather(subject.activities, nowMs),
    nowMs,
  }
  const lines: Line[] = []
  const before = {
    fit: wholeAxis(evaluator.fit, view, lines),
    engagement: wholeAxis(evaluator.engagement, view, lines),
  }
  const after = clampAxes(before)
  if (after !== before) clampLines(before, after, lines)
  return new LazyScore(evaluator, { subject, nowMs, axes: after, lines })
}

/** Adds the lines of one axis, in whole points, and gives back what they add up to. */
function wholeAxis(axis: CompiledAxis, view: View, lines: Line[]): number {
  const start = lines.length
  const whole = wholeTotal(addUpAxis(axis, view, lines))
  makePointsWhole(lines, start, whole)
  return whole
}

interface Evaluated {
  readonly subject: Subject
  readonly nowMs: number
  readonly axes: Axes
  readonly lines: readonly Line[]
}

/**
 * The next change costs about ten times all the rest, so it is worked out when first read. A class
 * because an object literal with a getter costs a microsecond, a fifth of a whole evaluation.
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
    this.score = axes.fit + axes.engagement
    this.fit = axes.fit
    this.engagement = axes.engagement
    this.grade = evaluator.bands.gradeOf(axes)
    this.tier = evaluator.bands.tierOf(axes)
    this.reasons = lines.some(isNothing) ? lines.filter((line) => !isNothing(line)) : lines
    this.#evaluator = evaluator
    this.#evaluated = evaluated
  }

  get nextChangeAt(): number | undefined {
    const { subject, nowMs, axes } = this.#evaluated
    this.#next ??= { at: nextChangeAt(this.#evaluator, subject, { nowMs, axes }) }
    return this.#next.at
  }
}

const isNothing = ({ points }: Line): boolean => points === 0
