import type { Activity, Facts } from '../ports.ts'
import { addUpAxis, type CompiledAxis, type Line, type View } from './compiled-axis.ts'
import type { FactSlots } from './fact-slots.ts'
import type { Tracks } from './tracks.ts'

/** What an evaluation comes to before engagement is made whole. */
interface Draft {
  /** Whole: fit has no fractions. */
  readonly fit: number
  readonly engagement: number
  /** How many of the lines are fit's; they are whole, may be shared and must not be changed. */
  readonly fitLines: number
}

/** Puts the lines of fit, then those of engagement, on `lines`. */
export type DraftScore = (
  facts: Facts,
  activities: readonly Activity[],
  nowMs: number,
  lines: Line[],
) => Draft

interface Rules {
  readonly tracks: Tracks
  readonly slots: FactSlots
  readonly fit: CompiledAxis
  readonly engagement: CompiledAxis
}

/** Asks one rule after the other; what generated code is held against. */
export function draftByRules({ tracks, slots, fit, engagement }: Rules): DraftScore {
  return (facts, activities, nowMs, lines) => {
    const hits = tracks.gather(activities, nowMs)
    const view: View = { values: slots.gather(facts), hits, nowMs }
    const fitTotal = addUpAxis(fit, view, lines)
    const fitLines = lines.length
    return { fit: fitTotal, engagement: addUpAxis(engagement, view, lines), fitLines }
  }
}
