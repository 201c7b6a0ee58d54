import { expect, test } from 'vitest'
import type { Position } from '#connectors/hubspot/changes/cursor.ts'
import { readVisitors } from '#connectors/hubspot/sources/event-occurrences.ts'
import { createSources } from '#connectors/hubspot/sources/sources.ts'
import type { Transport } from '#connectors/hubspot/transport/transport.ts'
import { createHarness, NOW } from './harness.ts'

const MINUTE = 60_000
const SINCE = NOW - 60 * MINUTE

/** A portal with these visits, one contact each, and a poll that goes on from its own cursor. */
function portalWith(visits: number[]) {
  let calls = 0
  const transport: Transport = async ({ query = {} }) => {
    calls += 1
    const from = Date.parse(query['occurredAfter'] ?? '')
    const start = Number(query['after'] ?? 0)
    const found = visits
      .map((at, index) => ({ id: `v${index}`, objectId: String(index), at }))
      .filter(({ at }) => at >= from)
      .toSorted((a, b) => a.at - b.at)
    const results = found
      .slice(start, start + 100)
      .map(({ at, ...visit }) => ({ ...visit, occurredAt: new Date(at).toISOString() }))
    const more = start + 100 < found.length
    const paging = more ? { next: { after: String(start + 100) } } : {}
    return { status: 200, body: { results, paging } }
  }
  const { log } = createHarness().deps
  const deps = { transport, sources: createSources(log, () => NOW), now: () => NOW }
  let position: Position = { since: SINCE, reachedAt: NOW, seen: [] }
  return {
    add: (...at: number[]) => void visits.push(...at),
    async poll() {
      calls = 0
      const found = await readVisitors(deps, position)
      position = found.position
      return { ids: found.contactIds, calls, since: position.since }
    },
  }
}

test('gets through a burst of more visits than one round reads, and on to what comes after', async () => {
  const burst = Array.from({ length: 12_000 }, (_, index) => SINCE + index * 50)
  const portal = portalWith(burst)

  const rounds = [await portal.poll(), await portal.poll(), await portal.poll()]
  portal.add(NOW)
  const after = [await portal.poll(), await portal.poll()]

  expect(new Set(rounds.flatMap(({ ids }) => ids)).size).toBe(12_000)
  expect(rounds.map(({ calls }) => calls)).toEqual([50, 50, 21])
  expect(after.flatMap(({ ids }) => ids)).toContain('12000')
  expect(after.at(-1)?.since).toBe(NOW)
})

test('gets past more visits of one instant than one round reads', async () => {
  const portal = portalWith([...Array.from({ length: 5_200 }, () => SINCE + 1), NOW])

  const rounds = []
  for (let round = 0; round < 5; round += 1) rounds.push(await portal.poll())

  expect(rounds.flatMap(({ ids }) => ids)).toContain('5200')
  expect(rounds.at(-1)?.since).toBe(NOW)
})

test('finds a visit that was listed some minutes late, and tells nobody twice', async () => {
  const portal = portalWith([NOW - 2 * MINUTE])

  const first = await portal.poll()
  portal.add(NOW - 10 * MINUTE)
  const rounds = [await portal.poll(), await portal.poll()]

  expect(first.ids).toEqual(['0'])
  expect(rounds.map(({ ids }) => ids)).toEqual([['1'], []])
})
