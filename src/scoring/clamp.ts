import { adjustment, type Line } from './compiled-axis.ts'

/** Whole fit and engagement whose sum is the score. */
export interface Axes {
  readonly fit: number
  readonly engagement: number
}

/**
 * Keeps fit + engagement within 0–100 by changing the axes themselves, so that the written fit and
 * engagement always add up to the written score.
 *
 * Above 100 engagement gives way: it is what fades by itself. Below 0 the negative axis is raised,
 * so that interest never seems to grow because someone is no match. Each axis is at most 100. Axes
 * that need no clamp come back as they are.
 */
export function clampAxes(axes: Axes): Axes {
  const { fit, engagement } = axes
  const total = fit + engagement
  if (total >= 0 && total <= 100) return axes
  if (total > 100) return { fit, engagement: 100 - fit }
  return {
    fit: fit < 0 ? Math.min(0, -Math.max(0, engagement)) + 0 : fit,
    engagement: engagement < 0 ? Math.min(0, -Math.max(0, fit)) + 0 : engagement,
  }
}

/** The clamp as lines of the axes it changed. */
export function clampLines(before: Axes, after: Axes, lines: Line[]): void {
  for (const axis of ['fit', 'engagement'] as const) {
    const points = after[axis] - before[axis]
    if (points < 0) {
      lines.push(
        adjustment({ axis, kind: 'cap', group: 'score', points, text: 'A score ends at 100' }),
      )
    }
    if (points > 0) {
      lines.push(
        adjustment({ axis, kind: 'floor', group: 'score', points, text: 'A score starts at 0' }),
      )
    }
  }
}
