import { expect, test } from 'vitest'
import { countCalls } from './count-calls.ts'

test('a thousand people with eight activities each cost hardly a call more than they must', async () => {
  const polls = 24
  const figures = await countCalls(1_000, { changed: 100, written: 137, polls })

  expect(figures.backfill.ratio).toBeLessThanOrEqual(1.1)
  expect(figures.incremental.ratio).toBeLessThanOrEqual(1.1)
  // 600 calls of a day for a poll every five minutes.
  expect(figures.idleDay.calls).toBeLessThanOrEqual((600 * polls) / 288)
  expect(figures.writeAll.ratio).toBeLessThanOrEqual(1.1)
  expect(figures.writeChanged.ratio).toBeLessThanOrEqual(1.1)
}, 120_000)
