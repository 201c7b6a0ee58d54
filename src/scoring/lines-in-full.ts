import { addClampLine } from './clamp.ts'
import { addUpAxis, type CompiledAxis, type Line, type View } from './compiled-axis.ts'
import type { Evaluator } from './evaluate.ts'
import type { Reason, Subject } from './score.ts'
import { makePointsWhole, wholeTotal } from './whole-points.ts'

/** A reason, or what has faded of one since its time. */
export type ExplainedLine = Omit<Reason, 'kind'> & { readonly kind: Reason['kind'] | 'decay' }

/** The lines of a score with what faded as lines of their own, right after what it faded from. */
export function linesInFull(
  { tracks, slots, fit, engagement }: Evaluator,
  { facts, activities }: Subject,
  nowMs: number,
): readonly ExplainedLine[] {
  const view: View = { values: slots.gather(facts), nowMs, hits: tracks.gather(activities, nowMs) }
  const lines: Line[] = []
  const fitTotal = addUpAxis(fit, view, lines)
  const start = lines.length
  const engagementTotal = wholeTotal(addUpAxis(engagement, view, lines))
  makePointsWhole(lines, start, engagementTotal)
  addClampLine({ fit: fitTotal, engagement: engagementTotal }, lines)
  const full = pointsInFull(engagement, view)
  return lines
    .flatMap((line) => withDecay(line, line.kind === 'rule' ? full.get(line.rule) : undefined))
    .filter(({ points }) => points !== 0)
}

/** Whole: points times how often they count. */
function pointsInFull(axis: CompiledAxis, view: View): ReadonlyMap<string, number> {
  const rules = axis.groups.flatMap((group) => group.rules)
  return new Map(rules.map(({ id, inFull, points }) => [id, (inFull ?? points)(view)]))
}

function withDecay(line: Line, full: number | undefined): readonly ExplainedLine[] {
  if (line.axis !== 'engagement' || full === undefined) return [line]
  const faded = line.points - full
  return [
    { ...line, points: full },
    { ...line, kind: 'decay', points: faded, text: 'Faded since then' },
  ]
}
