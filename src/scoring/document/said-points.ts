import { STAGES } from '../adjustments.ts'
import type { Model } from '../model.ts'
import { ruleEntries } from './rule-entries.ts'

/** Anything in a model that gives points for a reason: rules and the parts of adjustments. */
export interface SaidPoints {
  /** Rule id, or the id an adjustment's line has in a score. */
  readonly id: string
  readonly points: number
  readonly reason: string
  readonly because: string
  readonly path: readonly PropertyKey[]
}

/** All of them, in the order of the file. */
export function saidPoints(model: Model): readonly SaidPoints[] {
  const rules = ruleEntries(model).map(({ rule: { id, points, reason, because }, path }) => ({
    id,
    points,
    reason,
    because,
    path,
  }))
  return [...rules, ...recencyPoints(model), ...lifecyclePoints(model)]
}

function recencyPoints({ adjustments: { recency } }: Model): readonly SaidPoints[] {
  if (recency === undefined) return []
  const path = ['adjustments', 'recency']
  const steps = recency.steps.map(({ withinDays, points, reason, because }, index) => ({
    id: `recency-${withinDays}-days`,
    points,
    reason,
    because,
    path: [...path, 'steps', index],
  }))
  const { otherwise } = recency
  if (otherwise === undefined) return steps
  return [...steps, { id: 'recency-otherwise', ...otherwise, path: [...path, 'otherwise'] }]
}

function lifecyclePoints({ adjustments: { lifecycle } }: Model): readonly SaidPoints[] {
  return STAGES.flatMap((stage) => {
    const rule = lifecycle?.stages[stage]
    if (rule === undefined) return []
    const { points, reason, because } = rule
    const path = ['adjustments', 'lifecycle', 'stages', stage]
    return [{ id: `lifecycle-${stage}`, points, reason, because, path }]
  })
}
