import { expect, test } from 'vitest'
import { readsAsCrisis } from '#src/privacy/detector/terms/reads-as-crisis.ts'
import { CRISIS_DENIED } from './crisis-denied.ts'
import { CRISIS_DISGUISED } from './crisis-disguised.ts'
import { linesOf } from './lines.ts'
import { MEANT_OTHERWISE } from './meant-otherwise.ts'
import { SAID } from './said.ts'

test.each(linesOf(SAID.crisis))('reads a crisis in %j', (text) => {
  expect(readsAsCrisis(text)).toBe(true)
})

test.each(linesOf(MEANT_OTHERWISE))('reads none in %j', (text) => {
  expect(readsAsCrisis(text)).toBe(false)
})

test.each([
  'I am not suicidal',
  'denies suicidal ideation',
  'no thoughts of suicide, just stressed',
  'never self-harmed, no overdose',
  'Suicidal? No',
  'no ideas suicidas',
  'I have anxiety',
  '',
])('reads none in %j, which denies it or tells of something else', (text) => {
  expect(readsAsCrisis(text)).toBe(false)
})

test.each([
  'My daughter says she wants to die',
  'Not depressed. I want to kill myself.',
  'I am not okay and I am thinking about suicide',
  "I can't stop thinking about killing myself",
  'he denies it but he is suicidal',
  'mi hijo quiere matarse',
])('reads a crisis in %j, of whomever and beside whatever else', (text) => {
  expect(readsAsCrisis(text)).toBe(true)
})

test('takes no crisis for denied where the denial is of something else or in doubt', () => {
  const missed = linesOf(CRISIS_DISGUISED).filter((text) => !readsAsCrisis(text))

  expect(missed).toEqual([])
})

test('believes a plain denial', () => {
  const disbelieved = linesOf(CRISIS_DENIED).filter(readsAsCrisis)

  expect(disbelieved).toEqual([])
})

test('takes a denial and what begins behind it without a mark for two', () => {
  expect(readsAsCrisis('no SI')).toBe(false)
  expect(readsAsCrisis('no SI wants to die')).toBe(true)
})

test('keeps no answer waiting for a denial that never ends', () => {
  const text = 'no thoughts of any or no current '.repeat(30_000)

  expect(readsAsCrisis(`${text} suicidal`)).toBe(false)
})
