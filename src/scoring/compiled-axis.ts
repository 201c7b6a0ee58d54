import type { Values } from './fact-slots.ts'
import type { Reason } from './score.ts'
import type { Hits } from './tracks.ts'

/** What rules read: a subject at one instant, its activities sorted into tracks. */
export interface View {
  readonly values: Values
  readonly hits: Hits
  readonly nowMs: number
}

/** A reason whose points are still fractions. */
export type Line = { -readonly [Key in keyof Reason]: Reason[Key] }

export interface CompiledRule {
  readonly id: string
  readonly text: string
  /** Points it adds now, faded; 0 says nothing. */
  readonly points: (view: View) => number
  /** The same as if nothing ever faded; a rule without it does not fade. */
  readonly inFull: ((view: View) => number) | undefined
  readonly latestAt: ((view: View) => number | undefined) | undefined
  /** For rules over facts: first instant after now at which the points change; Infinity for never. */
  readonly breaksAt: ((view: View) => number) | undefined
}

export interface Limits {
  readonly cap: number
  readonly floor: number
  readonly capText: string
  readonly floorText: string
}

export interface CompiledGroup extends Limits {
  readonly id: string
  readonly kind: 'rule' | 'adjustment'
  readonly rules: readonly CompiledRule[]
}

export interface CompiledAxis extends Limits {
  readonly name: 'fit' | 'engagement'
  readonly groups: readonly CompiledGroup[]
}

/** What the axis adds up to, in fractions, and a line for everything that counted. */
export function addUpAxis(axis: CompiledAxis, view: View, lines: Line[]): number {
  let total = 0
  for (const group of axis.groups) total += addUpGroup(axis, group, view, lines)
  return limit(total, axis, axis.name, axis.name, lines)
}

function addUpGroup(axis: CompiledAxis, group: CompiledGroup, view: View, lines: Line[]): number {
  let sum = 0
  for (const rule of group.rules) {
    const points = rule.points(view)
    if (points === 0) continue
    sum += points
    lines.push({
      axis: axis.name,
      kind: group.kind,
      group: group.id,
      rule: rule.id,
      points,
      text: rule.text,
      at: rule.latestAt === undefined ? undefined : rule.latestAt(view),
    })
  }
  return limit(sum, group, axis.name, group.id, lines)
}

function limit(
  sum: number,
  limits: Limits,
  axis: Reason['axis'],
  id: string,
  lines: Line[],
): number {
  const { cap, floor, capText, floorText } = limits
  if (sum > cap) {
    lines.push(adjustment({ axis, kind: 'cap', group: id, points: cap - sum, text: capText }))
    return cap
  }
  if (sum < floor) {
    lines.push(adjustment({ axis, kind: 'floor', group: id, points: floor - sum, text: floorText }))
    return floor
  }
  return sum
}

/** A line of no rule: a cap, a floor or the clamp. */
export function adjustment(line: Pick<Line, 'axis' | 'kind' | 'group' | 'points' | 'text'>): Line {
  const { axis, kind, group, points, text } = line
  // Spelled out, in the order of rule lines: one hidden class for all keeps evaluation fast.
  return { axis, kind, group, rule: group, points, text, at: undefined }
}

/** What the axis adds up to, by the same arithmetic to the same last bit, without lines. */
export function totalOf(axis: CompiledAxis, view: View): number {
  let total = 0
  for (const group of axis.groups) {
    let sum = 0
    for (const rule of group.rules) sum += rule.points(view)
    total += within(sum, group)
  }
  return within(total, axis)
}

function within(sum: number, { cap, floor }: Limits): number {
  if (sum > cap) return cap
  return sum < floor ? floor : sum
}
