import { readFileSync } from 'node:fs'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { scoreChunk } from '#jobs/run-chunks.ts'
import { createScoreThreads } from '#jobs/score-threads.ts'
import { createDeciders } from '#src/deciders.ts'
import { loadShippedModels } from '#src/models.ts'
import type { RecordRef } from '#src/ports.ts'
import { reportRun } from '#src/run-report.ts'
import { type Pipeline, PORTAL, startPipeline } from './pipeline.ts'

const NOW = Date.UTC(2026, 10, 20, 12)
const LEASE_MS = 60_000
const EMPLOYER = readFileSync(new URL('../../../models/employer.yaml', import.meta.url), 'utf8')
const CHANGED = EMPLOYER.replace(/(id: asks-about-employees\s+points: )10/, '$114')

const contact = (id: string): RecordRef => ({ object: 'contact', id })

describe('a run', () => {
  let at: number
  let pipeline: Pipeline
  beforeEach(async () => {
    at = NOW
    pipeline = await startPipeline(() => at)
    // 8 pm of the 12th where the portal is.
    const createdAt = Date.UTC(2026, 10, 13, 1)
    pipeline.crm.put(contact('1'), { facts: { inquiryType: 'employer-benefits', createdAt } })
    pipeline.crm.put(contact('2'), { facts: { inquiryType: 'self' } })
    await pipeline.settle()
  })
  afterEach(() => pipeline?.close())

  const scoreOf = async (id: string): Promise<number | null> => {
    const values = await pipeline.store.intents.values(PORTAL, [contact(id)])
    return values.get(`contact:${id}`)?.score ?? null
  }
  const publish = async (employer: string): Promise<number> => {
    const { models } = pipeline.store
    const parent = await models.publishedVersion(PORTAL)
    const draft = { texts: { employer }, note: 'test', parent, by: 'ann' }
    const { version } = await models.draft(PORTAL, draft)
    await models.approve(PORTAL, version, { by: 'ben', selfApproval: false })
    await pipeline.store.transaction(async (inner) => {
      await inner.models.publish(PORTAL, version, 'ben')
      await inner.runs.begin(PORTAL, { kind: 'publish', model: version, by: 'ben' })
    })
    return version
  }
  const untilDone = async (id: number): Promise<void> => {
    while ((await pipeline.store.runs.get(PORTAL, id)).status === 'running') {
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
  }

  it('brings the CRM to the new model, writes only who differs and reads nothing', async () => {
    const before = { score: await scoreOf('1'), other: await scoreOf('2') }
    const reads = pipeline.crm.calls.read
    const standing = pipeline.crm.valuesOf(contact('2'))
    const writes = pipeline.crm.calls.write
    at += 60_000
    const noteOf = (id: string) => pipeline.crm.valuesOf(contact(id))?.handoffNote
    const firstNote = noteOf('1')

    await publish(CHANGED)
    await pipeline.queue.add('run', { portal: PORTAL })
    await untilDone(1)
    await pipeline.settle()

    expect(firstNote).toContain('12 Nov 2026: first inquiry or contact.')
    expect(noteOf('1')).not.toBe(firstNote)
    expect(noteOf('1')).toContain('12 Nov 2026: first inquiry or contact.')
    expect(await scoreOf('1')).toBe((before.score ?? 0) + 4)
    expect(await scoreOf('2')).toBe(before.other)
    expect(pipeline.crm.valuesOf(contact('1'))?.score).toBe((before.score ?? 0) + 4)
    expect(pipeline.crm.valuesOf(contact('2'))).toBe(standing)
    expect(pipeline.crm.calls.read).toBe(reads)
    expect(pipeline.crm.calls.write).toBe(writes + 1)
    const asked = { portal: PORTAL, id: 1 }
    const report = await reportRun({ store: pipeline.store, now: () => at }, asked)
    expect(report).toMatchObject({ scored: 2, changed: 1, written: 1, writeCalls: 1 })
  })

  it('is done again, once, where a worker was killed with a chunk in hand', async () => {
    at += 60_000
    const { store } = pipeline
    await publish(CHANGED)
    await store.runs.claimChunk(PORTAL, LEASE_MS)
    await pipeline.queue.add('run', { portal: PORTAL })
    expect(await store.runs.finish(PORTAL)).toBeUndefined()

    at += LEASE_MS
    await pipeline.queue.add('run', { portal: PORTAL })
    await untilDone(1)

    expect(await store.runs.get(PORTAL, 1)).toMatchObject({ status: 'done', scored: 2, changed: 1 })
  })

  it('writes nothing of a chunk that was still being scored when a newer one took its place', async () => {
    at += 60_000
    const { store } = pipeline
    const before = await scoreOf('1')
    await publish(CHANGED)
    const chunk = await store.runs.claimChunk(PORTAL, LEASE_MS)
    if (chunk === undefined) throw new Error('no chunk')
    await store.runs.begin(PORTAL, { kind: 'rescore', model: 0, by: 'ann' })

    const deciders = createDeciders(await loadShippedModels())
    const { deciderFor } = deciders
    const threads = createScoreThreads()
    await scoreChunk({ store, deciderFor, threads, now: () => at }, chunk)

    expect(await scoreOf('1')).toBe(before)
    expect(await store.runs.get(PORTAL, 1)).toMatchObject({ status: 'superseded', scored: 0 })
  })
})
