import { describe, expect, it } from 'vitest'
import { segmentFor } from '#src/decision/segment-for.ts'
import type { ApprovedSegments, Hold, IntentValues } from '#src/ports.ts'
import type { Reason } from '#src/scoring/score.ts'

const SEGMENTS: ApprovedSegments = {
  definition: {
    features: [
      { kind: 'audience', name: 'audience' },
      { kind: 'fact', name: 'role', values: ['hr-leader', 'other'], thirds: null },
      { kind: 'rule', name: 'attended-webinar' },
    ],
    modes: [
      { key: 'segment-1', values: ['employer', 'hr-leader', 'counted'] },
      { key: null, values: ['employer', 'other', 'did not count'] },
      { key: 'segment-2', values: ['individual', 'something else', 'did not count'] },
    ],
  },
  names: { 'segment-1': 'Benefits teams' },
}
const VALUES: IntentValues = {
  score: 70,
  fit: 40,
  engagement: 30,
  grade: 'A2',
  tier: 'sales-ready',
  hold: null,
  audience: 'employer',
  topReason: null,
  handoffNote: null,
  nextAction: 'call',
  channels: [],
  respondBy: null,
  scoredAt: 1,
  model: 'employer@1',
}
const WEBINAR: Reason = {
  axis: 'engagement',
  kind: 'rule',
  group: 'events',
  rule: 'attended-webinar',
  points: 12,
  text: 'Attended a webinar',
  at: 1,
}
const BENEFITS = { facts: { role: 'hr-leader' }, reasons: [WEBINAR] }
const segmentOf = (more: object, segments: ApprovedSegments | undefined = SEGMENTS) =>
  segmentFor(segments, { values: VALUES, previous: undefined, ...BENEFITS, ...more })

describe('the segment of a person', () => {
  it('is the name of the one they share most with', () => {
    expect(segmentOf({})).toEqual({ segment: 'Benefits teams' })
    expect(segmentOf({ facts: {} })).toEqual({ segment: 'Benefits teams' })
  })

  it.each([
    ['in a portal that approved none', {}, undefined],
    [
      'nearest to one that closes as all others do',
      { facts: { role: 'other' }, reasons: [] },
      SEGMENTS,
    ],
    [
      'nearest to one nobody named',
      { values: { ...VALUES, audience: 'individual' }, facts: {}, reasons: [] },
      SEGMENTS,
    ],
    [
      'who may not be scored',
      { values: { ...VALUES, audience: null, hold: 'do-not-profile' } },
      SEGMENTS,
    ],
    ...(['crisis', 'no-consent', 'another-team'] satisfies Hold[]).map(
      (hold) => [`held for ${hold}`, { values: { ...VALUES, hold } }, SEGMENTS] as const,
    ),
  ] as const)(
    'is left out for somebody %s, and emptied where they had one',
    (_who, more, segments) => {
      const had = { tier: null, respondBy: null, segment: 'Benefits teams' } as const

      expect(
        segmentFor(segments, { values: VALUES, previous: undefined, ...BENEFITS, ...more }),
      ).toEqual({})
      expect(segmentFor(segments, { values: VALUES, ...BENEFITS, ...more, previous: had })).toEqual(
        {
          segment: null,
        },
      )
    },
  )
})
