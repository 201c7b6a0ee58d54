import { afterEach, beforeEach, expect, it } from 'vitest'
import { rescoreAfterUpgrade } from '#src/rescore-after-upgrade.ts'
import { type Pipeline, PORTAL, startPipeline } from './pipeline.ts'

const NOW = Date.UTC(2026, 10, 20, 12)

let pipeline: Pipeline
beforeEach(async () => {
  pipeline = await startPipeline(() => NOW)
  for (const id of ['1', '2']) {
    pipeline.crm.put({ object: 'contact', id }, { facts: { inquiryType: 'self' } })
  }
  await pipeline.settle()
})
afterEach(() => pipeline.close())

it('scores everything again where other models ship, once, and writes nothing that is the same', async () => {
  const writes = pipeline.crm.calls.write

  const begun = [
    await rescoreAfterUpgrade(pipeline, 'first'),
    await rescoreAfterUpgrade(pipeline, 'first'),
    await rescoreAfterUpgrade(pipeline, 'second'),
  ]
  while ((await pipeline.store.runs.active(PORTAL)) !== undefined) {
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
  await pipeline.settle()

  expect(begun).toEqual([[PORTAL], [], [PORTAL]])
  const [last] = await pipeline.store.runs.list(PORTAL, { limit: 5 })
  expect(last).toMatchObject({ id: 2, by: 'upgrade', status: 'done', scored: 2, changed: 0 })
  expect(pipeline.crm.calls.write).toBe(writes)
})

it('begins nothing in a portal of which nothing is stored yet', async () => {
  const empty = await startPipeline(() => NOW)
  const begun = await rescoreAfterUpgrade(empty, 'first')
  await empty.close()

  expect(begun).toEqual([])
})
