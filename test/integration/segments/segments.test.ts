import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { dispatchRun } from '#jobs/dispatch-run.ts'
import type { Connector, ProvisionStep } from '#src/connector-port.ts'
import { eraseRecord } from '#src/erase-record.ts'
import { createLog } from '#src/log.ts'
import type { RecordRef, SegmentDefinition } from '#src/ports.ts'
import { createSegmentService } from '#src/segment-service.ts'
import {
  approveSegments,
  type SegmentDeps,
  withdrawSegments,
} from '#src/segments/approve-segments.ts'
import { keepProposal } from '#src/segments/proposal.ts'
import { type Pipeline, PORTAL, startPipeline } from '../jobs/pipeline.ts'

const NOW = Date.parse('2026-11-20T12:00:00Z')
const NAME = 'Asked to be called'
const DEFINITION: SegmentDefinition = {
  features: [{ kind: 'fact', name: 'requestedContact', values: ['call', 'email'], thirds: null }],
  modes: [
    { key: 'segment-1', values: ['call'] },
    { key: null, values: ['email'] },
  ],
}
const KEPT = [
  {
    key: 'segment-1',
    records: 300,
    traits: ['requestedContact is call for 90 %, elsewhere for 10 %'],
    closing: { count: 90, of: 300, rate: 0.3, low: 0.25, high: 0.35 },
  },
]
const contact = (id: number): RecordRef => ({ object: 'contact', id: String(id) })
const [ANNA, BEN, CARO, DORA] = [7_700_001, 7_700_002, 7_700_003, 7_700_004].map(contact) as [
  RecordRef,
  RecordRef,
  RecordRef,
  RecordRef,
]
const ALL = [ANNA, BEN, CARO, DORA]
const seeker = { inquiryType: 'self', requestedContact: 'call', createdAt: NOW - 86_400_000 }

describe('segments a person approved', () => {
  let pipeline: Pipeline
  let deps: SegmentDeps

  beforeAll(async () => {
    pipeline = await startPipeline(() => NOW)
    const { store, crm } = pipeline
    deps = {
      store,
      connectorFor: async () => crm.connector,
      workOnRun: (portal) => dispatchRun(pipeline, portal),
    }
    crm.put(ANNA, { facts: seeker })
    crm.put(BEN, { facts: { ...seeker, requestedContact: 'email' } })
    crm.put(CARO, { facts: { ...seeker, doNotProfile: true } })
    crm.put(DORA, { facts: seeker })
    await pipeline.settle()
  })
  afterAll(() => pipeline.close())

  const shown = () => ALL.map((ref) => pipeline.crm.valuesOf(ref)?.segment)
  const runEnded = async () => {
    while ((await pipeline.store.runs.active(PORTAL)) !== undefined) {
      await pipeline.queue.add('sweep', {})
      await new Promise((resolve) => setTimeout(resolve, 25))
    }
    await pipeline.settle()
  }
  const approve = (names: Record<string, string>) =>
    approveSegments(deps, PORTAL, { definition: DEFINITION, names, by: 'jo' })

  it('are asked for before anybody carries one: the property, and nothing else of ours', async () => {
    const step: ProvisionStep = {
      object: 'contact',
      kind: 'property',
      name: 'leadwell_segment',
      action: 'create',
    }
    const bare: Connector = { ...pipeline.crm.connector, provision: async () => [step] }

    const refused = approveSegments({ ...deps, connectorFor: async () => bare }, PORTAL, {
      definition: DEFINITION,
      names: { 'segment-1': NAME },
      by: 'jo',
    })

    await expect(refused).rejects.toMatchObject({
      code: 'segments-not-provisioned',
      hint: expect.stringContaining(`leadwell provision ${PORTAL}`),
    })
    expect(pipeline.crm.valuesOf(ANNA)).not.toHaveProperty('segment')
    expect(await pipeline.store.segments.version(PORTAL)).toBe(0)
  })

  it('stand on whoever belongs to one, and cost nobody else a write', async () => {
    const ben = pipeline.crm.valuesOf(BEN)

    const { set, run } = await approve({ 'segment-1': NAME })
    await runEnded()

    expect([set.version, run.kind]).toEqual([1, 'rescore'])
    expect(shown()).toEqual([NAME, undefined, undefined, NAME])
    expect(await pipeline.store.runs.get(PORTAL, run.id)).toMatchObject({ scored: 4, changed: 2 })
    // The very same object: nothing was written on him.
    expect(pipeline.crm.valuesOf(BEN)).toBe(ben)
  })

  it('follow what somebody does, without another approval', async () => {
    pipeline.crm.put(BEN, { facts: seeker })
    await pipeline.store.marks.mark(PORTAL, [BEN], 'event')
    await pipeline.settle()
    pipeline.crm.put(BEN, { facts: { ...seeker, doNotProfile: true } })
    const came = shown()
    await pipeline.store.marks.mark(PORTAL, [BEN], 'event')
    await pipeline.settle()

    expect(came[1]).toBe(NAME)
    expect(shown()[1]).toBeNull()
  })

  it('are renamed on everybody by approving them again', async () => {
    await approve({ 'segment-1': 'Prefer the phone' })
    await runEnded()

    expect(shown()).toEqual(['Prefer the phone', null, undefined, 'Prefer the phone'])
  })

  it('are emptied on whoever is erased', async () => {
    const log = createLog({ level: 'silent' })

    const { cleared } = await eraseRecord({ ...pipeline, log, ...deps }, PORTAL, DORA)

    expect(cleared).toBe(true)
    expect(shown()[3]).toBeNull()
    expect(await pipeline.store.erasure.remains(PORTAL, DORA)).toEqual([])
  })

  it('are emptied on everybody once withdrawn, and cannot be withdrawn twice', async () => {
    await withdrawSegments(deps, PORTAL, 'jo')
    await runEnded()

    expect(shown()).toEqual([null, null, undefined, null])
    await expect(withdrawSegments(deps, PORTAL, 'jo')).rejects.toMatchObject({
      code: 'segments-none',
    })
    const ledger = await pipeline.store.ledger.list({ portal: PORTAL, limit: 100 })
    const told = ledger.filter(({ detail }) => JSON.stringify(detail).includes('segments-'))
    expect(told).toHaveLength(3)
    expect(JSON.stringify(told)).not.toContain(NAME)
  })

  it('are approved as they were proposed, not as they are by now', async () => {
    const service = createSegmentService({ ...pipeline, ...deps, now: () => NOW })
    const propose = (definition: SegmentDefinition) =>
      keepProposal(pipeline.store, PORTAL, { at: NOW, looked: 3, kept: KEPT, definition })
    await propose(DEFINITION)
    const seen = (await service.get(PORTAL)).proposed
    await propose({ ...DEFINITION, modes: DEFINITION.modes.toReversed() })
    const names = { 'segment-1': NAME }

    const late = service.approve(PORTAL, { proposal: seen?.id ?? '', names }, 'jo')

    await expect(late).rejects.toMatchObject({ code: 'segments-outdated' })
    expect(seen).toMatchObject({ looked: 3, segments: [{ key: 'segment-1', records: 300 }] })
    expect(JSON.stringify(seen)).not.toContain('features')
    const id = (await service.get(PORTAL)).proposed?.id ?? ''
    const { approved } = await service.approve(PORTAL, { proposal: id, names }, 'jo')
    expect(approved).toMatchObject({ names, by: 'jo' })
    await runEnded()
  })
})
