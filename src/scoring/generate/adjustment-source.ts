import { type Adjustments, type Lifecycle, type Recency, STAGES } from '../adjustments.ts'
import { oneOf } from '../conditions/one-of.ts'
import { DAY_MS } from '../decay.ts'
import { type FactSource, isOneOf } from './fact-source.ts'
import { pushLine } from './line-source.ts'
import { literal, type Scope } from './scope.ts'
import type { TrackSource } from './track-source.ts'

export interface AdjustmentScope {
  readonly scope: Scope
  readonly facts: FactSource
  readonly tracks: TrackSource
}

/** Code that adds the adjustments of a model to `total`. */
export function adjustmentSource(
  { recency, lifecycle }: Adjustments,
  { scope, facts, tracks }: AdjustmentScope,
): string {
  return [
    recency === undefined ? '' : recencySource(recency, tracks),
    lifecycle === undefined ? '' : lifecycleSource(lifecycle, scope, facts),
  ].join('\n')
}

function recencySource(
  { steps, otherwise, activity, category }: Recency,
  tracks: TrackSource,
): string {
  const [newest = 'NaN'] = tracks.open({ kinds: activity, categories: category }, 1)
  const at = `${newest} === -Infinity ? undefined : ${newest}`
  const given = (id: string, { points, reason }: Said): string =>
    give({ group: 'recency', id, points, text: reason, at })
  const branches = steps.map(
    (step) =>
      `if (age <= ${literal(step.withinDays * DAY_MS)}) { ${given(`recency-${step.withinDays}-days`, step)} }`,
  )
  if (otherwise !== undefined) branches.push(`{ ${given('recency-otherwise', otherwise)} }`)
  return `age = now - ${newest};\n${branches.join('\nelse ')}`
}

/** The furthest stage first: of several codes that one counts. */
function lifecycleSource({ fact, stages }: Lifecycle, scope: Scope, facts: FactSource): string {
  const value = facts.variable(fact)
  return STAGES.toReversed()
    .flatMap((stage) => {
      const rule = stages[stage]
      if (rule === undefined) return []
      const asked = `${scope.name(oneOf(rule.codes))}(${value}, now) === true`
      const id = `lifecycle-${stage}`
      const line = { group: 'lifecycle', id, points: rule.points, text: rule.reason }
      return [`if (${isOneOf(value, rule.codes, asked)}) { ${give({ ...line, at: 'undefined' })} }`]
    })
    .join('\nelse ')
}

interface Said {
  readonly points: number
  readonly reason: string
}

interface Given {
  readonly group: string
  readonly id: string
  readonly points: number
  readonly text: string
  readonly at: string
}

function give({ group, id, points, text, at }: Given): string {
  if (points === 0) return ''
  const line = { axis: 'engagement', kind: 'adjustment', group, rule: id, text, at } as const
  return `total += ${literal(points)}; ${pushLine({ ...line, points: literal(points) })}`
}
