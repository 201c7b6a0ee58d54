import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { eraseCleared } from '#jobs/erase-cleared.ts'
import { forgetRecords } from '#jobs/forget-records.ts'
import { createWriteBulk } from '#jobs/write-bulk.ts'
import type { BulkIntent, BulkProgress, Connector, WriteResult } from '#src/connector-port.ts'
import { TransientError } from '#src/errors.ts'
import { createLog } from '#src/log.ts'
import type { Facts, RecordRef } from '#src/ports.ts'
import { type FaultyWorld, startFaultyWorld } from './hubspot-under-faults.ts'
import { type Pipeline, PORTAL, startPipeline } from './pipeline.ts'

const NOW = Date.parse('2026-11-20T12:00:00Z')
const PEOPLE = 120
/** As long as real ones are: a shorter one is found by chance wherever anything is random. */
const idOf = (number: number): string => String(210_000_000_000 + number)
const contact = (number: number): RecordRef => ({ object: 'contact', id: idOf(number) })
const seeker = { inquiryType: 'self', requestedContact: 'call', emailClass: 'personal' }

describe('very many records', () => {
  let world: FaultyWorld | undefined
  afterEach(async () => await world?.close())

  it('go to HubSpot by one import, and every one shows what was intended', async () => {
    world = await startFaultyWorld(300, { bulkWritesFrom: 200 })
    await world.provision()

    await world.pipeline.settle()

    const { imports = 0, 'batch-update': batches = 0 } = world.sandbox.calls()
    expect(imports).toBeGreaterThan(0)
    // Organisations, too few for an import; and whoever an import row cannot bring about.
    expect(batches).toBeLessThan(4)
    const tally = await world.pipeline.store.intents.tally(PORTAL)
    expect(tally).toMatchObject({ pending: 0, parked: 0 })
    expect(tally.written).toBeGreaterThanOrEqual(300)
  })
})

/** A CRM whose bulk way is scripted: each call takes the next turn. */
type Turn = (intents: readonly BulkIntent[], progress: BulkProgress) => Promise<'done' | Error>

