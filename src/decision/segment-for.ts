import { assignSegment } from '../calibration/assign-segment.ts'
import type { ApprovedSegments, Facts, IntentValues } from '../ports.ts'
import { pointsByRule } from '../scoring/points-by-rule.ts'
import type { Reason } from '../scoring/score.ts'
import type { DecisionInput } from './decision.ts'

interface Decided {
  readonly values: IntentValues
  readonly facts: Facts
  readonly reasons: readonly Reason[]
  readonly previous: DecisionInput['previous']
}

/**
 * The segment of a scored person nothing holds back. Left out for whoever never had one, so that
 * nothing is written because of it; empty for whoever had one and has none now.
 */
export function segmentFor(
  segments: ApprovedSegments | undefined,
  { values: { audience, hold }, facts, reasons, previous }: Decided,
): Pick<IntentValues, 'segment'> {
  if (segments !== undefined && audience !== null && hold === null) {
    const subject = { audience, facts, points: pointsByRule(reasons) }
    const key = assignSegment(segments.definition, subject)
    const name = key === undefined ? undefined : segments.names[key]
    if (name !== undefined) return { segment: name }
  }
  return previous?.segment === undefined ? {} : { segment: null }
}
