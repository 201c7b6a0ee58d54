import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Candidate, createBiggestMovers } from '#src/model-sets/biggest-movers.ts'
import { lineChanges } from '#src/model-sets/line-changes.ts'
import type { Reason } from '#src/scoring/score.ts'

const candidate = (id: number, after: number, before = 50): Candidate => ({
  ref: { object: 'contact', id: String(id).padStart(6, '0') },
  score: { before, after },
  tier: { before: 'nurture', after: 'nurture' },
  reasons: () => [],
})
const line = (rule: string, points: number, text = rule): Reason => ({
  axis: 'fit',
  kind: 'rule',
  group: 'group',
  rule,
  points,
  text,
  at: undefined,
})

describe('the biggest movers', () => {
  it('are the biggest of all, up or down, in whatever order they come', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 100 }), { maxLength: 300 }), (scores) => {
        const movers = createBiggestMovers(20)
        const move = (after: number): number => Math.abs(after - 50)
        scores.forEach((after, id) => {
          if (move(after) >= movers.bar()) movers.offer(candidate(id, after))
        })

        const found = movers.biggest().map(({ score }) => move(score.after))

        expect(found).toEqual(
          scores
            .map(move)
            .toSorted((a, b) => b - a)
            .slice(0, 20),
        )
      }),
    )
  })

  it('have their reasons worked out only when they stay', () => {
    let asked = 0
    const movers = createBiggestMovers(1)
    for (let id = 0; id < 100; id += 1) {
      movers.offer({
        ...candidate(id, 60),
        reasons: () => [{ text: '', before: 0, after: (asked += 1) }],
      })
    }

    expect(movers.biggest()).toHaveLength(1)
    expect(asked).toBe(1)
  })
})

describe('why a score moved', () => {
  it('is told by the lines that differ in points, the biggest first', () => {
    const before = [line('stays', 5), line('grows', 5), line('goes', 20)]
    const after = [line('stays', 5), line('grows', 8), line('comes', -4)]

    expect(lineChanges(before, after)).toEqual([
      { text: 'goes', before: 20, after: 0 },
      { text: 'comes', before: 0, after: -4 },
      { text: 'grows', before: 5, after: 8 },
    ])
  })

  it('names a line as the draft words it', () => {
    const changes = lineChanges([line('a', 1, 'Old words')], [line('a', 2, 'New words')])

    expect(changes.map(({ text }) => text)).toEqual(['New words'])
  })
})
