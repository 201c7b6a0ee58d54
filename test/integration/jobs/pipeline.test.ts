import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { saveRecords } from '#jobs/save-records.ts'
import { createDeciders } from '#src/deciders.ts'
import { PermanentError, TransientError } from '#src/errors.ts'
import { loadShippedModels } from '#src/models.ts'
import type { RecordRef } from '#src/ports.ts'
import { type Pipeline, PORTAL, startPipeline } from './pipeline.ts'

const NOW = Date.parse('2026-11-20T12:00:00Z')
const contact = (id: number | string): RecordRef => ({ object: 'contact', id: String(id) })
const company = (id: string): RecordRef => ({ object: 'company', id })
const seeker = { inquiryType: 'self', requestedContact: 'call', emailClass: 'personal' }

describe('from the CRM and back', () => {
  let pipeline: Pipeline
  let now = NOW

  beforeEach(async () => {
    now = NOW
    pipeline = await startPipeline(() => now)
    for (let id = 100; id < 350; id += 1) pipeline.crm.put(contact(id), { facts: seeker })
  })
  afterEach(() => pipeline.close())

  it('writes every record once, in full batches', async () => {
    await pipeline.settle()

    const { written, records } = await pipeline.store.intents.tally(PORTAL)
    expect(records).toBe(250)
    expect(written).toBe(250)
    expect(pipeline.crm.calls.write).toBe(3)
    expect(pipeline.crm.valuesOf(contact(100))?.score).toBeGreaterThan(0)
  })

  it('ends in the same state when Redis is emptied in the middle', async () => {
    pipeline.crm.before('write', async () => void (await pipeline.redis.flushall()))

    await pipeline.settle()

    for (let id = 100; id < 350; id += 1) {
      expect(pipeline.crm.valuesOf(contact(id))?.handoffNote).toBeTruthy()
    }
  })

  it('does not lose a change that happens while the record is being read', async () => {
    await pipeline.settle()
    pipeline.crm.put(contact(100), { facts: { ...seeker, requestedContact: 'email' } })
    pipeline.crm.before('read', async () => {
      // HubSpot answers with what it had; the change and its webhook come right after.
      queueMicrotask(() => pipeline.crm.put(contact(100), { facts: { inquiryType: 'job-seeker' } }))
      await pipeline.store.marks.mark(PORTAL, [contact(100)], 'event')
    })

    await pipeline.store.marks.mark(PORTAL, [contact(100)], 'event')
    await pipeline.settle()

    const [record] = await pipeline.store.records.get(PORTAL, [contact(100)])
    expect(record?.facts).toEqual({ inquiryType: 'job-seeker' })
  })

  it('scores the people of a changed organisation though the first who began to was killed', async () => {
    const { store, crm } = pipeline
    const employer = { inquiryType: 'employer-benefits', role: 'benefits-leader' }
    crm.put(company('31'), { facts: { companySize: 20 } })
    crm.put(contact(400), { facts: employer, companyId: '31' })
    await store.marks.mark(PORTAL, [contact(400), company('31')], 'event')
    await pipeline.settle()
    const before = crm.valuesOf(contact(400))?.fit ?? 0
    const { deciderFor } = createDeciders(await loadShippedModels())
    crm.put(company('31'), { facts: { companySize: 2_000 } })
    const { records } = await crm.connector.read([company('31')])
    const fresh = { records, readAt: now }

    const killed = (): never => {
      throw new Error('killed')
    }
    const deps = { store, now: () => now }
    await expect(
      saveRecords({ ...deps, deciderFor: killed }, PORTAL, fresh, 'event'),
    ).rejects.toThrow('killed')
    await saveRecords({ ...deps, deciderFor }, PORTAL, fresh, 'event')
    await pipeline.settle()

    expect(crm.valuesOf(contact(400))?.fit).toBeGreaterThan(before)
  })

  it('does not care how often or in which order marks arrive', async () => {
    await pipeline.settle()
    const refs = [contact(349), contact(120), contact(349), contact(101), contact(120)]
    pipeline.crm.put(contact(120), { facts: { ...seeker, verification: 'verified' } })
    const before = pipeline.crm.calls.read

    await pipeline.store.marks.mark(PORTAL, [...refs, ...refs.toReversed()], 'event')
    await pipeline.settle()

    const reads = pipeline.crm.calls.read - before
    expect(reads).toBe(1)
    const [record] = await pipeline.store.records.get(PORTAL, [contact(120)])
    expect(record?.facts.verification).toBe('verified')
  })

  it('erases what is gone from the CRM', async () => {
    await pipeline.settle()
    pipeline.crm.remove(contact(100))

    await pipeline.store.marks.mark(PORTAL, [contact(100)], 'event')
    await pipeline.settle()

    expect(await pipeline.store.records.get(PORTAL, [contact(100)])).toEqual([])
    expect(await pipeline.store.intents.get(PORTAL, [contact(100)])).toEqual([])
  })

  it('reads the record again that another was merged into, and forgets the one that is gone', async () => {
    await pipeline.settle()
    const reads = pipeline.crm.calls.read
    pipeline.crm.merge(contact(100), contact(101))
    pipeline.crm.put(contact(100), { facts: { ...seeker, verification: 'verified' } })

    await pipeline.store.marks.mark(PORTAL, [contact(100)], 'event')
    await pipeline.settle()

    expect(await pipeline.store.records.get(PORTAL, [contact(100)])).toEqual([])
    // A poll may have told of the survivor meanwhile, and both are read at once.
    expect(pipeline.crm.calls.read - reads).toBeLessThanOrEqual(2)
  })

  it('parks the record the CRM refuses and writes all the others', async () => {
    pipeline.crm.refuse(contact(111), 'validation-rule')

    await pipeline.settle()

    const tally = await pipeline.store.intents.tally(PORTAL)
    expect(tally).toMatchObject({ parked: 1, written: 249, pending: 0 })
    const [parked] = await pipeline.store.intents.get(PORTAL, [contact(111)])
    expect(parked?.parkedCode).toBe('validation-rule')
  })

  it('tries again what failed for a reason that passes, and loses nothing', async () => {
    pipeline.crm.before('list', () => {
      throw new TransientError('network', 'The CRM did not answer.')
    })
    pipeline.crm.before('write', () => {
      throw new TransientError('busy', 'The CRM is busy.', 1)
    })

    const settled = pipeline.settle()
    // The store's clock decides when a postponed write is due again.
    const clock = setInterval(() => (now += 1_000), 20)
    await settled
    clearInterval(clock)

    expect((await pipeline.store.intents.tally(PORTAL)).written).toBe(250)
  })

  it('stops work on a portal that refuses us, and keeps what was asked for', async () => {
    await pipeline.settle()
    pipeline.crm.before('read', () => {
      throw new PermanentError('hubspot-token-refused', 'The token was refused.')
    })

    await pipeline.store.marks.mark(PORTAL, [contact(100)], 'event')
    await pipeline.queue.kick(PORTAL)
    while ((await pipeline.store.portals.require(PORTAL)).status === 'connected') {
      await new Promise((resolve) => setTimeout(resolve, 10))
    }

    const portal = await pipeline.store.portals.require(PORTAL)
    expect(portal.statusReason).toBe('hubspot-token-refused')
    expect((await pipeline.store.marks.pending(PORTAL)).waiting).toBe(1)
  })

  it('scores the people of a company again when its facts change, without reading them', async () => {
    const buyer = { inquiryType: 'employer-benefits', role: 'benefits-leader' }
    pipeline.crm.put(company('c1'), { facts: { companySize: 5 } })
    pipeline.crm.put(contact(900), { facts: buyer, companyId: 'c1' })
    await pipeline.settle()
    const small = pipeline.crm.valuesOf(contact(900))?.fit ?? 0
    const reads = pipeline.crm.calls.read

    pipeline.crm.put(company('c1'), { facts: { companySize: 2_500, industry: 'technology' } })
    await pipeline.store.marks.mark(PORTAL, [company('c1')], 'event')
    await pipeline.settle()

    expect(pipeline.crm.valuesOf(contact(900))?.fit).toBeGreaterThan(small)
    expect(pipeline.crm.calls.read).toBe(reads + 1)
  })

  it('knows its own writes in a poll: nothing is read again, nothing is written', async () => {
    await pipeline.settle()
    const before = { ...pipeline.crm.calls }

    await pipeline.queue.add('poll-changes', { portal: PORTAL })
    // The backfill left a starting point; the poll's own cursor is kept with the marks it makes.
    while (!hasPolled(await pipeline.store.cursors.get(PORTAL, 'poll'))) {
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    await pipeline.settle()

    expect(pipeline.crm.calls).toEqual({ ...before, changes: before.changes + 1 })
  })

  it('lets interest fade on time, touching only records whose result changes', async () => {
    const visited = { kind: 'page-viewed', category: 'pricing', at: NOW - 3_600_000 } as const
    pipeline.crm.put(contact(100), { facts: seeker, activities: [visited] })
    await pipeline.settle()
    const fresh = pipeline.crm.valuesOf(contact(100))
    const calls = { ...pipeline.crm.calls }

    now = NOW + 120 * 86_400_000
    await pipeline.queue.kick(PORTAL)
    while ((await pipeline.store.intents.due(PORTAL, now, 1)).length > 0) {
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
    await pipeline.settle()

    expect(pipeline.crm.valuesOf(contact(100))?.engagement).toBeLessThan(fresh?.engagement ?? 0)
    expect(pipeline.crm.calls).toEqual({ ...calls, write: calls.write + 1 })
  })
})

function hasPolled(cursor: unknown): boolean {
  return typeof cursor === 'object' && cursor !== null && 'cursor' in cursor
}
