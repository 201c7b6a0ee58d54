import { afterEach, describe, expect, it } from 'vitest'
import { renderValues } from '#connectors/salesforce/provisioning/properties.ts'
import { dailyUsage } from '#jobs/daily-share.ts'
import { troubleOf } from '#jobs/portal-trouble.ts'
import type { RecordObject, RecordRef } from '#src/ports.ts'
import {
  type FaultyOrg,
  type FaultyOrgOptions,
  type Row,
  startFaultyOrg,
} from './salesforce-under-faults.ts'

const PEOPLE = 220
const DAY_MS = 86_400_000
const POISON = 'FIELD_CUSTOM_VALIDATION_EXCEPTION'

describe('a Salesforce organisation where everything goes wrong', () => {
  let org: FaultyOrg
  afterEach(() => org.close())

  const start = async (options: Partial<FaultyOrgOptions> = {}): Promise<void> => {
    org = await startFaultyOrg({ people: PEOPLE, ...options })
    await org.provision()
  }

  it('converges, writes nothing needlessly and parks what a rule of the customer refuses', async () => {
    await start()
    const leads = await idsOf(org, 'Lead')
    const poisoned = leads[3] ?? ''
    const always = {
      id: poisoned,
      statusCode: POISON,
      message: 'Stop. Call Jane first.',
      times: 99,
    }
    org.sandbox.failNext(always)
    for (const id of leads.slice(10, 25)) {
      org.sandbox.failNext({ id, statusCode: 'UNABLE_TO_LOCK_ROW', times: 2 })
    }
    org.sandbox.failNext({
      kind: 'collections',
      status: 503,
      errorCode: 'SERVER_UNAVAILABLE',
      times: 4,
    })
    org.sandbox.failNext({ kind: 'composite', odd: 'maintenance-page', times: 3 })
    org.sandbox.failNext({ kind: 'query', odd: 'login-page', times: 2 })
    org.sandbox.failNext({ kind: 'query', odd: 'reset', times: 2 })
    org.sandbox.failNext({ kind: 'collections', odd: 'reset', times: 2 })
    org.sandbox.failNext({ kind: 'composite', odd: 'moved' })
    org.sandbox.failNext({ kind: 'collections', status: 401, errorCode: 'INVALID_SESSION_ID' })

    await org.pipeline.settle()

    await org.calm()

    await expectConverged(org, [poisoned])
    expect(org.needlessWrites()).toEqual([])
  })

  it('writes again only what was in the calls whose answer was lost', async () => {
    await start()
    org.sandbox.failNext({ kind: 'collections', odd: 'reset', afterwards: true })

    await org.pipeline.settle()

    await org.calm()

    await expectConverged(org, [])
    const again = org.needlessWrites()
    expect(again.length).toBeGreaterThan(0)
    expect(new Set(again).size).toBe(again.length)
  })

  it('goes on when every token ends, twice, while two processes use the same one', async () => {
    await start()
    const settled = org.pipeline.settle()
    const done = isDone(settled)
    const before = totalCalls(org)
    for (const calls of [1, 9]) {
      await until(() => totalCalls(org) - before >= calls || done())
      org.sandbox.expireSessions()
    }

    await settled

    const { status, statusReason } = await org.pipeline.store.portals.require(org.portal)
    expect([status, statusReason]).toEqual(['connected', undefined])
    await org.calm()
    await expectConverged(org, [])
    expect(org.needlessWrites()).toEqual([])
  })

  it('waits when the organisation has used up its day, says so, and then writes the rest', async () => {
    await start()
    org.sandbox.failNext({
      kind: 'collections',
      status: 403,
      errorCode: 'REQUEST_LIMIT_EXCEEDED',
      message: 'TotalRequests Limit exceeded.',
    })
    const settled = org.pipeline.settle()

    const code = await troubleCode(org)
    const usage = await dailyUsage({ redis: org.pipeline.redis, now: org.now }, org.portal)
    const callsWhilePaused = totalCalls(org)
    org.skip(DAY_MS)
    await settled

    expect(code).toBe('salesforce-request-limit')
    expect(usage.stoppedBy).toBe('salesforce-request-limit')
    expect(callsWhilePaused).toBeLessThan(totalCalls(org))
    await org.calm()
    await expectConverged(org, [])
    expect(org.needlessWrites()).toEqual([])
  })

  it('lets go of who is deleted, merged or converted while writing', async () => {
    await start()
    const [deleted = '', converted = '', loser = '', master = ''] = await idsOf(org, 'Lead')
    org.sandbox.failNext({
      kind: 'collections',
      status: 503,
      errorCode: 'SERVER_UNAVAILABLE',
      times: 40,
    })
    const settled = org.pipeline.settle()
    await troubleCode(org)
    org.edit(() => {
      org.sandbox.edits.remove(deleted)
      org.sandbox.edits.merge(master, loser)
      org.sandbox.edits.convertLead(converted)
    })
    org.skip(DAY_MS / 24)

    await settled

    const gone = [deleted, loser, converted].map((id): RecordRef => ({ object: 'lead', id }))
    expect(await org.pipeline.store.intents.get(org.portal, gone)).toEqual([])
    await org.calm()
    await expectConverged(org, [])
  })

  it('writes by bulk jobs whose answers get lost, and nothing needlessly', async () => {
    await start({ bulkWritesFrom: 50 })
    org.sandbox.failNext({ kind: 'bulk', odd: 'reset', afterwards: true, times: 2 })
    org.sandbox.failNext({ kind: 'bulk', status: 503, errorCode: 'SERVER_UNAVAILABLE', times: 2 })

    await org.pipeline.settle()

    expect(org.sandbox.calls()['bulk']).toBeGreaterThan(4)
    await org.calm()
    await expectConverged(org, [])
    expect(org.needlessWrites()).toEqual([])
  })

  it('sends again only what a bulk job that failed half-way left undone', async () => {
    await start({ bulkWritesFrom: 50 })
    org.sandbox.bulkJobs.stopNextAfter(40)

    await org.pipeline.settle()

    await org.calm()

    await expectConverged(org, [])
    expect(org.needlessWrites()).toEqual([])
  })

  it('goes on with a bulk job that a stopped process left running', async () => {
    await start({ bulkWritesFrom: 50 })
    org.sandbox.bulkJobs.setLooks(8)
    const settled = org.pipeline.settle()
    await until(async () => {
      const cursor = await org.pipeline.store.cursors.get(org.portal, 'write-bulk')
      return Object(cursor).nextAt > 0
    })

    await org.restart()
    await settled

    await org.calm()

    await expectConverged(org, [])
    expect(org.needlessWrites()).toEqual([])
  })
})

