import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { quietUntil } from '#src/consent/quiet-hours.ts'
import { respondBy } from '#src/decision/respond-by.ts'

const NOW = Date.parse('2026-11-18T20:00:00Z')
const DAY = 86_400_000
const promise = (state: string | undefined, withinMinutes: number | undefined, now: number) =>
  respondBy({
    previous: undefined,
    withinMinutes,
    byPhone: true,
    state,
    askedAt: -Infinity,
    now,
  })

describe('the time to answer by', () => {
  it('is not promised where the model promises none', () => {
    expect(promise('NY', undefined, NOW)).toBeNull()
  })

  it('is never in quiet hours and never before the promised minutes are over', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('NY', 'RI', 'KY', 'TX', 'AL', 'HI', undefined),
        fc.constantFrom(15, 60, 240, 480, 1_440),
        fc.integer({ min: 0, max: 24 * 60 }),
        (state, minutes, later) => {
          const now = NOW + later * 60_000
          const due = promise(state, minutes, now) ?? 0

          expect(quietUntil('phone', state, due)).toBeUndefined()
          expect(due).toBeGreaterThanOrEqual(now + minutes * 60_000)
          expect(due).toBeLessThanOrEqual(now + minutes * 60_000 + 3 * DAY)
          expect(promise(state, minutes, now)).toBe(due)
        },
      ),
    )
  })

  it('of who writes later is never earlier', () => {
    const inOrder = fc.tuple(fc.integer({ min: 0, max: 2_880 }), fc.integer({ min: 0, max: 2_880 }))
    fc.assert(
      fc.property(fc.constantFrom('NY', 'TX', undefined), inOrder, (state, [one, other]) => {
        const [first, second] = [Math.min(one, other), Math.max(one, other)]

        const due = [first, second].map((later) => promise(state, 15, NOW + later * 60_000) ?? 0)

        expect(due[0]).toBeLessThanOrEqual(due[1] ?? 0)
      }),
    )
  })

  it('is not put off by what is dated in the future', () => {
    const previous = { tier: 'sales-ready', respondBy: NOW } as const
    const asked = { previous, withinMinutes: 15, byPhone: true, state: 'NY', now: NOW + 60_000 }

    expect(respondBy({ ...asked, askedAt: NOW + 120_000 })).toBe(NOW)
    expect(respondBy({ ...asked, askedAt: NOW + 30_000 })).toBe(NOW + 60_000 + 15 * 60_000)
  })
})
