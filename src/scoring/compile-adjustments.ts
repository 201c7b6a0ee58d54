import type { Adjustments, Lifecycle, Recency } from './adjustments.ts'
import { STAGES } from './adjustments.ts'
import type { CompiledGroup, CompiledRule } from './compiled-axis.ts'
import { oneOf } from './conditions/one-of.ts'
import { DAY_MS } from './decay.ts'
import type { FactSlots } from './fact-slots.ts'
import { NEVER, type Tracks } from './tracks.ts'

/** What is added to engagement besides its groups, as groups without limits of their own. */
export function compileAdjustments(
  { recency, lifecycle }: Adjustments,
  { tracks, slots }: { readonly tracks: Tracks; readonly slots: FactSlots },
): readonly CompiledGroup[] {
  return [
    ...(recency === undefined ? [] : [unlimited('recency', compileRecency(recency, tracks))]),
    ...(lifecycle === undefined
      ? []
      : [unlimited('lifecycle', compileLifecycle(lifecycle, slots))]),
  ]
}

function unlimited(id: string, rules: readonly CompiledRule[]): CompiledGroup {
  const limits = { cap: Infinity, floor: -Infinity, capText: '', floorText: '' }
  return { id, kind: 'adjustment', ...limits, rules }
}

/** One rule a step: it counts from the end of the step before to its own. */
function compileRecency({ steps, otherwise, ...rest }: Recency, tracks: Tracks): CompiledRule[] {
  const track = tracks.open({ kinds: rest.activity, categories: rest.category }, 1)
  const ends = steps.map(({ withinDays }) => withinDays * DAY_MS)
  const all = [
    ...steps.map((step) => ({ ...step, id: `recency-${step.withinDays}-days` })),
    ...(otherwise === undefined ? [] : [{ ...otherwise, id: 'recency-otherwise' }]),
  ]
  return all.map(({ id, points, reason }, index): CompiledRule => {
    const from = ends[index - 1] ?? -Infinity
    const to = ends[index] ?? Infinity
    return {
      ...unfading(id, reason),
      points: ({ hits, nowMs }) => {
        const age = nowMs - (hits.newest[track] ?? NEVER)
        return age > from && age <= to ? points : 0
      },
      latestAt: ({ hits }) => {
        const at = hits.newest[track]
        return at === NEVER ? undefined : at
      },
    }
  })
}

/** One rule a stage: it counts where no later stage does. */
function compileLifecycle({ fact, stages }: Lifecycle, slots: FactSlots): CompiledRule[] {
  const slot = slots.open(fact)
  const tests = STAGES.map((stage) => oneOf(stages[stage]?.codes ?? []))
  return STAGES.flatMap((stage, index) => {
    const rule = stages[stage]
    if (rule === undefined) return []
    const later = tests.slice(index + 1)
    const counts: CompiledRule['points'] = ({ values }) => {
      const value = values[slot]
      if (tests[index]?.(value, 0) !== true) return 0
      return later.some((test) => test(value, 0) === true) ? 0 : rule.points
    }
    return [{ ...unfading(`lifecycle-${stage}`, rule.reason), points: counts }]
  })
}

const unfading = (id: string, text: string): Omit<CompiledRule, 'points'> => ({
  id,
  text,
  inFull: undefined,
  latestAt: undefined,
  breaksAt: undefined,
})
