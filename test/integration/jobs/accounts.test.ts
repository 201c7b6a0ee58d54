import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import type { Activity, Facts, RecordRef } from '#src/ports.ts'
import { type Pipeline, PORTAL, startPipeline } from './pipeline.ts'

const NOW = Date.parse('2026-11-20T12:00:00Z')
const DAY = 86_400_000
const contact = (id: number | string): RecordRef => ({ object: 'contact', id: String(id) })
const company = (id: number | string): RecordRef => ({ object: 'company', id: String(id) })

const BUYER: Facts = { inquiryType: 'employer-benefits', role: 'benefits-leader' }
const SEEKER: Facts = { inquiryType: 'self', requestedContact: 'call', emailClass: 'personal' }
const EMPLOYER: Facts = { organisationType: 'employer', companySize: 2_500, industry: 'technology' }
const DEMO: readonly Activity[] = [
  { kind: 'demo-attended', category: 'demo', at: NOW - DAY },
  { kind: 'page-viewed', category: 'pricing', at: NOW - 2 * DAY },
]

describe('the score of an organisation', () => {
  let pipeline: Pipeline
  let now = NOW

  beforeEach(async () => {
    now = NOW
    pipeline = await startPipeline(() => now)
  })
  afterEach(() => pipeline.close())

  const hire = (companyId: string, ids: readonly number[], facts: Facts = BUYER): void => {
    for (const id of ids) pipeline.crm.put(contact(id), { facts, activities: DEMO, companyId })
  }
  const changed = async (...refs: readonly RecordRef[]): Promise<void> => {
    await pipeline.store.marks.mark(PORTAL, refs, 'event')
    await pipeline.settle()
  }
  const accountOf = (id: string) => pipeline.crm.accountOf(company(id))

  it('is written once for each organisation, a hundred a call, and for none where nobody is engaged', async () => {
    for (let id = 0; id < 130; id += 1) {
      pipeline.crm.put(company(`c${id}`), { facts: EMPLOYER })
      hire(`c${id}`, [1_000 + id, 2_000 + id])
    }
    pipeline.crm.put(company('quiet'), { facts: EMPLOYER })
    pipeline.crm.put(contact(3_000), { facts: BUYER, companyId: 'quiet' })

    await pipeline.settle()

    expect(pipeline.crm.calls.write).toBe(Math.ceil(261 / 100) + Math.ceil(130 / 100))
    expect(accountOf('c0')).toMatchObject({ accountTier: 'sales-ready', engagedContacts: 2 })
    expect(accountOf('c129')).toEqual(accountOf('c0'))
    expect(accountOf('quiet')).toBeUndefined()
    expect(await pipeline.store.intents.get(PORTAL, [company('quiet')])).toEqual([])
  })

  it('shows nothing of employees who seek care, whatever they do', async () => {
    pipeline.crm.put(company('c1'), { facts: EMPLOYER })
    pipeline.crm.put(company('c2'), { facts: EMPLOYER })
    hire('c1', [1, 2])
    hire('c2', [3, 4])
    hire('c2', [10, 11, 12], SEEKER)
    hire('c2', [13], { ...BUYER, existingPatient: true })
    hire('c2', [14], { ...BUYER, crisis: true })
    hire('c2', [15], { ...BUYER, doNotProfile: true })
    hire('c2', [16], { ...BUYER, ageBand: '13-17' })
    const consult = { kind: 'consult-requested', category: 'admissions', at: NOW } as const
    pipeline.crm.put(contact(17), { facts: BUYER, activities: [...DEMO, consult], companyId: 'c2' })

    await pipeline.settle()
    const first = accountOf('c2')
    hire('c2', [18, 19], SEEKER)
    await changed(contact(18), contact(19))

    expect(first).toEqual(accountOf('c1'))
    expect(accountOf('c2')).toEqual(first)
    expect(first?.engagedContacts).toBe(2)
  })

  it('is cleared when the only buyer turns out to seek care', async () => {
    pipeline.crm.put(company('c1'), { facts: EMPLOYER })
    hire('c1', [1])
    await pipeline.settle()
    const before = accountOf('c1')

    hire('c1', [1], SEEKER)
    await changed(contact(1))

    expect(before?.accountScore).toBeGreaterThan(0)
    expect(accountOf('c1')).toEqual({
      accountScore: 0,
      accountTier: 'unqualified',
      engagedContacts: 0,
    })
  })

  it('follows a whole batch of its people with one write', async () => {
    pipeline.crm.put(company('c1'), { facts: EMPLOYER })
    pipeline.crm.put(contact(1), { facts: BUYER, companyId: 'c1' })
    await pipeline.settle()
    const writes = pipeline.crm.calls.write
    const ids = Array.from({ length: 40 }, (_, index) => index + 1)

    hire('c1', ids)
    await changed(...ids.map(contact))

    expect(accountOf('c1')?.engagedContacts).toBe(40)
    expect(pipeline.crm.calls.write).toBe(writes + 2)
  })

  it('changes with the facts of the organisation, by one read', async () => {
    pipeline.crm.put(company('c1'), { facts: { ...EMPLOYER, companySize: 300 } })
    hire('c1', [1, 2])
    await pipeline.settle()
    const small = accountOf('c1')?.accountScore ?? 0
    const { read } = pipeline.crm.calls

    pipeline.crm.put(company('c1'), { facts: { ...EMPLOYER, selfInsured: true } })
    await changed(company('c1'))

    expect(accountOf('c1')?.accountScore).toBeGreaterThan(small)
    expect(pipeline.crm.calls.read).toBe(read + 1)
  })

  it('moves with a person to another organisation, and is less when one is deleted', async () => {
    pipeline.crm.put(company('c1'), { facts: EMPLOYER })
    pipeline.crm.put(company('c2'), { facts: EMPLOYER })
    hire('c1', [1, 2, 3])
    await pipeline.settle()

    hire('c2', [1])
    pipeline.crm.remove(contact(2))
    await changed(contact(1), contact(2))

    expect(accountOf('c1')?.engagedContacts).toBe(1)
    expect(accountOf('c2')?.engagedContacts).toBe(1)
  })

  it('fades by itself, without a call but its writes, until nothing is left', async () => {
    pipeline.crm.put(company('c1'), { facts: EMPLOYER })
    hire('c1', [1, 2])
    await pipeline.settle()
    const calls = { ...pipeline.crm.calls }
    const scores = [accountOf('c1')?.accountScore ?? 0]

    for (const days of [20, 400]) {
      now = NOW + days * DAY
      await pipeline.queue.kick(PORTAL)
      while ((await pipeline.store.intents.due(PORTAL, now, 1)).length > 0) {
        await new Promise((resolve) => setTimeout(resolve, 10))
      }
      await pipeline.settle()
      scores.push(accountOf('c1')?.accountScore ?? -1)
    }

    expect(scores[1]).toBeLessThan(scores[0] ?? 0)
    expect(accountOf('c1')).toEqual({
      accountScore: 0,
      accountTier: 'unqualified',
      engagedContacts: 0,
    })
    expect(pipeline.crm.calls).toEqual({ ...calls, write: pipeline.crm.calls.write })
  })

  it('is not lost when Redis is emptied between its people and itself', async () => {
    pipeline.crm.put(company('c1'), { facts: EMPLOYER })
    hire('c1', [1, 2])
    pipeline.crm.before('write', async () => void (await pipeline.redis.flushall()))

    await pipeline.settle()

    expect(accountOf('c1')?.engagedContacts).toBe(2)
  })

  it('waits for a person where the CRM refuses it, while all others are written', async () => {
    for (const id of ['c1', 'c2', 'c3']) {
      pipeline.crm.put(company(id), { facts: EMPLOYER })
      hire(id, [Number(id.slice(1))])
    }
    pipeline.crm.refuse(company('c2'), 'validation-rule')

    await pipeline.settle()

    const [parked] = await pipeline.store.intents.get(PORTAL, [company('c2')])
    expect(parked).toMatchObject({ parkedCode: 'validation-rule', written: false })
    expect(accountOf('c3')?.engagedContacts).toBe(1)
  })
})
