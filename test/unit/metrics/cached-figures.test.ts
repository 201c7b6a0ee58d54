import { describe, expect, it } from 'vitest'
import { createCachedFigures } from '#src/metrics/cached-figures.ts'

/** A database whose every count takes as long as the test says, on a clock of its own. */
function slowDatabase() {
  let nowMs = 0
  let asked = 0
  let takesMs = 0
  let broken = false
  const troubles: unknown[] = []
  const figures = createCachedFigures({
    gather: async () => {
      asked += 1
      nowMs += takesMs
      if (broken) throw new Error('down')
      return asked
    },
    now: () => nowMs,
    sleep: () => new Promise(() => undefined),
    onTrouble: (error) => troubles.push(error),
  })
  return {
    figures,
    troubles,
    asked: () => asked,
    pass: (ms: number) => (nowMs += ms),
    setup: (given: { takesMs?: number; broken?: boolean }) => {
      takesMs = given.takesMs ?? takesMs
      broken = given.broken ?? broken
    },
  }
}

describe('figures for metrics', () => {
  it('are read once for all who ask within ten seconds', async () => {
    const { figures, asked, pass } = slowDatabase()

    await Promise.all([figures(), figures(), figures()])
    pass(9_999)
    await figures()

    expect(asked()).toBe(1)
    pass(1)
    expect(await figures()).toBe(2)
  })

  it('take no more than a twentieth of the time of a slow database', async () => {
    const { figures, asked, pass, setup } = slowDatabase()
    setup({ takesMs: 4_000 })

    await figures()
    pass(79_000)
    await figures()

    expect(asked()).toBe(1)
    pass(1_000)
    await figures()
    expect(asked()).toBe(2)
  })

  it('stay as they were while the database is away', async () => {
    const { figures, pass, setup, troubles } = slowDatabase()
    await figures()
    setup({ broken: true })
    pass(60_000)

    expect(await figures()).toBe(1)
    expect(troubles).toHaveLength(1)
  })

  it('keep nobody waiting longer than their patience', async () => {
    const figures = createCachedFigures({
      gather: () => new Promise(() => undefined),
      now: () => 0,
      sleep: () => Promise.resolve(),
      onTrouble: () => undefined,
    })

    expect(await figures()).toBeUndefined()
  })
})
