import { expect, test } from 'vitest'
import { msUntilMidnight } from '#connectors/hubspot/transport/local-midnight.ts'

const HOUR = 3_600_000
const at = (iso: string): number => Date.parse(iso)

test.each([
  ['an ordinary day', '2026-11-20T12:00:00Z', 'America/New_York', 17 * HOUR],
  ['a day east of Greenwich', '2026-11-20T12:30:15Z', 'Asia/Kolkata', 6 * HOUR - 15_000],
  ['the day the clock goes back', '2026-11-01T04:30:00Z', 'America/New_York', 24.5 * HOUR],
  ['the day the clock goes forward', '2026-03-08T05:30:00Z', 'America/New_York', 22.5 * HOUR],
  ['a zone nobody knows, taken as UTC', '2026-11-20T23:00:00Z', 'Mars/Olympus', HOUR],
])('ends %s at its own midnight', (_day, now, zone, leftMs) => {
  expect(msUntilMidnight(at(now), zone)).toBe(leftMs)
})
