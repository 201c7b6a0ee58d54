import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createSalesforceConnector } from '#connectors/salesforce/connector.ts'
import type { BulkIntent, BulkProgress, Connector, WriteResult } from '#src/connector-port.ts'
import type { RecordRef } from '#src/ports.ts'
import { callsOf, startOrg, type TestOrg, VALUES } from './org.ts'
import { callApi, refsIn } from './rest-calls.ts'

const PEOPLE = 3_000

let org: TestOrg
let everybody: readonly RecordRef[]
let saved: unknown[]
beforeAll(async () => {
  org = await startOrg(PEOPLE)
  await org.connector.provision({ dryRun: false })
  everybody = await refsIn(org, 'lead')
})
afterAll(() => org.close())
beforeEach(() => {
  saved = []
  org.sandbox.bulkJobs.setLooks(2)
})

const progress = (resume?: unknown): BulkProgress => ({
  resume: resume === undefined ? undefined : JSON.parse(JSON.stringify(resume)),
  save: async (state) => void saved.push(structuredClone(state)),
})
let round = 0
/** Values of their own each time, so that what is read back was written by this very test. */
const some = (count: number, from = 0): BulkIntent[] => {
  round += 1
  const topReason = `Round ${round}, "quoted"`
  return everybody
    .slice(from, from + count)
    .map((ref) => ({ ref, values: { ...VALUES, hold: null, topReason }, first: false }))
}
async function write(
  intents: readonly BulkIntent[],
  resume?: unknown,
  connector: Connector = org.connector,
): Promise<readonly WriteResult[]> {
  return (await connector.bulkWrites?.write(intents, progress(resume))) ?? []
}
const outcomesOf = (results: readonly WriteResult[]): Record<string, number> => {
  const counts: Record<string, number> = {}
  for (const { outcome } of results) counts[outcome] = (counts[outcome] ?? 0) + 1
  return counts
}
async function reasonsOf(intents: readonly BulkIntent[]): Promise<unknown[]> {
  const rows = await Promise.all(
    intents.map(({ ref }) =>
      callApi(
        org,
        'GET',
        `/sobjects/Lead/${ref.id}?fields=Leadwell_Top_Reason__c,Leadwell_Hold__c`,
      ),
    ),
  )
  return rows.map((row) => (row as Record<string, unknown>)['Leadwell_Top_Reason__c'])
}
const jobsOf = async (): Promise<{ id: string; state: string }[]> =>
  ((await callApi(org, 'GET', '/jobs/ingest')) as { records: { id: string; state: string }[] })
    .records
const reasonIn = ([first]: readonly BulkIntent[]): unknown =>
  first !== undefined && 'topReason' in first.values ? first.values.topReason : undefined

/** A process that is killed at its nth wait. */
const killedAt = (nth: number): Connector => {
  let waits = 0
  return createSalesforceConnector({
    ...org.deps,
    sleep: async () => {
      waits += 1
      if (waits === nth) throw new Error('killed')
    },
  })
}

describe('a process killed during a bulk write', () => {
  test('after the upload is gone on with, one job for all', async () => {
    const intents = some(200)
    const before = (await jobsOf()).length
    await expect(write(intents, undefined, killedAt(1))).rejects.toThrow('killed')

    const results = await write(intents, saved.at(-1))

    expect(outcomesOf(results)).toEqual({ written: 200 })
    expect(await jobsOf()).toHaveLength(before + 1)
  })

  test('before the upload leaves an open job: it is aborted and made anew', async () => {
    const intents = some(200)
    const dying: BulkProgress = {
      resume: undefined,
      save: async (state) => {
        saved.push(state)
        throw new Error('killed')
      },
    }
    await expect(org.connector.bulkWrites?.write(intents, dying)).rejects.toThrow('killed')
    const before = await jobsOf()

    const results = await write(intents, saved.at(-1))

    const after = await jobsOf()
    expect(outcomesOf(results)).toEqual({ written: 200 })
    expect(before.at(-1)?.state).toBe('Open')
    expect(after.slice(-2).map(({ state }) => state)).toEqual(['Aborted', 'JobComplete'])
  })

  test.each([
    [1, 'the upload'],
    [2, 'the order to begin'],
  ])('whose call %d, %s, got no answer ends with every row written', async (nth) => {
    const intents = some(120)
    let calls = 0
    const take = async (): Promise<void> => {
      if (calls === nth) org.sandbox.failNext({ kind: 'bulk', odd: 'reset', afterwards: true })
      calls += 1
    }
    const { quota } = org.deps
    const cutOff = createSalesforceConnector({ ...org.deps, quota: { ...quota, take } })
    await expect(write(intents, undefined, cutOff)).rejects.toMatchObject({
      code: 'salesforce-unreachable',
    })

    const results = await write(intents, saved.at(-1))

    expect(outcomesOf(results)).toEqual({ written: 120 })
    expect(new Set(await reasonsOf(intents.slice(0, 5)))).toEqual(new Set([reasonIn(intents)]))
  })

  test('is begun anew where the job is aborted or gone, and with a note nobody can read', async () => {
    const intents = some(50)
    const job = (await callApi(org, 'POST', '/jobs/ingest', {
      object: 'Lead',
      operation: 'update',
      contentType: 'CSV',
      lineEnding: 'LF',
    })) as { id: string }
    await callApi(org, 'PATCH', `/jobs/ingest/${job.id}`, { state: 'Aborted' })
    const running = { job: job.id, rows: 50, whole: true }

    for (const resume of [running, { ...running, job: '750000000000000AAA' }, 'nonsense']) {
      const calls = await callsOf(org, async () => {
        expect(outcomesOf(await write(intents, resume))).toEqual({ written: 50 })
      })
      expect(calls['collectionWrites']).toBeUndefined()
    }
  })
})
