import { type Adjustments, type Lifecycle, type Recency, STAGES } from './adjustments.ts'
import type { Problem } from './problem.ts'

const RECENCY = ['adjustments', 'recency']
const WAITING = 'waiting never adds points'

/** What is wrong between the parts of the adjustments. */
export function checkAdjustments({ recency, lifecycle }: Adjustments): readonly Problem[] {
  return [
    ...(recency === undefined ? [] : [...crossedSteps(recency), ...risingPoints(recency)]),
    ...(lifecycle === undefined ? [] : sharedCodes(lifecycle)),
  ]
}

function crossedSteps({ steps }: Recency): Problem[] {
  return steps.flatMap(({ withinDays }, index) => {
    const before = steps[index - 1]?.withinDays ?? 0
    if (withinDays > before) return []
    const what = `must be above ${before}: steps go from short to long`
    return [{ path: [...RECENCY, 'steps', index, 'withinDays'], what }]
  })
}

function risingPoints({ steps, otherwise }: Recency): Problem[] {
  const problems: Problem[] = steps.flatMap(({ points }, index) => {
    const before = steps[index - 1]?.points ?? Infinity
    if (points <= before) return []
    const what = `must be at most ${before}: ${WAITING}`
    return [{ path: [...RECENCY, 'steps', index, 'points'], what }]
  })
  const last = steps.at(-1)?.points ?? 0
  if (otherwise === undefined && last < 0) {
    const path = [...RECENCY, 'steps', steps.length - 1, 'points']
    problems.push({ path, what: `must be at least 0 without otherwise: ${WAITING}` })
  }
  if (otherwise !== undefined && otherwise.points > last) {
    const path = [...RECENCY, 'otherwise', 'points']
    problems.push({ path, what: `must be at most ${last}: ${WAITING}` })
  }
  return problems
}

function sharedCodes({ stages }: Lifecycle): Problem[] {
  const meant = new Map<string | number, string>()
  return STAGES.flatMap((stage) =>
    (stages[stage]?.codes ?? []).flatMap((code, index) => {
      const other = meant.get(code)
      meant.set(code, other ?? stage)
      if (other === undefined || other === stage) return []
      const path = ['adjustments', 'lifecycle', 'stages', stage, 'codes', index]
      return [{ path, what: `"${code}" is already a code of ${other}` }]
    }),
  )
}
