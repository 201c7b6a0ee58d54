import { describe, expect, it } from 'vitest'
import { fitLines } from '#src/handoff/fit-lines.ts'
import { reasonLines } from '#src/handoff/reason-lines.ts'
import { TEXTS_IN } from '#src/handoff/texts/texts-in.ts'
import type { Reason } from '#src/scoring/score.ts'
import { reason } from './note-input.ts'

const ASKED = reason(25, 'Asked for a consultation')
const VERIFIED = reason(20, 'Insurance benefits are verified')
const SCHOOL = reason(-10, 'Wrote from a school address')
const RECENT: Reason = { ...reason(5, 'Something happened lately'), kind: 'adjustment' }
const CAP: Reason = { ...reason(-8, 'Together no more than thirty'), kind: 'cap' }
const SMALL = [4, 3, 2].map((points) => reason(points, `A sign worth ${points}`))

function told(
  reasons: readonly Reason[],
  { language = 'en', limit = 1_200 }: { language?: 'en' | 'es'; limit?: number } = {},
): readonly string[] {
  const { headings, rest } = TEXTS_IN[language]
  const lines = reasonLines(reasons, (text) => text, rest)
  return fitLines(lines, headings, limit).split('\n').slice(1)
}

describe('the reasons of a note', () => {
  it('are all told where a line each tells them', () => {
    expect(told([ASKED, VERIFIED, SCHOOL])).toEqual([
      '+25 Asked for a consultation.',
      '+20 Insurance benefits are verified.',
      '-10 Wrote from a school address.',
    ])
  })

  it.each([
    [[ASKED, RECENT], '+5 from 1 more reason.'],
    [[ASKED, VERIFIED, SCHOOL, RECENT, ...SMALL], '+10 from 3 more reasons.'],
    [[ASKED, CAP], '-8 from the limits of the model.'],
    [[ASKED, RECENT, CAP], '-3 from 1 more reason and the limits of the model.'],
    [
      [ASKED, VERIFIED, SCHOOL, ...SMALL, CAP],
      '-3 from 2 more reasons and the limits of the model.',
    ],
  ])('end with one line for the rest (%#)', (reasons, rest) => {
    expect(told(reasons).at(-1)).toBe(rest)
  })

  it('have the same line in Spanish', () => {
    expect(told([ASKED, RECENT], { language: 'es' }).at(-1)).toBe('+5 por 1 motivo más.')
    expect(told([ASKED, CAP], { language: 'es' }).at(-1)).toBe('-8 por los límites del modelo.')
  })

  it('say nothing of others that come to nothing', () => {
    expect(told([ASKED, { ...RECENT, points: 8 }, CAP])).toEqual(['+25 Asked for a consultation.'])
  })

  it('count those there was no room for among the rest', () => {
    expect(told([ASKED, VERIFIED, SCHOOL, RECENT], { limit: 90 })).toEqual([
      '+25 Asked for a consultation.',
      '+15 from 3 more reasons.',
    ])
  })
})
