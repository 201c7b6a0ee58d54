import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { forgottenMeanwhile } from '#jobs/forgotten-meanwhile.ts'
import { eraseRecord } from '#src/erase-record.ts'
import { createLog } from '#src/log.ts'
import type { IntentValues, RecordRef } from '#src/ports.ts'
import { type Pipeline, PORTAL, startPipeline } from './pipeline.ts'

const NOW = Date.parse('2026-11-20T12:00:00Z')
const YEAR_MS = 365 * 86_400_000
const contact = (id: number | string): RecordRef => ({ object: 'contact', id: String(id) })
const seeker = { inquiryType: 'self', requestedContact: 'call', emailClass: 'personal' }
const ANNA = contact(7_700_001)
const BEN = contact(7_700_002)

describe('what the pipeline keeps, sends and forgets', () => {
  let pipeline: Pipeline
  let now = NOW

  beforeEach(async () => {
    now = NOW
    pipeline = await startPipeline(() => now)
    pipeline.crm.put(ANNA, { facts: { ...seeker, createdAt: NOW - 86_400_000 } })
    pipeline.crm.put(BEN, { facts: { ...seeker, createdAt: NOW - 86_400_000 } })
    await pipeline.settle()
  })
  afterEach(() => pipeline.close())

  const change = async (ref: RecordRef, facts: Record<string, string | number | boolean>) => {
    pipeline.crm.put(ref, { facts: { ...seeker, ...facts } })
    await pipeline.store.marks.mark(PORTAL, [ref], 'event')
    await pipeline.settle()
  }
  const isEmpty = (values: IntentValues | undefined) =>
    Object.values(values ?? { score: 1 }).every((value) => value === null || String(value) === '')

  it('empties the CRM record of who asks to be forgotten and keeps no row that names them', async () => {
    expect(pipeline.crm.valuesOf(ANNA)?.score).toBeGreaterThan(0)

    await change(ANNA, { shouldForget: true })
    await untilGone(pipeline, ANNA)

    expect(isEmpty(pipeline.crm.valuesOf(ANNA))).toBe(true)
    expect(await pipeline.store.erasure.remains(PORTAL, ANNA)).toEqual([])
    expect(pipeline.crm.valuesOf(BEN)?.score).toBeGreaterThan(0)
  })

  it('scores them again only once the CRM says that the request no longer stands', async () => {
    await change(ANNA, { shouldForget: true })
    await untilGone(pipeline, ANNA)

    await change(ANNA, { shouldForget: true })
    const still = await pipeline.store.records.get(PORTAL, [ANNA])
    await change(ANNA, { shouldForget: false })

    expect(still).toEqual([])
    expect(pipeline.crm.valuesOf(ANNA)?.score).toBeGreaterThan(0)
  })

  it('does not bring back who was erased while the CRM was still being read', async () => {
    pipeline.crm.before('read', async () => {
      await pipeline.store.erasure.forget(PORTAL, [ANNA], 'privacy-deletion')
    })

    await pipeline.store.marks.mark(PORTAL, [ANNA], 'event')
    await pipeline.settle()
    await pipeline.store.marks.mark(PORTAL, [ANNA], 'event')
    await pipeline.settle()

    expect(await pipeline.store.erasure.remains(PORTAL, ANNA)).toEqual([])
  })

  it.each([
    ['empties', false],
    ['empties, once Redis and what was in hand are lost,', true],
  ])(
    '%s the record of who is erased while older values are on their way to it',
    async (_how, lost) => {
      let letGo = (): void => undefined
      const onItsWay = new Promise<void>((resolve) => {
        pipeline.crm.before('write', async () => {
          resolve()
          await new Promise<void>((go) => {
            letGo = go
          })
        })
      })
      const changing = change(ANNA, { requestedContact: 'email' })
      await onItsWay

      const { queue, store } = pipeline
      const log = createLog({ level: 'silent' })
      const connectorFor = () => Promise.resolve(pipeline.crm.connector)
      const { cleared } = await eraseRecord({ queue, store, log, connectorFor }, PORTAL, ANNA)
      if (lost) await pipeline.redis.flushall()
      letGo()
      await changing
      await pipeline.settle()
      await untilGone(pipeline, ANNA)

      expect(cleared).toBe(false)
      expect(isEmpty(pipeline.crm.valuesOf(ANNA))).toBe(true)
    },
  )

  it('sends nothing of who was forgotten between the claim and the call', async () => {
    pipeline.crm.put(ANNA, { facts: { ...seeker, requestedContact: 'email' } })
    await pipeline.store.marks.mark(PORTAL, [ANNA], 'event')
    const [intent] = await pipeline.store.intents.get(PORTAL, [ANNA])
    if (intent === undefined) throw new Error('not scored')
    const pending = { ...intent, lane: 'event', hash: '', first: false, intendedAt: now } as const
    const other = { ...pending, ref: BEN }

    await pipeline.store.erasure.forget(PORTAL, [ANNA], 'privacy-deletion')

    expect(await forgottenMeanwhile(pipeline.store, PORTAL, [pending, other])).toEqual([pending])
  })

  it('clears the score of who may not be profiled any more', async () => {
    await change(ANNA, { doNotProfile: true })

    expect(pipeline.crm.valuesOf(ANNA)).toMatchObject({
      score: null,
      tier: null,
      grade: null,
      topReason: null,
      hold: 'do-not-profile',
    })
  })

  it('keeps of a child the age band and nothing else', async () => {
    await change(ANNA, { ageBand: 'under-13', verification: 'verified' })

    const [kept] = await pipeline.store.records.get(PORTAL, [ANNA])
    expect(kept).toMatchObject({ facts: { ageBand: 'under-13' }, activities: [], fingerprint: '' })
    expect(Object.keys(kept?.facts ?? {})).toEqual(['ageBand'])
    expect(pipeline.crm.valuesOf(ANNA)).toMatchObject({
      score: null,
      hold: 'another-team',
      channels: [],
    })
  })

  it('holds back a text that tells who somebody is, and sends everything else', async () => {
    const values = pipeline.crm.valuesOf(ANNA) as IntentValues
    const telling = { ...values, handoffNote: 'Call Jane Doe, 555-201-0142, about her lithium.' }
    const intents = [{ ref: ANNA, values: telling, nextChangeAt: undefined }]

    await pipeline.store.intents.intend(PORTAL, intents, 'event')
    await change(BEN, { requestedContact: 'email' })

    const [held] = await pipeline.store.intents.get(PORTAL, [ANNA])
    expect(held).toMatchObject({ written: false, parkedCode: 'text-withheld' })
    expect(pipeline.crm.valuesOf(ANNA)?.handoffNote).toBe(values.handoffNote)
    const [withheld] = (await pipeline.store.ledger.about(PORTAL, ANNA)).slice(-1)
    expect(withheld?.entry).toMatchObject({ kind: 'withheld', detail: { code: 'text-withheld' } })
  })

  it('lets go of records that have been kept as long as they may', async () => {
    now = NOW + 9 * YEAR_MS

    await pipeline.queue.add('apply-retention', { portal: PORTAL })
    await untilGone(pipeline, ANNA)
    await untilGone(pipeline, BEN)

    expect(isEmpty(pipeline.crm.valuesOf(ANNA))).toBe(true)
    expect(await pipeline.store.erasure.remains(PORTAL, BEN)).toEqual([])
  })

  it('puts no id of a record into Redis', async () => {
    await change(ANNA, { requestedContact: 'email' })
    const keys = await pipeline.redis.keys('*')
    const dumps = await Promise.all(keys.map((key) => pipeline.redis.dumpBuffer(key)))

    const held = Buffer.concat(dumps.filter((dump) => dump !== null)).toString('latin1')
    expect(keys.length).toBeGreaterThan(0)
    expect(`${keys.join()} ${held}`).not.toContain('770000')
  })

  it('can tell afterwards what was read, decided and sent, in a chain that holds', async () => {
    const entries = await pipeline.store.ledger.about(PORTAL, ANNA)

    expect(entries.map(({ entry }) => entry.kind)).toEqual(['read', 'decided', 'sent'])
    expect(entries[1]?.ground).toEqual({
      model: expect.stringMatching(/^individual@\d+$/),
      codes: ['requested-contact'],
    })
    expect(entries[2]?.digest).toBe(entries[1]?.digest)
    expect(await pipeline.store.ledger.verify(PORTAL)).toEqual({ entries: expect.any(Number) })
  })
})

/** The intent that empties the CRM record goes once it is written. */
async function untilGone({ store, queue }: Pipeline, ref: RecordRef): Promise<void> {
  while ((await store.erasure.remains(PORTAL, ref)).length > 0) {
    await queue.add('sweep', {})
    await new Promise((resolve) => setTimeout(resolve, 25))
  }
}
