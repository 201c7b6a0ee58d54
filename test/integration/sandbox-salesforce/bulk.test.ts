import { describe, expect, it } from 'vitest'
import { memoryJournal, type StartedOrg, startOrg } from './start-org.ts'

// Bulk API 2.0 and Bulk API Developer Guide: "Create a Job", "Upload Job Data", "Upload Complete",
// "Get Job Info", "Get Job Successful Record Results", "Get Job Failed Record Results",
// "Prepare CSV Files".

interface Job {
  readonly id: string
  readonly state: string
  readonly numberRecordsProcessed: number
  readonly numberRecordsFailed: number
  readonly errorMessage?: string
}

async function createJob(org: StartedOrg, more: object = {}): Promise<Job> {
  const reply = await org.api('POST', '/jobs/ingest', {
    object: 'Lead',
    operation: 'update',
    contentType: 'CSV',
    lineEnding: 'LF',
    ...more,
  })
  return reply.body as Job
}

const upload = (org: StartedOrg, id: string, csv: string) =>
  org.api('PUT', `/jobs/ingest/${id}/batches`, csv, { 'Content-Type': 'text/csv' })
const complete = (org: StartedOrg, id: string) =>
  org.api('PATCH', `/jobs/ingest/${id}`, { state: 'UploadComplete' })
const poll = async (org: StartedOrg, id: string): Promise<Job> =>
  (await org.api('GET', `/jobs/ingest/${id}`)).body as Job

async function leadIds(org: StartedOrg, count: number): Promise<string[]> {
  return (await org.query(`SELECT Id FROM Lead ORDER BY Id LIMIT ${count}`)).map((row) =>
    String(row['Id']),
  )
}

