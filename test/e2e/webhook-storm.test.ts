import { beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '#test/services.ts'
import { planStorm } from './storm/plan-storm.ts'
import { runQuiet, runStorm, type StormRun } from './storm/run-storm.ts'

const EVENTS = 5_000

describe('a storm of webhooks, shuffled, repeated, with answers lost', () => {
  const storm = planStorm(EVENTS)
  let stormy: StormRun
  let quiet: StormRun

  beforeAll(async () => {
    stormy = await runStorm(await createTestDatabase(), storm)
    quiet = await runQuiet(await createTestDatabase(), storm)
  })

  it('is what it says: thousands of events, a third of them told again, answers lost', () => {
    expect(storm.disordered).toHaveLength(EVENTS)
    expect(storm.inOrder).toHaveLength(EVENTS * 0.7)
    expect(stormy.lost).toBeGreaterThan(0)
  })

  it('is taken in whole: no delivery is refused and no mark is left or parked', () => {
    expect(stormy.refused).toBe(0)
    expect(stormy.end.marks).toMatchObject({ waiting: 0, parked: 0 })
  })

  it('leaves the CRM as a quiet day with the same changes does', () => {
    expect(differing(stormy.end.written, quiet.end.written)).toEqual([])
    expect(quiet.end.written.size).toBeGreaterThan(400)
  })

  it('leaves the store as that day does, with nobody in it who was deleted or forgotten', () => {
    expect(differing(stormy.end.stored, quiet.end.stored)).toEqual([])
    expect(stormy.end.forgotten).toEqual(quiet.end.forgotten)
    expect(stormy.end.forgotten.length).toBeGreaterThan(0)
    expect(stormy.end.forgotten.filter((key) => stormy.end.stored.has(key))).toEqual([])
  })
})

/** Keys that are not the same on both sides; whole maps would bury the one that matters. */
function differing(
  one: ReadonlyMap<string, unknown>,
  other: ReadonlyMap<string, unknown>,
): readonly string[] {
  return [...new Set([...one.keys(), ...other.keys()])].filter(
    (key) => JSON.stringify(one.get(key)) !== JSON.stringify(other.get(key)),
  )
}
