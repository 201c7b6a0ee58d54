import type { Reason } from '#src/scoring/score.ts'

/** A line of a score that a draft changes; 0 points where it stands on one side only. */
export interface LineChange {
  readonly text: string
  readonly before: number
  readonly after: number
}

/** Why a score moved: the lines that differ in points, those that move it most first. */
export function lineChanges(
  before: readonly Reason[],
  after: readonly Reason[],
): readonly LineChange[] {
  const lines = new Map<string, LineChange>()
  for (const line of before) {
    lines.set(nameOf(line), { text: line.text, before: line.points, after: 0 })
  }
  for (const { text, points, ...line } of after) {
    const known = lines.get(nameOf(line))?.before ?? 0
    lines.set(nameOf(line), { text, before: known, after: points })
  }
  return [...lines.values()]
    .filter((line) => line.before !== line.after)
    .toSorted((a, b) => Math.abs(b.after - b.before) - Math.abs(a.after - a.before))
}

function nameOf({ axis, kind, group, rule }: Omit<Reason, 'text' | 'points'>): string {
  return `${axis}/${kind}/${group}/${rule}`
}
