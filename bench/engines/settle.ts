import type { Grade, Tier } from '#src/ports.ts'
import type { Subject } from '#src/scoring/score.ts'
import type { CountedRule, Outcome } from './contender.ts'
import {
  type ActivityCondition,
  AXIS_CAP,
  type BenchGroup,
  ENGAGEMENT_GROUPS,
  FIT_CONDITIONS,
  FIT_GROUPS,
  GRADES,
  NURTURE_SCORE,
  READY,
} from './model.ts'
import { DAY_MS } from './subjects.ts'

/**
 * Which rules count for one contact, in the order of the model: `undefined` does not count, `true`
 * counts in full, and a list holds the instants (epoch ms) whose points decay.
 */
export type Hits = readonly (true | readonly number[] | undefined)[]

/** What an activity condition found (instants, newest first) as a hit. */
export function hitOf(condition: ActivityCondition, found: readonly number[]): Hits[number] {
  const { atLeast, repeated, decays } = condition
  if (found.length < (atLeast?.times ?? 1)) return undefined
  return decays === false ? true : found.slice(0, repeated?.maxTimes ?? 1)
}

interface Line {
  readonly rule: string
  readonly text: string
  readonly isRule: boolean
  points: number
}

/**
 * What no rule language of the peers has: decay, caps and floors, whole points that add up, grade
 * and tier. Hand-written for this model and shared by the peers, which is in their favour.
 */
export function settle(hits: Hits, clock: Clock): Outcome {
  const lines: Line[] = []
  const fitRaw = addAxis(FIT_GROUPS, { hits, from: 0, clock, lines })
  const fitLines = lines.length
  const fit = makeWhole(lines, 0, fitRaw)
  const engagementRaw = addAxis(ENGAGEMENT_GROUPS, {
    hits,
    from: FIT_CONDITIONS.length,
    clock,
    lines,
  })
  const engagement = makeWhole(lines, fitLines, engagementRaw)
  const score = Math.min(100, Math.max(0, fit + engagement))
  const reasons: CountedRule[] = []
  for (const { rule, points, text, isRule } of lines) {
    if (isRule && points !== 0) reasons.push({ rule, points, text })
  }
  return {
    score,
    fit,
    engagement,
    grade: gradeOf(fit, engagement),
    tier: tierOf(score, fit, engagement),
    reasons,
  }
}

/** What fading is measured from. */
export interface Clock {
  readonly nowMs: number
  /** Points taken off fade only up to the person's latest sign of life. */
  readonly lastSignMs: number
}

/** Every activity of the bench is a sign of life, and the newest comes first. */
export function clockOf({ activities }: Subject, nowMs: number): Clock {
  return { nowMs, lastSignMs: activities[0]?.at ?? nowMs }
}

const untilOf = (points: number, { nowMs, lastSignMs }: Clock): number =>
  points < 0 ? lastSignMs : nowMs

interface Axis {
  readonly hits: Hits
  /** Place of the first rule of the axis among the hits. */
  readonly from: number
  readonly clock: Clock
  readonly lines: Line[]
}

function addAxis(groups: readonly BenchGroup<unknown>[], axis: Axis): number {
  let total = 0
  let place = axis.from
  for (const group of groups) {
    let sum = 0
    for (const { id, points, reason } of group.rules) {
      const hit = axis.hits[place]
      place += 1
      if (hit === undefined) continue
      const earned =
        hit === true ? points : points * strength(hit, group, untilOf(points, axis.clock))
      sum += earned
      axis.lines.push({ rule: id, text: reason, points: earned, isRule: true })
    }
    total += limited(sum, { id: group.id, cap: group.cap, floor: group.floor }, axis.lines)
  }
  return limited(total, { id: 'axis', cap: AXIS_CAP, floor: -AXIS_CAP }, axis.lines)
}

function strength(
  ats: readonly number[],
  { halfLifeDays }: { halfLifeDays: number },
  until: number,
) {
  let sum = 0
  for (const at of ats) sum += 2 ** (-(until - at) / (halfLifeDays * DAY_MS))
  return sum
}

function limited(sum: number, limit: { id: string; cap: number; floor: number }, lines: Line[]) {
  const kept = Math.max(limit.floor, Math.min(limit.cap, sum))
  if (kept !== sum) lines.push({ rule: limit.id, text: '', points: kept - sum, isRule: false })
  return kept
}

/** Largest remainder: rounds each line of the axis so that they add up to the rounded sum. */
function makeWhole(lines: readonly Line[], start: number, total: number): number {
  const whole = Math.floor(total + 0.5 + 1e-9) + 0
  const lost: number[] = []
  let missing = whole
  for (let index = start; index < lines.length; index += 1) {
    const line = lines[index] as Line
    const floor = Math.floor(line.points)
    lost.push(line.points - floor)
    line.points = floor
    missing -= floor
  }
  for (; missing > 0; missing -= 1) {
    const index = lost.indexOf(Math.max(...lost))
    ;(lines[start + index] as Line).points += 1
    lost[index] = -1
  }
  return whole
}

function gradeOf(fit: number, engagement: number): Grade {
  const belowA = fit >= GRADES.fit.B ? 'B' : 'C'
  const below1 = engagement >= GRADES.engagement[2] ? 2 : 3
  return `${fit >= GRADES.fit.A ? 'A' : belowA}${engagement >= GRADES.engagement[1] ? 1 : below1}`
}

function tierOf(score: number, fit: number, engagement: number): Tier {
  if (score >= READY.score && fit >= READY.fit && engagement >= READY.engagement) {
    return 'sales-ready'
  }
  return score >= NURTURE_SCORE ? 'nurture' : 'unqualified'
}
