import { describe, expect, test } from 'vitest'
import type { RequestSlots } from '#connectors/connector-deps.ts'
import { createRequestSlots } from '#connectors/salesforce/transport/request-slots.ts'
import type { Lane } from '#src/ports.ts'

/** Requests that end when told to. */
function createRequests(slots: RequestSlots) {
  const begun: string[] = []
  const ends = new Map<string, () => void>()
  const start = (name: string, lane: Lane): Promise<void> =>
    slots.run(lane, async () => {
      begun.push(name)
      await new Promise<void>((resolve) => ends.set(name, resolve))
    })
  return { begun, start, end: (name: string) => ends.get(name)?.() }
}

describe('requests to one organisation', () => {
  test('are never more at once than the smallest organisation stands', async () => {
    const slots = createRequestSlots()
    let now = 0
    let most = 0
    const request = () =>
      slots.run('bulk', async () => {
        most = Math.max(most, (now += 1))
        await Promise.resolve()
        now -= 1
      })

    await Promise.all(Array.from({ length: 40 }, request))

    expect([most, now]).toEqual([5, 0])
  })

  test('that somebody waits for go before bulk work that came earlier', async () => {
    const { begun, start, end } = createRequests(createRequestSlots(1))
    const first = start('first', 'bulk')
    const bulk = start('bulk', 'bulk')
    const event = start('event', 'event')

    end('first')
    await first
    end('event')
    await event
    end('bulk')
    await bulk

    expect(begun).toEqual(['first', 'event', 'bulk'])
  })

  test('that fail make room all the same', async () => {
    const slots = createRequestSlots(1)
    const failing = slots.run('event', () => Promise.reject(new Error('reset')))

    await expect(failing).rejects.toThrow('reset')

    expect(await slots.run('event', async () => 'done')).toBe('done')
  })
})
