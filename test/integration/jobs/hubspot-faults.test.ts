import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { renderIntent } from '#connectors/hubspot/provisioning/properties.ts'
import { troubleOf } from '#jobs/portal-trouble.ts'
import type { RecordRef } from '#src/ports.ts'
import { type FaultyWorld, startFaultyWorld } from './hubspot-under-faults.ts'
import { PORTAL } from './pipeline.ts'

const PEOPLE = 300
const FIRST_ID = 210_000_000_001
const DAY_MS = 86_400_000
const HOUR_MS = 3_600_000
const POISONED: RecordRef = { object: 'contact', id: String(FIRST_ID + 17) }
const REASON = 'VALIDATION_ERROR/REQUIRED_FIELD/lifecyclestage'

describe('a HubSpot portal where everything goes wrong', () => {
  let world: FaultyWorld
  beforeEach(async () => {
    world = await startFaultyWorld(PEOPLE)
    await world.provision()
    world.sandbox.rules.required.set(POISONED.id, 'lifecyclestage')
  })
  afterEach(() => world.close())

  it.each([
    ['keeps rows of a batch apart by their trace ids', false],
    ['refuses a batch for one row', true],
  ])('converges although it %s', async (_what, traceIdsIgnored) => {
    const { sandbox, pipeline } = world
    sandbox.rules.traceIdsIgnored = traceIdsIgnored
    sandbox.failNext(3, 'secondly-limit')
    sandbox.failNext(3, 'rolling-limit', 'list')
    sandbox.failNext(2, 'bare-limit', 'batch-read')
    sandbox.failNext(2, 'retry-after', 'batch-update')
    sandbox.failNext(4, 503, 'batch-update')
    sandbox.failNext(1, 401, 'batch-update')
    sandbox.failNext(2, 'reset', 'list')
    sandbox.failNext(2, 'answer-lost', 'batch-update')
    sandbox.failNext(2, 423, 'batch-update')

    await pipeline.settle()

    await expectConverged(world)
  })

  it('says that the day is used up, waits for midnight and then writes the rest', async () => {
    const { sandbox, pipeline } = world
    sandbox.failNext(1, 'daily-limit', 'batch-update')
    const settled = pipeline.settle()

    const code = await troubleCode(world)
    world.skip(DAY_MS)
    await settled

    expect(code).toBe('hubspot-daily-limit')
    await expectConverged(world)
  })

  it('stops when the app is uninstalled and goes on after it is installed again', async () => {
    const { pipeline } = world
    world.sandbox.failNext(40, 503, 'batch-update')
    const settled = pipeline.settle()
    await until(async () => (world.sandbox.calls()['batch-update'] ?? 0) >= 3)

    await world.uninstall()
    world.skip(HOUR_MS)
    await until(async () => (await pipeline.store.portals.require(PORTAL)).status !== 'connected')
    const { statusReason } = await pipeline.store.portals.require(PORTAL)
    await world.reinstall()
    await settled

    expect(statusReason).toBe('hubspot-uninstalled')
    await expectConverged(world)
  })
})

/** Nothing waits, one record is held with its reason, and every other one shows what was intended. */
async function expectConverged(world: FaultyWorld): Promise<void> {
  const { pipeline, url } = world
  await world.calm()
  const refs = Array.from({ length: PEOPLE }, (_, index): RecordRef => {
    return { object: 'contact', id: String(FIRST_ID + index) }
  })
  expect((await pipeline.store.portals.require(PORTAL)).status).toBe('connected')
  const intents = await pipeline.store.intents.get(PORTAL, refs)
  const parked = intents.filter(({ parkedCode }) => parkedCode?.includes('/'))
  const sent = intents.filter(({ parkedCode }) => parkedCode === undefined)
  const shown = await readScores(url)

  expect(parked.map(({ ref, parkedCode }) => [ref.id, parkedCode])).toEqual([[POISONED.id, REASON]])
  expect(intents.length).toBe(PEOPLE)
  expect(sent.length).toBeGreaterThan(PEOPLE * 0.9)
  const wrong = sent.filter(({ ref, values }) => {
    const { leadwell_score: wanted = '' } = renderIntent(values)
    return shown.get(ref.id) !== wanted
  })
  expect(wrong).toEqual([])
}

async function readScores(url: string): Promise<ReadonlyMap<string, string | null>> {
  const scores = new Map<string, string | null>()
  let after: string | undefined = String(FIRST_ID)
  while (after !== undefined) {
    const query = `limit=100&properties=leadwell_score&after=${after}`
    const answer = await fetch(`${url}/crm/objects/2026-09/contacts?${query}`, {
      headers: { Authorization: 'Bearer sandbox-hubspot-token' },
    })
    const page = (await answer.json()) as Page
    for (const { id, properties } of page.results)
      scores.set(id, properties['leadwell_score'] ?? '')
    after = page.paging?.next.after
  }
  return scores
}

interface Page {
  readonly results: readonly { id: string; properties: Record<string, string | null> }[]
  readonly paging?: { readonly next: { readonly after: string } }
}

async function troubleCode({ pipeline }: FaultyWorld): Promise<string | undefined> {
  let code: string | undefined
  await until(async () => {
    code = (await troubleOf(pipeline.store, PORTAL))?.code
    return code !== undefined
  })
  return code
}

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 5))
}
