import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { RecordRef } from '#src/ports.ts'
import { type FaultyWorld, startFaultyWorld } from './hubspot-under-faults.ts'
import { PORTAL } from './pipeline.ts'

const PEOPLE = 1_000
/** Slow enough that no part-filled batch is overdue while the portal is read. */
const SPEED = 10
const CHANGED = 137
const BATCH = 100
const FIRST_ID = 210_000_000_001

describe('what writing back to HubSpot costs', () => {
  let world: FaultyWorld
  beforeEach(async () => {
    world = await startFaultyWorld(PEOPLE, { speed: SPEED })
    await world.provision()
  })
  afterEach(() => world.close())

  const writes = (): number => world.sandbox.calls()['batch-update'] ?? 0

  it('is a call for every hundred records, first of all of them, then of the few that changed', async () => {
    const { store, queue } = world.pipeline
    await world.pipeline.settle()
    const first = writes()
    const { pending, ...tally } = await store.intents.tally(PORTAL)
    const refs = Array.from({ length: CHANGED }, (_, index): RecordRef => {
      return { object: 'contact', id: String(FIRST_ID + index) }
    })
    const intents = await store.intents.get(PORTAL, refs)
    const changed = intents
      .filter(({ written }) => written)
      .map(({ ref, values }) => ({
        ref,
        values: { ...values, why: 'x' },
        nextChangeAt: undefined,
      }))

    await store.intents.intend(PORTAL, changed, 'event')
    await queue.kick(PORTAL)
    await world.pipeline.settle()

    const companies = tally.records - PEOPLE
    const bound = Math.ceil(PEOPLE / BATCH) + Math.ceil(companies / BATCH)
    expect(pending).toBe(0)
    expect(first).toBeLessThanOrEqual(bound * 1.1)
    expect(writes() - first).toBe(Math.ceil(changed.length / BATCH))

    // A run that puts them right again tells how many calls that took.
    const second = writes()
    const { id } = await store.runs.begin(PORTAL, { kind: 'rescore', model: 0, by: 'ann' })
    await queue.add('run', { portal: PORTAL })
    while ((await store.runs.active(PORTAL)) !== undefined) await sleep(20)
    await world.pipeline.settle()

    const run = await store.runs.get(PORTAL, id)
    expect(run.changed).toBeGreaterThanOrEqual(changed.length)
    expect(run.writeCalls).toBe(writes() - second)
  })
})
