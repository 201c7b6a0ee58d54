import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { isDailyDue } from '#jobs/daily-due.ts'
import { spreadMs, waitOf } from '#jobs/spread.ts'
import type { PortalId, RecordRef } from '#src/ports.ts'
import { type Pipeline, PORTAL, startPipeline } from './pipeline.ts'

const DAY_MS = 24 * 3_600_000
const NOW = Date.UTC(2026, 10, 20, 12)
const contact = (id: string): RecordRef => ({ object: 'contact', id })
const PORTALS = Array.from({ length: 400 }, (_, index): PortalId => `hubspot:${9_000 + index}`)

describe('the nightly look', () => {
  it('comes to each portal once a day, however often it is asked', () => {
    for (const portal of PORTALS) {
      let lastAt = NOW
      let looks = 0
      for (let at = NOW; at <= NOW + 10 * DAY_MS; at += 600_000) {
        if (!isDailyDue(portal, lastAt, at)) continue
        lastAt = at
        looks += 1
      }
      expect(looks).toBe(10)
    }
  })

  it('is made up for once after a long stop, and is not put off by a clock set back', () => {
    const due = (lastAt: number, at: number) => isDailyDue('hubspot:1', lastAt, at)

    expect(due(NOW - 30 * DAY_MS, NOW)).toBe(true)
    expect(due(NOW, NOW + 1)).toBe(false)
    expect(due(NOW + 400 * DAY_MS, NOW)).toBe(true)
  })

  it('does not begin in many portals at the same second', () => {
    const bySecond = Map.groupBy(PORTALS, (portal) =>
      Math.floor(waitOf(portal, 400, 60_000) / 1_000),
    )

    expect(Math.max(...[...bySecond.values()].map((some) => some.length))).toBeLessThan(25)
    expect(Math.max(...PORTALS.map((portal) => waitOf(portal, 400, 60_000)))).toBeLessThan(60_000)
    expect(waitOf('hubspot:1', 1, 60_000)).toBe(0)
    expect(spreadMs('hubspot:1', DAY_MS)).toBe(spreadMs('hubspot:1', DAY_MS))
  })
})

describe('reconciling a portal', () => {
  let pipeline: Pipeline
  beforeEach(async () => {
    pipeline = await startPipeline(() => NOW)
    for (const id of ['1', '2']) pipeline.crm.put(contact(id), { facts: { inquiryType: 'self' } })
    await pipeline.settle()
  })
  afterEach(() => pipeline?.close())

  it('finds a change that nobody told of, has it read again and says so', async () => {
    pipeline.crm.put(contact('2'), { facts: { inquiryType: 'job-seeker' } })

    await pipeline.queue.add('reconcile-portal', { portal: PORTAL })
    while ((await pipeline.store.cursors.get(PORTAL, 'reconcile')) === undefined) {
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
    await pipeline.settle()

    const [record] = await pipeline.store.records.get(PORTAL, [contact('2')])
    expect(record?.facts).toEqual({ inquiryType: 'job-seeker' })
    const found = []
    for await (const entry of pipeline.store.ledger.export(PORTAL)) {
      if (entry.detail['action'] === 'reconciled') found.push(entry.detail)
    }
    expect(found).toEqual([{ action: 'reconciled', records: 2, drifted: 0, missed: 1 }])
  })
})