describe('a bulk write', () => {
  let pipeline: Pipeline
  let turns: Turn[]
  let now: number
  const seen: { ids: string[]; resume: unknown }[] = []

  beforeEach(async () => {
    now = NOW
    seen.length = 0
    turns = []
    pipeline = await startPipeline(
      () => now,
      () => Promise.resolve(withBulk()),
    )
    for (let id = 1; id <= PEOPLE; id += 1) pipeline.crm.put(contact(id), { facts: seeker })
  })
  afterEach(() => pipeline.close())

  const withBulk = (): Connector => ({
    ...pipeline.crm.connector,
    bulkWrites: {
      from: PEOPLE,
      most: 1_000,
      write: async (intents, progress) => {
        seen.push({ ids: intents.map(({ ref }) => ref.id), resume: progress.resume })
        const outcome = (await turns.shift()?.(intents, progress)) ?? 'done'
        if (outcome !== 'done') throw outcome
        const results: WriteResult[] = []
        for (const intent of intents) {
          results.push(...(await pipeline.crm.connector.write([intent])))
        }
        return results
      },
    },
  })
  const stillRunning: Turn = async (_intents, progress) => {
    await progress.save({ job: 'j1' })
    return new TransientError('fake-import-running', 'Still at work', 0)
  }
  const killed: Turn = async (_intents, progress) => {
    await progress.save({ job: 'j1' })
    return new Error('killed')
  }

  it('goes on with what it reserved after the process was killed, and writes nobody twice', async () => {
    turns = [killed]

    await pipeline.settle()

    expect(seen.map(({ ids, resume }) => [ids.length, resume])).toEqual([
      [PEOPLE, undefined],
      [PEOPLE, { job: 'j1' }],
    ])
    expect((await pipeline.store.intents.tally(PORTAL)).written).toBe(PEOPLE)
    expect(pipeline.crm.calls.write).toBe(PEOPLE)
  })

  it('lets a person who changes meanwhile be written by what is true in the end', async () => {
    turns = [
      async (intents, progress) => {
        pipeline.crm.put(contact(7), { facts: { inquiryType: 'job-seeker' } })
        await pipeline.store.marks.mark(PORTAL, [contact(7)], 'event')
        await pipeline.queue.kick(PORTAL)
        await until(async () => (await pipeline.store.marks.pending(PORTAL)).waiting === 0)
        return await stillRunning(intents, progress)
      },
    ]

    await pipeline.settle()

    const [intent] = await pipeline.store.intents.get(PORTAL, [contact(7)])
    expect(pipeline.crm.valuesOf(contact(7))).toEqual(intent?.values)
    expect(seen.at(-1)?.ids).not.toContain(idOf(7))
  })

  it('lets nobody keep values that were taken back while they were on their way', async () => {
    await pipeline.settle()
    const before = pipeline.crm.valuesOf(contact(7))
    const putAll = async (facts: Facts, ids: readonly number[]): Promise<void> => {
      for (const id of ids) pipeline.crm.put(contact(id), { facts })
      await pipeline.store.marks.mark(PORTAL, ids.map(contact), 'bulk')
    }
    turns = [
      async (intents, progress) => {
        await pipeline.crm.connector.write(intents)
        await putAll(seeker, [7])
        await pipeline.queue.kick(PORTAL)
        await until(async () => (await pipeline.store.marks.pending(PORTAL)).waiting === 0)
        return await stillRunning(intents, progress)
      },
    ]
    await putAll(
      { inquiryType: 'job-seeker' },
      Array.from({ length: PEOPLE }, (_, index) => index + 1),
    )

    await pipeline.settle()

    expect(seen.length).toBe(3)
    expect(pipeline.crm.valuesOf(contact(7))?.score).toBe(before?.score)
    expect(pipeline.crm.valuesOf(contact(8))?.score).not.toBe(before?.score)
  })

  it('empties again who was forgotten while older values were on their way', async () => {
    turns = [
      async (intents, progress) => {
        await forgetRecords(pipeline.store, PORTAL, [contact(7)], 'forget-requested')
        await pipeline.queue.kick(PORTAL)
        const cleared = (): boolean => pipeline.crm.valuesOf(contact(7))?.handoffNote === null
        await until(() => Promise.resolve(cleared()))
        await eraseCleared(pipeline.store, PORTAL)
        // The CRM gets round to the older row only now.
        const older = intents.find(({ ref }) => ref.id === idOf(7))
        if (older !== undefined) await pipeline.crm.connector.write([older])
        return await stillRunning(intents, progress)
      },
    ]

    await pipeline.settle()

    expect(pipeline.crm.valuesOf(contact(7))).toMatchObject({ score: null, handoffNote: null })
    await until(async () => (await pipeline.store.erasure.remains(PORTAL, contact(7))).length === 0)
  })

  it('is not begun for a few', async () => {
    await pipeline.settle()
    const before = seen.length
    pipeline.crm.put(contact(7), { facts: { inquiryType: 'job-seeker' } })
    await pipeline.store.marks.mark(PORTAL, [contact(7)], 'event')

    await pipeline.settle()

    expect(before).toBe(1)
    expect(seen.length).toBe(1)
  })

  it('asks no sooner than the CRM said', async () => {
    turns = [
      async (_intents, progress) => {
        await progress.save({ job: 'j1' })
        return new TransientError('fake-import-running', 'Still at work', 30_000)
      },
    ]
    const settled = pipeline.settle()
    await until(async () => {
      const cursor = await pipeline.store.cursors.get(PORTAL, 'write-bulk')
      return Object(cursor).nextAt > NOW
    })
    const handler = createWriteBulk({
      ...({} as Parameters<typeof createWriteBulk>[0]),
      store: pipeline.store,
      queue: pipeline.queue,
      log: createLog({ level: 'silent' }),
      now: () => now,
      connectorFor: () => Promise.resolve(withBulk()),
    })
    await handler({ portal: PORTAL }, { signal: new AbortController().signal })
    expect(seen.length).toBe(1)

    now += 30_000
    await settled
    expect(seen.length).toBe(2)
  })
})

async function until(isSo: () => Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 5))
}
