import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
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

describe('a bulk write', () => {
  test('of a thousand costs five calls and no result file when all went well', async () => {
    const intents = some(1_000)

    const calls = await callsOf(org, async () => {
      expect(outcomesOf(await write(intents))).toEqual({ written: 1_000 })
    })

    expect(calls).toEqual({ bulk: 3 + 2 })
    expect(await reasonsOf(intents.slice(-2))).toEqual(Array(2).fill(reasonIn(intents)))
  })

  test('saves the job before anything is in it, and no id of a record or value', async () => {
    await write(some(3))

    const kept = JSON.stringify(saved)
    expect(saved).toHaveLength(1)
    expect(kept).not.toContain(everybody[0]?.id)
    expect(kept).not.toContain('Round')
  })

  test('reads what failed row by row, whatever the order, and settles it as a batch would', async () => {
    const intents = some(40, 1_000)
    const [deleted, locked, merged, odd] = intents
    if (!deleted || !locked || !merged || !odd) throw new Error('no leads')
    org.sandbox.edits.remove(deleted.ref.id)
    org.sandbox.edits.merge(everybody[1_100]?.id ?? '', merged.ref.id)
    org.sandbox.failNext({ id: locked.ref.id, statusCode: 'UNABLE_TO_LOCK_ROW', times: 2 })
    const message = 'Jane Doe: needs a phone: call'
    const statusCode = 'FIELD_CUSTOM_VALIDATION_EXCEPTION'
    org.sandbox.failNext({ id: odd.ref.id, statusCode, message })

    const results = await write(intents)

    expect(results.slice(0, 4)).toEqual([
      { ref: deleted.ref, outcome: 'gone' },
      { ref: locked.ref, outcome: 'written' },
      { ref: merged.ref, outcome: 'gone', mergedInto: everybody[1_100] },
      { ref: odd.ref, outcome: 'refused', code: statusCode },
    ])
    expect(outcomesOf(results)).toEqual({ gone: 2, refused: 1, written: 37 })
    expect(await reasonsOf([locked])).toEqual([reasonIn(intents)])
  })

  test('lets a duplicate pass that only warns: batches can say so, a job cannot', async () => {
    const intents = some(5, 1_200)
    const id = intents[2]?.ref.id ?? ''
    org.sandbox.failNext({ id, statusCode: 'DUPLICATES_DETECTED' })

    expect(outcomesOf(await write(intents))).toEqual({ written: 5 })
  })

  test('reads the finished rows of a job that failed half-way and writes only the others again', async () => {
    const intents = some(500, 1_300)
    org.sandbox.bulkJobs.stopNextAfter(350)

    const calls = await callsOf(org, async () => {
      expect(outcomesOf(await write(intents))).toEqual({ written: 500 })
    })

    expect(calls).toMatchObject({ bulk: 3 + 2 + 1, collectionWrites: 1, recordsWritten: 150 })
    expect(new Set(await reasonsOf(intents.slice(340, 360)))).toEqual(new Set([reasonIn(intents)]))
  })

  test('is written in batches where there are no bulk jobs', async () => {
    org.sandbox.failNext({ kind: 'bulk', status: 403, errorCode: 'API_DISABLED_FOR_ORG' })
    const intents = some(1_200, 1_150)

    const calls = await callsOf(org, async () => {
      expect(outcomesOf(await write(intents))).toEqual({ written: 1_200 })
    })

    expect(calls).toMatchObject({ bulk: 1, composite: 1, collections: 1, recordsWritten: 1_200 })
    expect(org.warnings.join(' ')).toContain('salesforce-api-disabled')
  })
})

describe('a slow job', () => {
  test('is come back to, never deleted, and not begun again', async () => {
    org.sandbox.bulkJobs.setLooks(5)
    const intents = some(300)
    const before = (await jobsOf()).length

    await expect(write(intents)).rejects.toMatchObject({
      code: 'salesforce-bulk-running',
      retryAfterMs: 60_000,
    })
    const results = await write(intents, saved.at(-1))

    expect(outcomesOf(results)).toEqual({ written: 300 })
    expect(await jobsOf()).toHaveLength(before + 1)
  })

  test('answers for those who are still wanted, whoever else was in it', async () => {
    org.sandbox.bulkJobs.setLooks(5)
    const intents = some(300)
    const failing = intents[250]
    const statusCode = 'REQUIRED_FIELD_MISSING'
    org.sandbox.failNext({ id: failing?.ref.id ?? '', statusCode })
    await expect(write(intents)).rejects.toMatchObject({ code: 'salesforce-bulk-running' })

    const results = await write(intents.slice(240, 260), saved.at(-1))

    expect(outcomesOf(results)).toEqual({ written: 19, refused: 1 })
    expect(results[10]).toEqual({ ref: failing?.ref, outcome: 'refused', code: statusCode })
  })
})

test('rows the upload did not carry go in batches', async () => {
  const intents = some(30)
  const job = (await callApi(org, 'POST', '/jobs/ingest', {
    object: 'Lead',
    operation: 'update',
    contentType: 'CSV',
    lineEnding: 'LF',
  })) as { id: string }
  await callApi(org, 'PATCH', `/jobs/ingest/${job.id}`, { state: 'UploadComplete' })

  const calls = await callsOf(org, async () => {
    const results = await write(intents, { job: job.id, rows: 20, whole: false })

    expect(outcomesOf(results)).toEqual({ written: 30 })
  })

  expect(calls).toMatchObject({ recordsWritten: 30 })
})
