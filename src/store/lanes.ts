import type { Lane } from '../ports.ts'

/** Stored so that event work sorts first. */
export function laneNumber(lane: Lane): number {
  return lane === 'event' ? 0 : 1
}

export function laneOf(stored: number): Lane {
  return stored === 0 ? 'event' : 'bulk'
}
