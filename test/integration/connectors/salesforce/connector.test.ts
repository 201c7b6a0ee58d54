import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { toLongId } from '#connectors/salesforce/schema/record-id.ts'
import type { Intent, RecordRef, SafeRecord } from '#src/ports.ts'
import { BASE_TIME, callsOf, listAll, poll, startOrg, type TestOrg, VALUES } from './org.ts'

let org: TestOrg
beforeAll(async () => {
  org = await startOrg()
})
afterAll(async () => {
  await org.close()
})

const valuesFor = ({ object }: RecordRef): Intent['values'] =>
  object === 'company'
    ? { accountScore: 64, accountTier: 'sales-ready', engagedContacts: 3 }
    : VALUES
const refOf = ({ object, id }: SafeRecord): RecordRef => ({ object, id })

describe('provisioning', () => {
  test('dry says what it would do and does nothing', async () => {
    const calls = await callsOf(org, async () => {
      const steps = await org.connector.provision({ dryRun: true })

      expect(steps.filter(({ action }) => action === 'create')).toHaveLength(41)
    })

    expect(calls).toEqual({ describe: 3, metadata: 5, token: 1 })
  })

  test('makes the fields visible to us, and a second time only looks', async () => {
    const first = await org.connector.provision({ dryRun: false })
    const calls = await callsOf(org, async () => {
      const second = await org.connector.provision({ dryRun: false })

      expect(new Set(second.map(({ action }) => action))).toEqual(new Set(['keep']))
      expect(second).toHaveLength(first.length)
    })

    expect(calls).toEqual({ describe: 3, metadata: 5, query: 1 })
  })
})

describe('listing', () => {
  test('gives every living record once, as list and read agree', async () => {
    const leads = await listAll(org.connector, 'lead')
    const contacts = await listAll(org.connector, 'contact')
    const companies = await listAll(org.connector, 'company')

    const all = [...companies, ...leads, ...contacts]
    expect(leads.length + contacts.length).toBe(300)
    expect(companies.length).toBeGreaterThan(0)
    expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
    const some = [...leads.slice(0, 50), ...contacts.slice(0, 50)]
    const read = await org.connector.read(some.map(refOf))
    expect(read.missing).toEqual([])
    expect(byId(read.records)).toEqual(byId(some))
  })

  test('brings what happened and the organisation of a contact', async () => {
    const leads = await listAll(org.connector, 'lead')
    const contacts = await listAll(org.connector, 'contact')

    const kinds = new Set(
      [...leads, ...contacts].flatMap(({ activities }) => activities.map(({ kind }) => kind)),
    )
    expect([...kinds].toSorted()).toEqual(
      expect.arrayContaining(['call-connected', 'call-no-answer', 'meeting-booked']),
    )
    expect(contacts.some(({ companyId }) => companyId?.startsWith('001'))).toBe(true)
  })

  test('costs three calls for a page of a few hundred people', async () => {
    const calls = await callsOf(org, () => org.connector.list('lead', undefined))

    expect(calls).toEqual({ query: 2, composite: 1 })
  })

  test('says once which fields this organisation does not show', () => {
    const hidden = org.warnings.filter((line) => line.startsWith('Salesforce fields'))

    expect(new Set(hidden).size).toBe(hidden.length)
  })
})

describe('reading', () => {
  test('names what is not there as missing', async () => {
    const [lead] = await listAll(org.connector, 'lead')
    const absent: RecordRef = { object: 'lead', id: toLongId('00Q5g00000ZZZZZ') ?? '' }
    const nonsense: RecordRef = { object: 'contact', id: "x' OR Id != '" }
    if (lead === undefined) throw new Error('no lead')

    const { records, missing } = await org.connector.read([absent, refOf(lead), nonsense])

    expect(records.map(({ id }) => id)).toEqual([lead.id])
    expect(missing).toEqual([absent, nonsense])
  })

  test('costs two calls for leads and three for whatever else', async () => {
    const people = [
      ...(await listAll(org.connector, 'lead')).slice(0, 50),
      ...(await listAll(org.connector, 'contact')).slice(0, 50),
    ]
    const companies = (await listAll(org.connector, 'company')).slice(0, 5)

    const leads = people.filter(({ object }) => object === 'lead')

    const calls = await callsOf(org, () => org.connector.read(leads.map(refOf)))
    const both = await callsOf(org, () => org.connector.read(people.map(refOf)))
    const more = await callsOf(org, () =>
      org.connector.read([...people.slice(0, 95), ...companies].map(refOf)),
    )

    expect(sum(calls)).toBe(2)
    expect(sum(both)).toBe(3)
    expect(sum(more)).toBe(3)
  })
})

