import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createSalesforceConnector } from '#connectors/salesforce/connector.ts'
import type { Intent, RecordRef } from '#src/ports.ts'
import { callsOf, startOrg, type TestOrg } from './org.ts'
import { queryRows, refsIn } from './rest-calls.ts'
import { intentOf, take, takeOne } from './unused-records.ts'

const PEOPLE = 1_300

let org: TestOrg
let leads: RecordRef[]
let contacts: RecordRef[]
beforeAll(async () => {
  org = await startOrg(PEOPLE)
  await org.connector.provision({ dryRun: false })
  leads = await refsIn(org, 'lead')
  contacts = await refsIn(org, 'contact')
})
afterAll(() => org.close())

const intents = (refs: readonly RecordRef[]): Intent[] => refs.map((ref) => intentOf(ref))
const WRITTEN = { outcome: 'written' }
async function ownerOf({ id }: RecordRef): Promise<unknown> {
  return (await queryRows(org, `SELECT OwnerId FROM Lead WHERE Id = '${id}'`))[0]?.['OwnerId']
}

describe('calls', () => {
  test('a thousand leads, contacts and accounts cost one', async () => {
    const companies = await refsIn(org, 'company')
    const refs = [...companies, ...contacts, ...leads].slice(0, 1_000)

    const calls = await callsOf(org, async () => {
      const results = await org.connector.write(intents(refs))

      expect(results).toEqual(refs.map((ref) => ({ ref, outcome: 'written' })))
    })

    expect(calls).toEqual({ composite: 1, collectionWrites: 5, recordsWritten: 1_000 })
  })

  test('a hundred and thirty-seven that changed cost one', async () => {
    const refs = [...contacts.slice(0, 100), ...leads.slice(0, 37)]

    const calls = await callsOf(org, () => org.connector.write(intents(refs)))

    expect(calls).toEqual({ collections: 1, collectionWrites: 1, recordsWritten: 137 })
  })

  test('ten thousand cost ten: the bound of five collections a call', async () => {
    const big = await startOrg(10_050)
    await big.connector.provision({ dryRun: false })
    const people = [...(await refsIn(big, 'lead')), ...(await refsIn(big, 'contact'))].slice(
      0,
      10_000,
    )
    const size = big.connector.writeBatchSize

    const calls = await callsOf(big, async () => {
      for (let start = 0; start < people.length; start += size) {
        await big.connector.write(intents(people.slice(start, start + size)))
      }
    })
    await big.close()

    expect(calls).toEqual({ composite: 10, collectionWrites: 50, recordsWritten: 10_000 })
  })

  test('a lead keeps its owner, in a collection, in five and on its own', async () => {
    const [single, many, alone] = take(leads, 3)
    if (!single || !many || !alone) throw new Error('no leads')
    const before = await Promise.all([single, many, alone].map(ownerOf))
    org.sandbox.failNext({ id: alone.id, statusCode: 'UNABLE_TO_LOCK_ROW' })

    await org.connector.write(intents([single]))
    await org.connector.write(intents([many, alone, ...contacts.slice(0, 250)]))

    expect(await Promise.all([single, many, alone].map(ownerOf))).toEqual(before)
  })
})

describe('a locked row', () => {
  test('is tried again on its own after a while, the others are not sent twice', async () => {
    const [locked, other] = take(leads, 2)
    if (!locked || !other) throw new Error('no leads')
    org.sandbox.failNext({ id: locked.id, statusCode: 'UNABLE_TO_LOCK_ROW', times: 2 })
    const slept: number[] = []
    const connector = createSalesforceConnector({
      ...org.deps,
      sleep: async (ms) => void slept.push(ms),
    })

    const calls = await callsOf(org, async () => {
      const results = await connector.write(intents([locked, other]))

      expect(results).toMatchObject([WRITTEN, WRITTEN])
    })

    expect(calls).toMatchObject({ collections: 1, composite: 2, recordsWritten: 2 })
    expect(slept).toEqual([2_000, 6_000])
  })

  test('that stays locked, or many at once, are left to the queue', async () => {
    const stuck = takeOne(leads)
    const many = leads.slice(0, 150)
    org.sandbox.failNext({ id: stuck.id, statusCode: 'UNABLE_TO_LOCK_ROW', times: 4 })

    const alone = await org.connector.write(intents([stuck]))
    for (const { id } of many) org.sandbox.failNext({ id, statusCode: 'UNABLE_TO_LOCK_ROW' })
    const calls = await callsOf(org, async () => {
      const results = await org.connector.write(intents(many))

      expect(new Set(results.map(({ outcome }) => outcome))).toEqual(new Set(['retry']))
    })

    expect(alone).toEqual([{ ref: stuck, outcome: 'retry', code: 'UNABLE_TO_LOCK_ROW' }])
    expect(calls['composite']).toBeUndefined()
  })

  test('inside the customer automation is one too', async () => {
    const ref = takeOne(leads)
    const message =
      'LeadTrigger: System.DmlException: Update failed. First exception on row 0; first error: UNABLE_TO_LOCK_ROW, unable to obtain exclusive access'
    const statusCode = 'CANNOT_INSERT_UPDATE_ACTIVATE_ENTITY'
    org.sandbox.failNext({ id: ref.id, statusCode, message })

    expect(await org.connector.write(intents([ref]))).toMatchObject([WRITTEN])
  })

  test('by an approval comes back in hours, not in seconds', async () => {
    const ref = takeOne(leads)
    org.sandbox.failNext({ id: ref.id, statusCode: 'ENTITY_IS_LOCKED' })

    expect(await org.connector.write(intents([ref]))).toEqual([
      { ref, outcome: 'retry', code: 'ENTITY_IS_LOCKED', retryAfterMs: 7_200_000 },
    ])
  })
})
