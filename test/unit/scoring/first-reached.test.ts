import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { firstReached } from '#src/scoring/first-reached.ts'

const LAST = 31_557_600_000

/** What fades, what stays, and what ends at once. */
const Curve = fc.record({
  fading: fc.array(
    fc.record({
      points: fc.double({ min: 0.1, max: 40, noNaN: true }),
      halfLifeDays: fc.integer({ min: 1, max: 6_000 }),
    }),
    { maxLength: 4 },
  ),
  staying: fc.integer({ min: 0, max: 20 }),
  ending: fc.record({
    points: fc.integer({ min: 0, max: 30 }),
    at: fc.integer({ min: 2, max: 40_000_000 }),
  }),
})

describe('the first second at which a falling curve is at its goal', () => {
  it('is the one that halving finds, in far fewer looks', () => {
    fc.assert(
      fc.property(Curve, fc.double({ min: 0, max: 1, noNaN: true }), (shape, share) => {
        let looks = 0
        const curve = (second: number): number => {
          looks += 1
          const faded = shape.fading.map(
            ({ points, halfLifeDays }) => points * 2 ** (-second / (halfLifeDays * 86_400)),
          )
          const { points, at } = shape.ending
          return faded.reduce(
            (sum, value) => sum + value,
            shape.staying + (second < at ? points : 0),
          )
        }
        const first = { second: 1, value: curve(1) }
        const goal = curve(LAST) + (first.value - curve(LAST)) * share
        fc.pre(first.value > goal)
        let [same, other] = [1, LAST]
        while (other - same > 1) {
          const middle = Math.floor((same + other) / 2)
          if (curve(middle) <= goal) other = middle
          else same = middle
        }
        looks = 0

        const found = firstReached(
          curve,
          { at: goal, isReached: (value) => value <= goal },
          first,
          LAST,
        )

        expect(found).toBe(other)
        expect(looks).toBeLessThan(150)
      }),
    )
  })
})
