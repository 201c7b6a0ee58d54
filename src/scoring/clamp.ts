import { adjustment, type Line } from './compiled-axis.ts'

/** Whole fit and engagement. */
export interface Axes {
  readonly fit: number
  readonly engagement: number
}

/** Fit and engagement together, held between 0 and 100. The axes themselves stay as they are. */
export function scoreOf({ fit, engagement }: Axes): number {
  return Math.min(100, Math.max(0, fit + engagement))
}

/** The clamp as a line of neither axis. */
export function addClampLine({ fit, engagement }: Axes, lines: Line[]): void {
  const points = scoreOf({ fit, engagement }) - (fit + engagement)
  if (points === 0) return
  const kind = points < 0 ? 'cap' : 'floor'
  const text = points < 0 ? 'A score ends at 100' : 'A score starts at 0'
  lines.push(adjustment({ axis: 'total', kind, group: 'score', points, text }))
}
