import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SyncOutcome } from '#src/sync-portal.ts'
import { readBackHubspot, readBackSalesforce, type Written } from './read-back.ts'
import { createWorld, type World } from './world.ts'

const NOW = Date.parse('2026-11-20T15:00:00Z')
const PEOPLE = 450

/** Holds that forbid a score; the other holds keep it for internal reporting. */
const UNSCORED = new Set(['do_not_profile', 'minor', 'crisis', 'part2_consent_missing'])

describe.each(['embedded', 'server'] as const)('the main job on the %s store', (store) => {
  let world: World
  let hubspot: { first: SyncOutcome; second: SyncOutcome; writes: number[] }
  let salesforce: { first: SyncOutcome; second: SyncOutcome; writes: number[] }

  beforeAll(async () => {
    world = await createWorld({ store, people: PEOPLE, now: NOW })
    await world.runtime.startWork({ concurrency: 4 })
    const writesOf = {
      hubspot: () => world.sandbox.hubspot.sandbox.calls()['batch-update'] ?? 0,
      salesforce: () => world.sandbox.salesforce.sandbox.calls().collectionWrites ?? 0,
    }
    const run = async (crm: 'hubspot' | 'salesforce') => {
      const before = writesOf[crm]()
      const first = await world.sync(world[crm])
      const afterFirst = writesOf[crm]()
      const second = await world.sync(world[crm])
      const afterSecond = writesOf[crm]()
      return { first, second, writes: [afterFirst - before, afterSecond - afterFirst] }
    }
    hubspot = await run('hubspot')
    salesforce = await run('salesforce')
  })
  afterAll(() => world?.close())

  it('leaves a score, a tier and a note on every scorable record of both CRMs', async () => {
    const hubspotRecords = await readBackHubspot(world.sandbox)
    const salesforceRecords = await readBackSalesforce(world.sandbox)

    expect(hubspotRecords.size).toBe(PEOPLE)
    expect(salesforceRecords.size).toBe(PEOPLE)
    for (const written of [...hubspotRecords.values(), ...salesforceRecords.values()]) {
      expectComplete(written)
    }
  })

  it('puts at least one record into every tier, so that the models tell people apart', async () => {
    const tiers = [...(await readBackHubspot(world.sandbox)).values()].map(({ tier }) => tier)

    expect(new Set(tiers)).toEqual(new Set(['sales_ready', 'nurture', 'unqualified', undefined]))
  })

  it('writes in full batches: a hundred a call in HubSpot, two hundred in Salesforce', () => {
    expect(hubspot.first.tally.written).toBe(PEOPLE)
    expect(hubspot.writes[0]).toBe(Math.ceil(PEOPLE / 100))
    expect(salesforce.first.tally.written).toBe(PEOPLE)
    expect(salesforce.writes[0]).toBe(Math.ceil(PEOPLE / 200))
  })

  it('writes nothing in a second sync with nothing changed', () => {
    expect(hubspot.writes[1]).toBe(0)
    expect(salesforce.writes[1]).toBe(0)
    expect(hubspot.second.tally).toEqual(hubspot.first.tally)
    expect(salesforce.second.tally).toEqual(salesforce.first.tally)
  })

  it('reads a portal again for a handful of calls when nothing changed', () => {
    expect(hubspot.second.calls).toBeLessThanOrEqual(12)
    expect(salesforce.second.calls).toBeLessThanOrEqual(6)
  })
})

function expectComplete(written: Written): void {
  if (written.hold !== undefined && UNSCORED.has(written.hold)) {
    expect(written.score).toBeUndefined()
    expect(written.tier).toBeUndefined()
  } else {
    expect(Number(written.score)).toBe(Number(written.fit) + Number(written.engagement))
    expect(written.tier).toMatch(/^(sales_ready|nurture|unqualified)$/)
    expect(written.grade).toMatch(/^[ABC][123]$/)
    expect(written.model).toMatch(/^[a-z-]+@\d+$/)
  }
  expect(written.handoff_note).toBeTruthy()
  expect(written.handoff_note?.length).toBeLessThanOrEqual(1200)
}
