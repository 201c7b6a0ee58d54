import type { SegmentDefinition } from '../ports.ts'
import { profileOf, type SegmentSubject } from './segment-profile.ts'

/**
 * The key of the segment whose typical member a person shares most with; `undefined` where that is one
 * of those that were not kept. Asks only what the segments were made from.
 */
export function assignSegment(
  { features, modes }: SegmentDefinition,
  subject: SegmentSubject,
): string | undefined {
  const profile = profileOf(features, subject)
  const shared = modes.map(({ values }) => values.filter((one, at) => one === profile[at]).length)
  return modes[shared.indexOf(Math.max(...shared))]?.key ?? undefined
}
