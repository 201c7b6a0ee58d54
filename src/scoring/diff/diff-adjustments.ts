import { signed } from '../document/plain-words.ts'
import { type SaidPoints, saidPoints } from '../document/said-points.ts'
import type { Model } from '../model.ts'
import { type Change, changed, pairUp } from './change.ts'

/** Points for recency and stage, and what they look at. */
export function diffAdjustments(before: Model, after: Model): readonly Change[] {
  const { added, removed, kept } = pairUp(partsOf(before), partsOf(after), ({ id }) => id)
  return [
    ...removed.map((part): Change => ({ kind: 'removed', where: part.id, text: inFull(part) })),
    ...added.map((part): Change => ({ kind: 'added', where: part.id, text: inFull(part) })),
    ...kept.flatMap(([was, is]) => [
      ...changed(is.id, was.reason, signed(was.points), signed(is.points)),
      ...changed(is.id, 'A rep reads', `“${was.reason}”`, `“${is.reason}”`),
      ...changed(is.id, `${was.reason}, why`, `“${was.because}”`, `“${is.because}”`),
    ]),
    ...diffSubjects(before, after),
  ]
}

function partsOf(model: Model): readonly SaidPoints[] {
  return saidPoints(model).filter(({ path }) => path[0] === 'adjustments')
}

function inFull({ reason, points, id }: SaidPoints): string {
  return `${reason}: ${signed(points)} (${id})`
}

/** Which activities recency looks at, and which codes mean which stage. */
function diffSubjects({ adjustments: a }: Model, { adjustments: b }: Model): readonly Change[] {
  const stages = (['researching', 'evaluating', 'ready'] as const).flatMap((stage) => {
    const [was, is] = [a.lifecycle?.stages[stage], b.lifecycle?.stages[stage]]
    if (was === undefined || is === undefined) return []
    return changed(
      `lifecycle-${stage}`,
      `Codes of ${stage}`,
      was.codes.join(', '),
      is.codes.join(', '),
    )
  })
  if (a.lifecycle !== undefined && b.lifecycle !== undefined) {
    stages.push(
      ...changed('lifecycle', 'The stage is read from', a.lifecycle.fact, b.lifecycle.fact),
    )
  }
  if (a.recency === undefined || b.recency === undefined) return stages
  const about = ({ activity, category }: NonNullable<typeof a.recency>): string =>
    [activity.join(', '), ...(category === undefined ? [] : [category.join(', ')])].join(' about ')
  return [...stages, ...changed('recency', 'Recency looks at', about(a.recency), about(b.recency))]
}