describe('writing', () => {
  test('puts the values on leads, contacts and accounts in one call and in order', async () => {
    const leads = (await listAll(org.connector, 'lead')).slice(0, 2).map(refOf)
    const contacts = (await listAll(org.connector, 'contact')).slice(0, 2).map(refOf)
    const companies = (await listAll(org.connector, 'company')).slice(0, 1).map(refOf)
    const refs = [leads[0], contacts[0], companies[0], leads[1], contacts[1]].filter(
      (ref) => ref !== undefined,
    )

    let results: Awaited<ReturnType<typeof org.connector.write>> = []
    const calls = await callsOf(org, async () => {
      results = await org.connector.write(refs.map((ref) => ({ ref, values: valuesFor(ref) })))
    })

    expect(results).toEqual(refs.map((ref) => ({ ref, outcome: 'written' })))
    expect(calls).toMatchObject({ collections: 1, recordsWritten: 5 })
    expect(await fieldsOf(leads[0]?.id ?? '')).toMatchObject({
      Leadwell_Score__c: 82,
      Leadwell_Tier__c: 'sales_ready',
      Leadwell_Channels__c: 'phone;email',
      Leadwell_Next_Action__c: 'call',
      Leadwell_Hold__c: null,
    })
    const names = 'Leadwell_Account_Score__c,Leadwell_Account_Tier__c,Leadwell_Engaged_Contacts__c'
    expect(await rowOf(companies[0]?.id ?? '', names, 'Account')).toMatchObject({
      Leadwell_Account_Score__c: 64,
      Leadwell_Account_Tier__c: 'sales_ready',
      Leadwell_Engaged_Contacts__c: 3,
    })
  })

  test('costs a call for two hundred people and accounts together', async () => {
    const refs = [
      ...(await listAll(org.connector, 'company')),
      ...(await listAll(org.connector, 'lead')),
      ...(await listAll(org.connector, 'contact')),
    ].map(refOf)

    const calls = await callsOf(org, async () => {
      for (let from = 0; from < refs.length; from += 200) {
        const batch = refs.slice(from, from + 200)
        await org.connector.write(batch.map((ref) => ({ ref, values: valuesFor(ref) })))
      }
    })

    expect(calls).toMatchObject({
      collections: Math.ceil(refs.length / 200),
      recordsWritten: refs.length,
    })
  })

  test('takes every value a model can give', async () => {
    const [lead] = await listAll(org.connector, 'lead')
    if (lead === undefined) throw new Error('no lead')
    const ref = refOf(lead)
    const empty = {
      ...VALUES,
      score: null,
      grade: null,
      tier: null,
      audience: null,
      channels: [],
      hold: 'consent-awaited',
      nextAction: 'follow-crisis-protocol',
      topReason: 'a'.repeat(400),
      handoffNote: 'b'.repeat(3000),
      respondBy: null,
    } as const

    const results = await org.connector.write([{ ref, values: empty }])

    expect(results).toEqual([{ ref, outcome: 'written' }])
  })

  test('tells record by record what went wrong', async () => {
    const [one, two, three] = (await listAll(org.connector, 'lead')).map(refOf)
    if (!one || !two || !three) throw new Error('no leads')
    org.sandbox.failNext({ id: two.id, statusCode: 'UNABLE_TO_LOCK_ROW' })
    org.sandbox.failNext({ id: three.id, statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' })
    const gone: RecordRef = { object: 'lead', id: toLongId('00Q5g00000ZZZZZ') ?? '' }

    const results = await org.connector.write(
      [one, two, three, gone].map((ref) => ({ ref, values: VALUES })),
    )

    expect(results).toEqual([
      { ref: one, outcome: 'written' },
      { ref: two, outcome: 'written' },
      { ref: three, outcome: 'refused', code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION' },
      { ref: gone, outcome: 'gone' },
    ])
  })

  test('keeps going when the answer to a write is lost', async () => {
    const [lead] = (await listAll(org.connector, 'lead')).map(refOf)
    if (!lead) throw new Error('no lead')
    org.sandbox.failNext({
      kind: 'collections',
      status: 503,
      errorCode: 'SERVER_UNAVAILABLE',
      afterwards: true,
    })

    const results = await org.connector.write([{ ref: lead, values: VALUES }])

    expect(results).toEqual([{ ref: lead, outcome: 'written' }])
  })

  test('goes on with a new token when all sessions were ended', async () => {
    const [lead] = (await listAll(org.connector, 'lead')).map(refOf)
    if (!lead) throw new Error('no lead')
    org.sandbox.expireSessions()

    const results = await org.connector.write([{ ref: lead, values: VALUES }])

    expect(results).toEqual([{ ref: lead, outcome: 'written' }])
  })
})

describe('changes', () => {
  test('of our own writes carry the fingerprint we know and touch nobody', async () => {
    const [lead] = await listAll(org.connector, 'lead')
    if (lead === undefined) throw new Error('no lead')
    org.now += 3_600_000
    const start = await poll(org, undefined, org.now)
    org.now += 60_000
    await org.connector.write([{ ref: refOf(lead), values: { ...VALUES, score: 1 } }])
    org.now += 60_000

    const page = await poll(org, start.cursor)

    expect(page.changed).toMatchObject([{ ref: refOf(lead), fingerprint: lead.fingerprint }])
    expect(page.touched).toEqual([])
    expect(page.deleted).toEqual([])
  })

  test('cost two calls when nothing happened', async () => {
    org.now += 3_600_000
    const start = await poll(org, undefined, org.now)

    const calls = await callsOf(org, async () => {
      const page = await poll(org, start.cursor)

      expect(page).toMatchObject({ changed: [], touched: [], deleted: [] })
    })

    expect(calls).toEqual({ composite: 2 })
  })

  test('by a person have a fingerprint of their own', async () => {
    const [lead] = await listAll(org.connector, 'lead')
    if (lead === undefined) throw new Error('no lead')
    org.now += 3_600_000
    const start = await poll(org, undefined, org.now)
    org.now += 1000
    org.sandbox.edits.edit('Lead', lead.id, { DoNotCall: lead.facts['doNotCall'] !== true })

    const page = await poll(org, start.cursor)

    const [fresh] = (await org.connector.read([refOf(lead)])).records
    expect(page.changed).toMatchObject([{ ref: refOf(lead), fingerprint: fresh?.fingerprint }])
    expect(fresh?.fingerprint).not.toBe(lead.fingerprint)
  })

  test('of activities touch their person once, though the overlap reads them again', async () => {
    const [lead] = await listAll(org.connector, 'lead')
    if (lead === undefined) throw new Error('no lead')
    org.now += 3_600_000
    const start = await poll(org, undefined, org.now)
    org.now += 1000
    const task = org.sandbox.edits.create('Task', {
      WhoId: lead.id,
      TaskSubtype: 'Call',
      Status: 'Completed',
      CallDisposition: 'Connected',
    })

    const first = await poll(org, start.cursor)
    const second = await poll(org, first.cursor)

    expect(task.success).toBe(true)
    expect(first.touched).toEqual([refOf(lead)])
    expect(second.touched).toEqual([])
  })

  test('include a meeting that was called off', async () => {
    const [lead] = await listAll(org.connector, 'lead')
    if (lead === undefined) throw new Error('no lead')
    const meeting = org.sandbox.edits.create('Event', {
      WhoId: lead.id,
      Subject: 'x',
      StartDateTime: new Date(org.now + 86_400_000).toISOString(),
      DurationInMinutes: 30,
    })
    org.now += 3_600_000
    const start = await poll(org, undefined, org.now)
    org.now += 1000
    if (!meeting.success) throw new Error('no meeting')
    org.sandbox.edits.remove(meeting.id)

    const page = await poll(org, start.cursor)

    expect(page.touched).toEqual([refOf(lead)])
  })

  test('tell of records deleted, merged away and converted', async () => {
    const [one, two, three, four] = (await listAll(org.connector, 'lead')).slice(-4)
    if (!one || !two || !three || !four) throw new Error('no leads')
    org.now += 3_600_000
    const start = await poll(org, undefined, org.now)
    org.now += 1000
    org.sandbox.edits.remove(one.id)
    org.sandbox.edits.merge(two.id, three.id)
    const { contactId } = org.sandbox.edits.convertLead(four.id)

    const page = await poll(org, start.cursor)

    const gone = page.deleted.map(({ id }) => id)
    expect(gone.toSorted()).toEqual([one.id, three.id, four.id].toSorted())
    // What happened with them went along.
    expect(page.touched.map(({ id }) => id)).toEqual(expect.arrayContaining([two.id, contactId]))
    const read = await org.connector.read([one, three, four].map(refOf))
    expect(read.records).toEqual([])
    const written = await org.connector.write([{ ref: refOf(four), values: VALUES }])
    const mergedInto = { object: 'contact', id: contactId }
    expect(written).toEqual([{ ref: refOf(four), outcome: 'gone', mergedInto }])
  })

  test('include people whose consent changed on their Individual alone', async () => {
    const people = await listAll(org.connector, 'lead')
    const lead = people.find(({ facts }) => facts['doNotProfile'] === true)
    if (lead === undefined) throw new Error('nobody objects to profiling')
    const individualId = String((await rowOf(lead.id, 'IndividualId'))['IndividualId'])
    org.now += 3_600_000
    const start = await poll(org, undefined, org.now)
    org.now += 1000
    org.sandbox.edits.edit('Individual', individualId, { HasOptedOutProfiling: false })

    const page = await poll(org, start.cursor)

    expect(page.changed.map(({ ref }) => ref)).toEqual([refOf(lead)])
    expect(page.changed[0]?.fingerprint).not.toBe(lead.fingerprint)
  })

  test('start over at the given time with a cursor nobody can read', async () => {
    const page = await poll(org, { some: 'thing' }, BASE_TIME + 900 * 86_400_000)

    expect(page.changed).toEqual([])
  })
})

function byId(records: readonly SafeRecord[]): readonly SafeRecord[] {
  return records.toSorted((a, b) => (a.id < b.id ? -1 : 1))
}

async function fieldsOf(id: string): Promise<Record<string, unknown>> {
  return await rowOf(
    id,
    'Leadwell_Score__c,Leadwell_Tier__c,Leadwell_Channels__c,Leadwell_Next_Action__c,Leadwell_Hold__c',
  )
}

/** Read back over REST, not through the connector. */
async function rowOf(id: string, fields: string, type = 'Lead'): Promise<Record<string, unknown>> {
  const { clientId, clientSecret } = org.sandbox
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
  })
  const token = await fetch(`${org.url}/services/oauth2/token`, { method: 'POST', body: form })
  const { access_token: accessToken } = (await token.json()) as { access_token: string }
  const response = await fetch(
    `${org.url}/services/data/v67.0/sobjects/${type}/${id}?fields=${fields}`,
    { headers: { authorization: `Bearer ${accessToken}` } },
  )
  return (await response.json()) as Record<string, unknown>
}

function sum(calls: Readonly<Record<string, number>>): number {
  return Object.values(calls).reduce((all, count) => all + count, 0)
}
