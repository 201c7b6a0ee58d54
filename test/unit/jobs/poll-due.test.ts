import { expect, it } from 'vitest'
import { isPollDue, POLL_EVERY_MS } from '#jobs/poll-due.ts'

const NOW = 1_760_000_000_000
const MINUTE = 60_000

it.each([
  ['hubspot:1', 1, true],
  ['salesforce:00D1', 1, false],
  ['salesforce:00D1', 4, false],
  ['salesforce:00D1', 5, true],
] as const)('asks %s again %i minutes after it was asked: %s', (portal, minutes, isDue) => {
  expect(isPollDue(portal, NOW - minutes * MINUTE, NOW)).toBe(isDue)
})

it('does not put a poll off for a schedule that comes a moment early', () => {
  expect(isPollDue('salesforce:00D1', NOW - 5 * MINUTE + 800, NOW)).toBe(true)
})

it('polls at once after the clock was set back', () => {
  expect(isPollDue('salesforce:00D1', NOW + 3_600_000, NOW)).toBe(true)
})

it('asks a Salesforce organisation for fewer than 600 calls on an idle day, at two a poll', () => {
  expect((24 * 60 * MINUTE * 2) / POLL_EVERY_MS.salesforce).toBeLessThanOrEqual(600)
})
