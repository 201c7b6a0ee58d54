import type { Activity, Grade, Tier } from '#src/ports.ts'
import { DAY_MS, earned, latestOf, latestSignOfLife, selected } from './activity-questions.ts'
import { factCounts, isOneOf } from './fact-questions.ts'
import type {
  Asked,
  Lifecycle,
  Limits,
  Recency,
  RecordGiven,
  ReferenceLine,
  ReferenceScore,
  WrittenModel,
} from './written-model.ts'

/**
 * What a model gives a record, told slowly and plainly after docs/guides/model-language.md. Written
 * without a look at src/scoring, so that a mistake is not made twice.
 */
export function evaluateByTheGuide(
  model: WrittenModel,
  { facts, activities }: RecordGiven,
  nowMs: number,
): ReferenceScore {
  // "An activity dated in the future is not seen until then."
  const seen = activities.filter(({ at }) => at <= nowMs)
  const fit = sumUp('fit', [fitLines(model, facts, nowMs)], model.fit)
  const engagement = sumUp(
    'engagement',
    [engagementLines(model, seen, nowMs), adjustmentLines(model, { facts, seen, nowMs })],
    model.engagement,
  )
  const score = Math.min(100, Math.max(0, fit.whole + engagement.whole))
  const clamp = lineOf('total', score - fit.whole - engagement.whole, 'score')
  return {
    score,
    fit: fit.whole,
    engagement: engagement.whole,
    grade: gradeOf(model, fit.whole, engagement.whole),
    tier: tierOf(model, { score, fit: fit.whole, engagement: engagement.whole }),
    lines: [...fit.lines, ...engagement.lines, clamp].filter(({ points }) => points !== 0),
  }
}

function fitLines(model: WrittenModel, facts: RecordGiven['facts'], nowMs: number) {
  return model.fit.groups.flatMap((group) => {
    const lines = group.rules.map((rule): ReferenceLine => {
      const counts = factCounts(rule, facts[rule.fact], { lists: model.lists, nowMs })
      const points = counts ? rule.points : 0
      return { axis: 'fit', kind: 'rule', group: group.id, rule: rule.id, points, at: undefined }
    })
    return [...lines, limitLine('fit', lines, { ...group, id: group.id })]
  })
}

function engagementLines(model: WrittenModel, seen: readonly Activity[], nowMs: number) {
  return (model.engagement.groups ?? []).flatMap((group) => {
    const lines = group.rules.map((rule): ReferenceLine => {
      const { points, at } = earned(rule, group, { seen, nowMs })
      return { axis: 'engagement', kind: 'rule', group: group.id, rule: rule.id, points, at }
    })
    return [...lines, limitLine('engagement', lines, { ...group, id: group.id })]
  })
}

interface Given {
  readonly facts: RecordGiven['facts']
  readonly seen: readonly Activity[]
  readonly nowMs: number
}

function adjustmentLines({ adjustments }: WrittenModel, given: Given): readonly ReferenceLine[] {
  const recency = adjustments?.recency === undefined ? 0 : recencyPoints(adjustments.recency, given)
  const lifecycle =
    adjustments?.lifecycle === undefined ? 0 : lifecyclePoints(adjustments.lifecycle, given)
  const lineFor = (group: string, points: number): ReferenceLine => ({
    axis: 'engagement',
    kind: 'adjustment',
    group,
    rule: group,
    points,
    at: undefined,
  })
  return [lineFor('recency', recency), lineFor('lifecycle', lifecycle)]
}

function recencyPoints(recency: Recency, { seen, nowMs }: Given): number {
  // "`activity` and `category` may say which activities count instead."
  const asked = selected(seen, recency)
  const latest = recency.activity === undefined ? latestSignOfLife(asked) : latestOf(asked)
  const step = recency.steps.find(({ withinDays }) => nowMs - latest <= withinDays * DAY_MS)
  return (step ?? recency.otherwise)?.points ?? 0
}

/** "Of several codes the furthest stage counts." */
function lifecyclePoints({ fact, stages }: Lifecycle, { facts }: Given): number {
  const furthest = [stages.ready, stages.evaluating, stages.researching].find(
    (stage) => stage !== undefined && isOneOf(facts[fact], stage.codes),
  )
  return furthest?.points ?? 0
}

const sumOf = (lines: readonly ReferenceLine[]): number =>
  lines.reduce((sum, { points }) => sum + points, 0)

/** "What a cap or floor changes is a line of its own." */
function limitLine(
  axis: ReferenceLine['axis'],
  lines: readonly ReferenceLine[],
  { cap = 100, floor = -100, id }: Limits & { id: string },
): ReferenceLine {
  const sum = sumOf(lines)
  return lineOf(axis, Math.min(cap, Math.max(floor, sum)) - sum, id)
}

function lineOf(axis: ReferenceLine['axis'], points: number, group: string): ReferenceLine {
  const kind = points < 0 ? 'cap' : 'floor'
  return { axis, kind, group, rule: group, points, at: undefined }
}

/** An axis as whole points: "Fit and engagement are each rounded once." */
function sumUp(
  axis: 'fit' | 'engagement',
  parts: readonly (readonly ReferenceLine[])[],
  limits: Limits,
): { readonly whole: number; readonly lines: readonly ReferenceLine[] } {
  const own = parts.flat()
  const lines = [...own, limitLine(axis, own, { cap: limits.cap, floor: limits.floor, id: axis })]
  const whole = roundedHalfUp(sumOf(lines))
  const down = lines.map((line) => ({ ...line, points: roundedDown(line.points) }))
  const lost = lines.map(({ points }) => points - roundedDown(points))
  for (let missing = whole - sumOf(down); missing > 0; missing -= 1) {
    const most = Math.max(...lost)
    // "To the lines that lost most, the earlier first where two lost the same to a billionth."
    const raised = lost.findIndex((part) => part >= most - BILLIONTH)
    lost[raised] = -Infinity
    down[raised] = { ...(down[raised] as ReferenceLine), points: (down[raised]?.points ?? 0) + 1 }
  }
  return { whole, lines: down }
}

const BILLIONTH = 1e-9
const roundedDown = (points: number): number => Math.floor(points + BILLIONTH)

/** "What is within a billionth below a half counts as the half." */
function roundedHalfUp(value: number): number {
  return Math.floor(value + 0.5 + BILLIONTH)
}

function gradeOf({ grades }: WrittenModel, fit: number, engagement: number): Grade {
  const letters = [
    { name: 'A', from: grades.fit.A },
    { name: 'B', from: grades.fit.B },
  ] as const
  const digits = [
    { name: 1, from: grades.engagement[1] },
    { name: 2, from: grades.engagement[2] },
  ] as const
  const letter = letters.find(({ from }) => fit >= from)?.name ?? 'C'
  const digit = digits.find(({ from }) => engagement >= from)?.name ?? 3
  return `${letter}${digit}`
}

function tierOf({ tiers }: WrittenModel, got: Required<Asked>): Tier {
  const reaches = (asked: Asked): boolean =>
    got.score >= asked.score &&
    got.fit >= (asked.fit ?? -Infinity) &&
    got.engagement >= (asked.engagement ?? -Infinity)
  if (reaches(tiers['sales-ready'])) return 'sales-ready'
  return reaches(tiers.nurture) ? 'nurture' : 'unqualified'
}
