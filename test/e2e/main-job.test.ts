import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { SyncOutcome } from '#src/sync-portal.ts'
import { readBackHubspot, readBackSalesforce, type Written } from './read-back.ts'
import { accountsInHubspot, accountsInSalesforce } from './read-back-accounts.ts'
import { createWorld, type World } from './world.ts'

const NOW = Date.parse('2026-11-20T15:00:00Z')
const PEOPLE = 330

/** Holds that forbid a score; the other holds keep it for internal reporting. */
const UNSCORED = new Set(['do_not_profile', 'another_team', 'crisis', 'consent_awaited'])

describe.each(['embedded', 'server'] as const)('the main job on the %s store', (store) => {
  let world: World
  let hubspot: { first: SyncOutcome; second: SyncOutcome; writes: number[] }
  let salesforce: { first: SyncOutcome; second: SyncOutcome; writes: number[] }

  beforeAll(async () => {
    world = await createWorld({ store, people: PEOPLE, now: NOW })
    const { hubspot: portal, salesforce: org } = world.sandbox
    const writesOf = {
      hubspot: () => portal.sandbox.calls()['batch-update'] ?? 0,
      salesforce: () => org.sandbox.calls().collectionWrites ?? 0,
    }
    const run = async (crm: 'hubspot' | 'salesforce') => {
      const first = await world.sync(world[crm])
      const afterFirst = writesOf[crm]()
      const second = await world.sync(world[crm])
      return { first, second, writes: [afterFirst, writesOf[crm]() - afterFirst] }
    }
    await world.runtime.startWork({ concurrency: 4 })
    hubspot = await run('hubspot')
    salesforce = await run('salesforce')
  })
  afterAll(() => world?.close())

  it('leaves a score, a tier and a note on every scorable record of both CRMs', async () => {
    const hubspotRecords = await readBackHubspot(world.sandbox)
    const salesforceRecords = await readBackSalesforce(world.sandbox)

    expect(hubspotRecords.size).toBe(PEOPLE)
    expect(salesforceRecords.size).toBe(PEOPLE)
    const all = [...hubspotRecords, ...salesforceRecords]
    const incomplete = all.map(([id, written]) => [id, ...gapsOf(written)])
    expect(incomplete.filter(({ length }) => length > 1)).toEqual([])
  })

  it('puts at least one record into every tier, so that the models tell people apart', async () => {
    const tiers = [...(await readBackHubspot(world.sandbox)).values()].map(({ tier }) => tier)

    expect(new Set(tiers)).toEqual(new Set(['sales_ready', 'nurture', 'unqualified', undefined]))
  })

  it('writes in full batches: a hundred a call in HubSpot, two hundred in Salesforce', async () => {
    const companies = (await accountsInHubspot(world.sandbox)).length
    const accounts = (await accountsInSalesforce(world.sandbox)).length

    expect(hubspot.first.tally.written).toBe(PEOPLE + companies)
    expect(hubspot.writes[0]).toBe(Math.ceil(PEOPLE / 100) + Math.ceil(companies / 100))
    expect(salesforce.first.tally.written).toBe(PEOPLE + accounts)
    expect(salesforce.writes[0]).toBe(Math.ceil((PEOPLE + accounts) / 200))
  })

  it('leaves an account score where people of an organisation are engaged, and nowhere else', async () => {
    const found = [
      ...(await accountsInHubspot(world.sandbox)),
      ...(await accountsInSalesforce(world.sandbox)),
    ]

    expect(found.length).toBeGreaterThan(0)
    for (const account of found) {
      expect(account.engaged).toBeGreaterThan(0)
      expect(account.score).toBeGreaterThan(0)
      expect(account.tier).toMatch(/^(sales_ready|nurture|unqualified)$/)
    }
  })

  it('writes nothing in a second sync with nothing changed', () => {
    expect(hubspot.writes[1]).toBe(0)
    expect(salesforce.writes[1]).toBe(0)
    expect(hubspot.second.tally).toEqual(hubspot.first.tally)
    expect(salesforce.second.tally).toEqual(salesforce.first.tally)
  })

  it('reads a portal again for a handful of calls when nothing changed', () => {
    expect(hubspot.second.calls).toBeLessThanOrEqual(12)
    expect(salesforce.second.calls).toBeLessThanOrEqual(12)
  })
})

/** What a rep would miss on this record, in words; empty when all is there. */
function gapsOf(written: Written): readonly string[] {
  const note = written.handoff_note ?? ''
  const noteGaps = note.length > 0 && note.length <= 1200 ? [] : ['note']
  if (written.hold !== undefined && UNSCORED.has(written.hold)) {
    return written.score === undefined && written.tier === undefined
      ? noteGaps
      : [...noteGaps, 'scored in spite of a hold']
  }
  const sum = Number(written.fit) + Number(written.engagement)
  const adds = Number(written.score) === Math.min(100, Math.max(0, sum))
  const shapes = {
    tier: /^(sales_ready|nurture|unqualified)$/,
    grade: /^[ABC][123]$/,
    model: /^[a-z-]+@\d+$/,
  }
  const wrong = Object.entries(shapes).filter(([name, shape]) => !shape.test(written[name] ?? ''))
  return [...noteGaps, ...(adds ? [] : ['score']), ...wrong.map(([name]) => name)]
}