describe('ingest job', () => {
  it('goes from open to complete and says what became of each record', async () => {
    const org = await startOrg()
    const [a = '', b = '', c = ''] = await leadIds(org, 3)
    const job = await createJob(org)

    const put = await upload(
      org,
      job.id,
      `Id,Title,Age_Band__c\n${a},CHRO,\n${b},#N/A,adult\n${c},x,ancient\n`,
    )
    const closed = (await complete(org, job.id)).body as Job
    const states = [closed.state, (await poll(org, job.id)).state]
    const done = await poll(org, job.id)
    const good = await org.api('GET', `/jobs/ingest/${job.id}/successfulResults`)
    const bad = await org.api('GET', `/jobs/ingest/${job.id}/failedResults`)

    expect(put.status).toBe(201)
    expect([job.state, ...states, done.state]).toEqual([
      'Open',
      'UploadComplete',
      'InProgress',
      'JobComplete',
    ])
    expect(done).toMatchObject({ numberRecordsProcessed: 3, numberRecordsFailed: 1 })
    expect(good.body).toBe(
      `"sf__Id","sf__Created","Id","Title","Age_Band__c"\n"${b}","false","${b}","#N/A","adult"\n"${a}","false","${a}","CHRO",""\n`,
    )
    expect(bad.body).toMatch(/"INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST:.*:Age_Band__c --"/)
    expect(
      await org.query(`SELECT Title FROM Lead WHERE Id IN ('${a}','${b}') ORDER BY Id`),
    ).toMatchObject([{ Title: 'CHRO' }, { Title: null }])
  })

  it('is driven by jsforce from upload to results', async () => {
    const org = await startOrg()
    const conn = await org.connect()
    const ids = await leadIds(org, 20)
    const job = conn.bulk2.createJob({ object: 'Lead', operation: 'update', lineEnding: 'LF' })

    await job.open()
    await job.uploadData(ids.map((Id) => ({ Id, Title: 'Bulk' })))
    await job.close()
    await job.poll(1, 10_000)
    const results = await job.getAllResults()

    expect(results.successfulResults).toHaveLength(20)
    expect(results.failedResults).toHaveLength(0)
    expect(results.unprocessedRecords).toHaveLength(0)
  })

  it('fails as a whole for a column it cannot see or the wrong line ends', async () => {
    const org = await startOrg()
    const [a = ''] = await leadIds(org, 1)
    const run = async (csv: string): Promise<Job> => {
      const job = await createJob(org)
      await upload(org, job.id, csv)
      await complete(org, job.id)
      await poll(org, job.id)
      return poll(org, job.id)
    }

    const column = await run(`Id,Leadwell_Score__c\n${a},5\n`)
    const ends = await run(`Id,Title\r\n${a},x\r\n`)

    expect(column).toMatchObject({
      state: 'Failed',
      errorMessage: expect.stringContaining('Field name not found') as string,
    })
    expect(ends).toMatchObject({
      state: 'Failed',
      errorMessage: expect.stringContaining('LineEnding') as string,
    })
  })

  it('that gives up half-way keeps what it saved and names the rows it never came to', async () => {
    const org = await startOrg()
    const [a = '', b = '', c = ''] = await leadIds(org, 3)
    const job = await createJob(org)
    org.sandbox.bulkJobs.stopNextAfter(1)

    await upload(org, job.id, `Id,Title\n${a},One\n${b},"Two\nlines"\n${c},x\n`)
    await complete(org, job.id)
    await poll(org, job.id)
    const done = await poll(org, job.id)
    const left = await org.api('GET', `/jobs/ingest/${job.id}/unprocessedrecords`)

    expect(done).toMatchObject({ state: 'Failed', numberRecordsProcessed: 1 })
    expect(left.body).toBe(`"Id","Title"\n"${b}","Two\nlines"\n"${c}","x"\n`)
    expect(await org.query("SELECT Id FROM Lead WHERE Title = 'One'")).toHaveLength(1)
  })

  it('takes as many looks as were ordered, each of them a call', async () => {
    const org = await startOrg()
    const [a = ''] = await leadIds(org, 1)
    org.sandbox.bulkJobs.setLooks(3)
    const job = await createJob(org)
    await upload(org, job.id, `Id,Title\n${a},x\n`)
    await complete(org, job.id)

    const states = [await poll(org, job.id), await poll(org, job.id), await poll(org, job.id)]

    expect(states.map(({ state }) => state)).toEqual(['InProgress', 'InProgress', 'JobComplete'])
    expect(org.sandbox.calls()['bulk']).toBe(6)
  })

  it('takes an upload only as CSV', async () => {
    const org = await startOrg()
    const job = await createJob(org)

    const json = await org.api('PUT', `/jobs/ingest/${job.id}/batches`, { Id: 'x' })

    expect(json.status).toBe(415)
    expect((await poll(org, job.id)).state).toBe('Open')
  })

  it('takes one upload, only while open, and can be deleted when it is over', async () => {
    const org = await startOrg()
    const [a = ''] = await leadIds(org, 1)
    const job = await createJob(org)

    await upload(org, job.id, `Id,Title\n${a},x\n`)
    const twice = await upload(org, job.id, `Id,Title\n${a},y\n`)
    const early = await org.api('DELETE', `/jobs/ingest/${job.id}`)
    await complete(org, job.id)
    const late = await upload(org, job.id, 'Id\n')
    const removed = await org.api('DELETE', `/jobs/ingest/${job.id}`)
    const gone = await org.api('GET', `/jobs/ingest/${job.id}`)

    expect([twice, early, late].map(({ status }) => status)).toEqual([400, 400, 400])
    expect([removed.status, gone.status]).toEqual([204, 404])
  })

  it('goes on after a restart where it was', async () => {
    const journal = memoryJournal()
    const org = await startOrg({ journal })
    const [a = ''] = await leadIds(org, 1)
    const job = await createJob(org)
    await upload(org, job.id, `Id,Title\n${a},Restarted\n`)
    await complete(org, job.id)

    const again = await startOrg({ journal })
    await poll(again, job.id)
    const done = await poll(again, job.id)

    expect(done.state).toBe('JobComplete')
    expect(await again.query("SELECT Id FROM Lead WHERE Title = 'Restarted'")).toHaveLength(1)
  })
})
