import { expect, it } from 'vitest'
import { topReason } from '#src/decision/top-reason.ts'
import type { Reason } from '#src/scoring/score.ts'

const rule = (points: number, text: string): Reason => ({
  axis: 'fit',
  kind: 'rule',
  group: 'g',
  rule: text,
  points,
  text,
  at: undefined,
})

it('is the rule that gave most', () => {
  expect(topReason([rule(5, 'Was referred'), rule(20, 'Asked for a call')])).toBe(
    'Asked for a call (+20)',
  )
})

it('is empty when nothing gave points', () => {
  expect(topReason([rule(-5, 'Wrote from a school address')])).toBeNull()
})

it('passes over a reason too long for the field instead of cutting it', () => {
  expect(topReason([rule(20, 'x'.repeat(252)), rule(5, 'Was referred')])).toBe('Was referred (+5)')
})

it('is the same of equals in any order', () => {
  const [a, b] = [rule(5, 'A'), rule(5, 'B')]

  expect(topReason([a, b])).toBe(topReason([b, a]))
})

it('is told in the words of another language, and measured in them', () => {
  const say = (text: string): string => (text === 'Was referred' ? 'x'.repeat(252) : 'Pidió ayuda')

  expect(topReason([rule(20, 'Was referred'), rule(5, 'Asked')], say)).toBe('Pidió ayuda (+5)')
})