/** Nobody waits, the poisoned are parked with their reason, everyone else shows what was intended. */
async function expectConverged(org: FaultyOrg, poisoned: readonly string[]): Promise<void> {
  const shown = await living(org)
  const refs = [...shown.values()].map(({ ref }) => ref)
  const intents = await org.pipeline.store.intents.get(org.portal, refs)
  const parked = intents.filter(({ parkedCode }) => parkedCode !== undefined)
  const sent = intents.filter(({ parkedCode }) => parkedCode === undefined)
  const wrong = sent.filter(({ ref, values }) => {
    const wanted = renderValues(values)['Leadwell_Score__c'] ?? null
    return shown.get(ref.id)?.score !== wanted
  })

  expect(parked.map(({ ref }) => ref.id)).toEqual(poisoned)
  for (const { parkedCode } of parked) expect(parkedCode).toContain(POISON)
  expect(wrong.map(({ ref }) => ref)).toEqual([])
  expect(sent.length).toBeGreaterThan(PEOPLE * 0.9)
}

async function living(
  org: FaultyOrg,
): Promise<ReadonlyMap<string, { readonly ref: RecordRef; readonly score: unknown }>> {
  const leads = await org.rows(
    'SELECT Id, Leadwell_Score__c FROM Lead WHERE IsDeleted = false AND IsConverted = false',
  )
  const contacts = await org.rows(
    'SELECT Id, Leadwell_Score__c FROM Contact WHERE IsDeleted = false',
  )
  const entry = (object: RecordObject) => (row: Row) => {
    const id = String(row['Id'])
    return [id, { ref: { object, id }, score: row['Leadwell_Score__c'] }] as const
  }
  return new Map([...leads.map(entry('lead')), ...contacts.map(entry('contact'))])
}

async function idsOf(org: FaultyOrg, sobject: 'Lead'): Promise<readonly string[]> {
  const soql = `SELECT Id FROM ${sobject} WHERE IsDeleted = false AND IsConverted = false ORDER BY Id`
  return (await org.rows(soql)).map((row) => String(row['Id']))
}

function totalCalls({ sandbox }: FaultyOrg): number {
  const { collectionWrites: _writes, recordsWritten: _records, ...kinds } = sandbox.calls()
  return Object.values(kinds).reduce((sum, count) => sum + count, 0)
}

/** Whether a promise has ended, for a loop that looks. */
function isDone(settled: Promise<unknown>): () => boolean {
  let done = false
  void settled.finally(() => {
    done = true
  })
  return () => done
}

async function troubleCode({ pipeline, portal }: FaultyOrg): Promise<string | undefined> {
  let code: string | undefined
  await until(async () => {
    code = (await troubleOf(pipeline.store, portal))?.code
    return code !== undefined
  })
  return code
}

async function until(isSo: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isSo())) await new Promise((resolve) => setTimeout(resolve, 5))
}
