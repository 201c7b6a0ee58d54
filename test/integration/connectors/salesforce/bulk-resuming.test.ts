import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createSalesforceConnector } from '#connectors/salesforce/connector.ts'
import type { BulkProgress, Connector } from '#src/connector-port.ts'
import { type BulkOrg, outcomesOf, reasonIn, startBulkOrg } from './bulk-org.ts'
import { callsOf } from './org.ts'
import { callApi } from './rest-calls.ts'

let org: BulkOrg
beforeAll(async () => {
  org = await startBulkOrg()
})
afterAll(() => org.close())
beforeEach(() => org.reset())

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
    const intents = org.some(200)
    const before = (await org.jobs()).length
    await expect(org.write(intents, undefined, killedAt(1))).rejects.toThrow('killed')

    const results = await org.write(intents, org.saved.at(-1))

    expect(outcomesOf(results)).toEqual({ written: 200 })
    expect(await org.jobs()).toHaveLength(before + 1)
  })

  test('before the upload leaves an open job: it is aborted and made anew', async () => {
    const intents = org.some(200)
    const dying: BulkProgress = {
      resume: undefined,
      save: async (state) => {
        org.saved.push(state)
        throw new Error('killed')
      },
    }
    await expect(org.connector.bulkWrites?.write(intents, dying)).rejects.toThrow('killed')
    const before = await org.jobs()

    const results = await org.write(intents, org.saved.at(-1))

    const after = await org.jobs()
    expect(outcomesOf(results)).toEqual({ written: 200 })
    expect(before.at(-1)?.state).toBe('Open')
    expect(after.slice(-2).map(({ state }) => state)).toEqual(['Aborted', 'JobComplete'])
  })

  test.each([
    [1, 'the upload'],
    [2, 'the order to begin'],
  ])('whose call %d, %s, got no answer ends with every row written', async (nth) => {
    const intents = org.some(120)
    let calls = 0
    const take = async (): Promise<void> => {
      if (calls === nth) org.sandbox.failNext({ kind: 'bulk', odd: 'reset', afterwards: true })
      calls += 1
    }
    const { quota } = org.deps
    const cutOff = createSalesforceConnector({ ...org.deps, quota: { ...quota, take } })
    await expect(org.write(intents, undefined, cutOff)).rejects.toMatchObject({
      code: 'salesforce-unreachable',
    })

    const results = await org.write(intents, org.saved.at(-1))

    expect(outcomesOf(results)).toEqual({ written: 120 })
    expect(new Set(await org.reasonsOf(intents.slice(0, 5)))).toEqual(new Set([reasonIn(intents)]))
  })

  test('is begun anew where the job is aborted or gone, and with a note nobody can read', async () => {
    const intents = org.some(50)
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
        expect(outcomesOf(await org.write(intents, resume))).toEqual({ written: 50 })
      })
      expect(calls['collectionWrites']).toBeUndefined()
    }
  })
})
