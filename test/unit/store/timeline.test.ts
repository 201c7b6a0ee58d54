import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { errorCode } from '#src/errors.ts'
import { ACTIVITY_CATEGORIES, ACTIVITY_KINDS, type Activity } from '#src/ports.ts'
import { decodeTimeline, encodeTimeline } from '#src/store/timeline.ts'

const activity: fc.Arbitrary<Activity> = fc.record({
  kind: fc.constantFrom(...ACTIVITY_KINDS),
  category: fc.constantFrom(...ACTIVITY_CATEGORIES),
  at: fc.oneof(fc.integer({ min: 0, max: 8.64e15 }), fc.integer({ min: 1.6e12, max: 1.8e12 })),
})

/** What is read of damaged bytes: nothing once the damage was named, anything else is thrown. */
function readUpToDamage(bytes: Uint8Array): readonly Activity[] {
  try {
    return decodeTimeline(bytes)
  } catch (error) {
    if (errorCode(error) === 'timeline-unreadable') return []
    throw error
  }
}

describe('a packed timeline', () => {
  it('gives back every activity in the order it was put in', () => {
    fc.assert(
      fc.property(fc.array(activity), (activities) => {
        expect(decodeTimeline(encodeTimeline(activities))).toEqual(activities)
      }),
    )
  })

  it('stays a seventh of its JSON for a year of weekly activities', () => {
    const weekly = Array.from(
      { length: 52 },
      (_, week): Activity => ({
        kind: 'page-viewed',
        category: 'pricing',
        at: 1_790_000_000_000 + week * 604_800_123,
      }),
    )

    const packed = encodeTimeline(weekly)

    expect(packed.length).toBeLessThan(JSON.stringify(weekly).length / 7)
  })

  it('never reads past damage without saying so', () => {
    fc.assert(
      fc.property(fc.array(activity, { minLength: 1 }), fc.nat(), (activities, cut) => {
        const packed = encodeTimeline(activities)
        const damaged = packed.subarray(0, cut % packed.length)

        const read = readUpToDamage(damaged)

        expect([activities.slice(0, read.length), []]).toContainEqual(read)
      }),
    )
  })

  it.each([
    ['format', [9]],
    ['kind', [1, 200, 0, 0]],
    ['category', [1, 0, 200, 0]],
    ['end', [1, 0, 0, 0x80]],
    ['format', []],
  ])('names an unknown %s that a newer version wrote', (part, bytes) => {
    expect(() => decodeTimeline(Uint8Array.from(bytes))).toThrow(
      expect.objectContaining({
        code: 'timeline-unreadable',
        message: expect.stringContaining(part),
      }),
    )
  })

  it.each([-1, 0.5, Number.NaN, 9e15])('refuses %s as a date', (at) => {
    expect(() => encodeTimeline([{ kind: 'page-viewed', category: 'other', at }])).toThrow(
      expect.objectContaining({ code: 'timeline-invalid' }),
    )
  })
})
