import { expect, test } from 'vitest'
import { PART2_ELEMENTS, SMS_ELEMENTS } from '#sandbox/seed/create-consents.ts'
import { createPopulation } from '#sandbox/seed/create-population.ts'

const baseTime = Date.UTC(2026, 10, 20)
const { people } = createPopulation({ people: 4_000, seed: 7, baseTime })

test('most complete Part 2 consents hold every element, and some lack one', () => {
  const counts = people
    .filter(({ part2Consent }) => part2Consent === 'complete')
    .map(({ part2Elements }) => part2Elements.length)

  const whole = counts.filter((count) => count === PART2_ELEMENTS.length).length
  expect(new Set(counts)).toEqual(new Set([PART2_ELEMENTS.length, PART2_ELEMENTS.length - 1]))
  expect(whole / counts.length).toBeGreaterThan(0.7)
})

test('nobody without a Part 2 consent has parts of one', () => {
  const without = people.filter(({ part2Consent }) => part2Consent === undefined)

  expect(without.flatMap(({ part2Elements }) => part2Elements)).toEqual([])
  expect(without.every(({ part2SignedAt }) => part2SignedAt === undefined)).toBe(true)
})

test('most consents to texting hold every element, and nobody else has any', () => {
  const counts = people
    .filter(({ smsConsent }) => smsConsent)
    .map(({ smsElements }) => smsElements.length)
  const others = people.filter(({ smsConsent }) => !smsConsent)

  const whole = counts.filter((count) => count === SMS_ELEMENTS.length).length
  expect(whole / counts.length).toBeGreaterThan(0.7)
  expect(whole).toBeLessThan(counts.length)
  expect(others.flatMap(({ smsElements }) => smsElements)).toEqual([])
})

test('some consents have run out', () => {
  const signed = people.filter(({ part2ExpiresAt }) => part2ExpiresAt !== undefined)

  const ended = signed.filter(({ part2ExpiresAt = 0 }) => part2ExpiresAt <= baseTime)
  expect(ended.length).toBeGreaterThan(0)
  expect(ended.length).toBeLessThan(signed.length / 2)
})
