import { beforeAll, describe, expect, it } from 'vitest'
import { differences } from '#test/chaos/end-state.ts'
import { type Comparison, compareRuns } from '#test/chaos/run-chaos.ts'

/** Long enough for every kind of fault; `npm run chaos` goes on for minutes. */
const SEED = 7
const KILLS = 5

describe('while processes, Redis, Postgres and the network fail', () => {
  let comparison: Comparison

  beforeAll(async () => {
    comparison = await compareRuns({
      seed: SEED,
      people: 40,
      kills: KILLS,
      gapMs: [200, 2_000],
      askEveryMs: 1_500,
      say: () => undefined,
    })
  }, 420_000)

  it('webs, workers and Redis are killed, people edit, admins publish, roll back and erase', () => {
    const { faults, inputs, webhooks } = comparison.chaos
    const kinds = new Set([...inputs.orders.values()].flat().map(({ kind }) => kind))

    const { web, worker, redis } = faults.kills
    expect(web + worker + redis).toBeGreaterThanOrEqual(KILLS)
    const counts = [web, worker, redis, faults.wiped, faults.postgresRestarts, faults.networkCuts]
    expect(Math.min(...counts)).toBeGreaterThan(0)
    expect([...kinds].toSorted()).toEqual(['erase', 'publish', 'rollback', 'sync'])
    expect(webhooks).toBeGreaterThan(0)
  })

  it('both CRMs end as they do when nothing fails', () => {
    const { calm, chaos, differing } = comparison
    const told = differing.map((key) => [
      key,
      ...differences(calm.state.get(key), chaos.state.get(key)),
    ])
    expect(told).toEqual([])
    expect(comparison.chaos.state.size).toBeGreaterThan(80)
  })

  it('nothing is lost: no record waits to be read, scored or written', () => {
    expect(comparison.chaos.parked).toEqual([])
    expect(comparison.chaos.owed.flatMap((owed) => Object.values(owed))).toEqual(
      comparison.chaos.owed.flatMap(() => [0, 0, 0, 0, 0]),
    )
  })

  it('nothing stays on a record that was erased, though a write was under way', () => {
    expect(comparison.chaos.afterErasure.shown).toEqual([])
  })

  it('an empty Redis makes nothing be written again', () => {
    expect(comparison.chaos.writtenWithoutNeed).toBe(0)
  })
})
