import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readHalved } from '#connectors/hubspot/reading/read-halved.ts'

test('reads everything but two bad values at most, whatever batch they are in', async () => {
  const hundred = Array.from({ length: 100 }, (_, index) => index)
  const bad = fc.uniqueArray(fc.integer({ min: 0, max: 99 }), { maxLength: 2 })
  await fc.assert(
    fc.asyncProperty(bad, async (values) => {
      const read = await readHalved(hundred, async (part) =>
        part.some((one) => values.includes(one)) ? 'refused' : part,
      )

      expect(read.toSorted((a, b) => a - b)).toEqual(hundred.filter((n) => !values.includes(n)))
    }),
  )
})

test('gives up on a batch that is refused whatever is in it', async () => {
  let calls = 0

  const read = await readHalved(
    Array.from({ length: 52 }, (_, index) => index),
    async () => {
      calls += 1
      return 'refused' as const
    },
  )

  expect(read).toEqual([])
  expect(calls).toBeLessThan(30)
})
