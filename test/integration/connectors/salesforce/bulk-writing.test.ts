import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { type BulkOrg, outcomesOf, reasonIn, startBulkOrg } from './bulk-org.ts'
import { callsOf } from './org.ts'
import { callApi } from './rest-calls.ts'

let org: BulkOrg
beforeAll(async () => {
  org = await startBulkOrg()
})
afterAll(() => org.close())
beforeEach(() => org.reset())

describe('a bulk write', () => {
  test('of a thousand costs five calls and no result file when all went well', async () => {
    const intents = org.some(1_000)

    const calls = await callsOf(org, async () => {
      expect(outcomesOf(await org.write(intents))).toEqual({ written: 1_000 })
    })

    expect(calls).toEqual({ bulk: 3 + 2 })
    expect(await org.reasonsOf(intents.slice(-2))).toEqual(Array(2).fill(reasonIn(intents)))
  })

  test('saves the job before anything is in it, and no id of a record or value', async () => {
    await org.write(org.some(3))

    const kept = JSON.stringify(org.saved)
    expect(org.saved).toHaveLength(1)
    expect(kept).not.toContain(org.everybody[0]?.id)
    expect(kept).not.toContain('Round')
  })

  test('reads what failed row by row, whatever the order, and settles it as a batch would', async () => {
    const intents = org.some(40, 1_000)
    const [deleted, locked, merged, odd] = intents
    if (!deleted || !locked || !merged || !odd) throw new Error('no leads')
    org.sandbox.edits.remove(deleted.ref.id)
    org.sandbox.edits.merge(org.everybody[1_100]?.id ?? '', merged.ref.id)
    org.sandbox.failNext({ id: locked.ref.id, statusCode: 'UNABLE_TO_LOCK_ROW', times: 2 })
    const message = 'Jane Doe: needs a phone: call'
    const statusCode = 'FIELD_CUSTOM_VALIDATION_EXCEPTION'
    org.sandbox.failNext({ id: odd.ref.id, statusCode, message })

    const results = await org.write(intents)

    expect(results.slice(0, 4)).toEqual([
      { ref: deleted.ref, outcome: 'gone' },
      { ref: locked.ref, outcome: 'written' },
      { ref: merged.ref, outcome: 'gone', mergedInto: org.everybody[1_100] },
      { ref: odd.ref, outcome: 'refused', code: statusCode },
    ])
    expect(outcomesOf(results)).toEqual({ gone: 2, refused: 1, written: 37 })
    expect(await org.reasonsOf([locked])).toEqual([reasonIn(intents)])
  })

  test('lets a duplicate pass that only warns: batches can say so, a job cannot', async () => {
    const intents = org.some(5, 1_200)
    const id = intents[2]?.ref.id ?? ''
    org.sandbox.failNext({ id, statusCode: 'DUPLICATES_DETECTED' })

    expect(outcomesOf(await org.write(intents))).toEqual({ written: 5 })
  })

  test('reads the finished rows of a job that failed half-way and writes only the others again', async () => {
    const intents = org.some(500, 1_300)
    org.sandbox.bulkJobs.stopNextAfter(350)

    const calls = await callsOf(org, async () => {
      expect(outcomesOf(await org.write(intents))).toEqual({ written: 500 })
    })

    expect(calls).toMatchObject({ bulk: 3 + 2 + 1, collectionWrites: 1, recordsWritten: 150 })
    expect(new Set(await org.reasonsOf(intents.slice(340, 360)))).toEqual(
      new Set([reasonIn(intents)]),
    )
  })

  test('is written in batches where there are no bulk jobs', async () => {
    org.sandbox.failNext({ kind: 'bulk', status: 403, errorCode: 'API_DISABLED_FOR_ORG' })
    const intents = org.some(1_200, 1_150)

    const calls = await callsOf(org, async () => {
      expect(outcomesOf(await org.write(intents))).toEqual({ written: 1_200 })
    })

    expect(calls).toMatchObject({ bulk: 1, composite: 1, collections: 1, recordsWritten: 1_200 })
    expect(org.warnings.join(' ')).toContain('salesforce-api-disabled')
  })
})

describe('a slow job', () => {
  test('is come back to, never deleted, and not begun again', async () => {
    org.sandbox.bulkJobs.setLooks(5)
    const intents = org.some(300)
    const before = (await org.jobs()).length

    await expect(org.write(intents)).rejects.toMatchObject({
      code: 'salesforce-bulk-running',
      retryAfterMs: 60_000,
    })
    const results = await org.write(intents, org.saved.at(-1))

    expect(outcomesOf(results)).toEqual({ written: 300 })
    expect(await org.jobs()).toHaveLength(before + 1)
  })

  test('answers for those who are still wanted, whoever else was in it', async () => {
    org.sandbox.bulkJobs.setLooks(5)
    const intents = org.some(300)
    const failing = intents[250]
    const statusCode = 'REQUIRED_FIELD_MISSING'
    org.sandbox.failNext({ id: failing?.ref.id ?? '', statusCode })
    await expect(org.write(intents)).rejects.toMatchObject({ code: 'salesforce-bulk-running' })

    const results = await org.write(intents.slice(240, 260), org.saved.at(-1))

    expect(outcomesOf(results)).toEqual({ written: 19, refused: 1 })
    expect(results[10]).toEqual({ ref: failing?.ref, outcome: 'refused', code: statusCode })
  })
})

test('rows the upload did not carry go in batches', async () => {
  const intents = org.some(30)
  const job = (await callApi(org, 'POST', '/jobs/ingest', {
    object: 'Lead',
    operation: 'update',
    contentType: 'CSV',
    lineEnding: 'LF',
  })) as { id: string }
  await callApi(org, 'PATCH', `/jobs/ingest/${job.id}`, { state: 'UploadComplete' })

  const calls = await callsOf(org, async () => {
    const results = await org.write(intents, { job: job.id, rows: 20, whole: false })

    expect(outcomesOf(results)).toEqual({ written: 30 })
  })

  expect(calls).toMatchObject({ recordsWritten: 30 })
})
