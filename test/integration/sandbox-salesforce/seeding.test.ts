import { describe, expect, it } from 'vitest'
import { normalizeId } from '#sandbox/salesforce/ids.ts'
import { createPopulation } from '#sandbox/seed/create-population.ts'
import { BASE_TIME, memoryJournal, startOrg } from './start-org.ts'

// Object Reference: Lead, Contact, Individual, Task, Event, CampaignMember, OpportunityContactRole,
// "ID Field Type" (15 and 18 characters).

const PEOPLE = 300
const population = createPopulation({ people: PEOPLE, seed: 7, baseTime: BASE_TIME })

describe('the population', () => {
  it('becomes Leads and Contacts as each person is kept', async () => {
    const org = await startOrg({ people: PEOPLE })
    const leads = population.people.filter((person) => person.salesforceObject === 'lead')

    const leadRows = await org.query('SELECT Id, Email, Description FROM Lead ORDER BY Id')
    const contactRows = await org.query('SELECT Id, AccountId FROM Contact')

    expect(leadRows.map((row) => row['Email'])).toEqual(leads.map(({ email }) => email))
    expect(contactRows).toHaveLength(PEOPLE - leads.length)
    expect(contactRows.every((row) => row['AccountId'] !== null)).toBe(true)
  })

  it('keeps who must not be profiled, mailed or called', async () => {
    const org = await startOrg({ people: PEOPLE })
    const count = async (where: string): Promise<number> =>
      (await org.query(`SELECT Id FROM Lead WHERE ${where}`)).length +
      (await org.query(`SELECT Id FROM Contact WHERE ${where}`)).length
    const expected = (test: (person: (typeof population.people)[number]) => boolean): number =>
      population.people.filter(test).length

    expect(await count('Individual.HasOptedOutProfiling = true')).toBe(
      expected((person) => person.doNotProfile),
    )
    expect(await count('HasOptedOutOfEmail = true')).toBe(expected((person) => person.emailOptOut))
    expect(await count('DoNotCall = true')).toBe(expected((person) => person.doNotCall))
    expect(await count('Crisis_Flag__c = true')).toBe(expected((person) => person.crisis))
  })

  it('leaves free text lying about as a trap', async () => {
    const org = await startOrg({ people: PEOPLE })

    const tasks = await org.query("SELECT Description FROM Task WHERE TaskSubtype = 'Call'")
    const leads = await org.query('SELECT Diagnosis_Notes__c FROM Lead')

    expect(tasks.some((row) => row['Description'] !== null)).toBe(true)
    expect(leads.some((row) => row['Diagnosis_Notes__c'] !== null)).toBe(true)
  })

  it('files calls, mails, meetings, webinars and forms where Salesforce keeps them', async () => {
    const org = await startOrg({ people: PEOPLE })
    const count = async (from: string): Promise<number> =>
      (await org.query(`SELECT Id FROM ${from}`)).length
    const happened = (
      test: (activity: (typeof population.people)[number]['activities'][number]) => boolean,
    ): number => population.people.flatMap(({ activities }) => activities).filter(test).length

    expect(await count("Task WHERE TaskSubtype = 'Call'")).toBe(
      happened(({ kind }) => kind === 'call'),
    )
    expect(await count("Task WHERE TaskSubtype = 'Email' AND CallType = null")).toBe(
      happened(({ kind }) => kind === 'email-sent'),
    )
    expect(await count('EmailMessage WHERE Incoming = true')).toBe(
      happened(({ kind }) => kind === 'email-replied'),
    )
    expect(await count('Event')).toBe(
      happened((activity) => activity.kind === 'meeting' && activity.outcome !== 'canceled'),
    )
    expect(
      await count("CampaignMember WHERE Campaign.Type = 'Webinar' AND HasResponded = true"),
    ).toBeGreaterThan(0)
    expect(await count("CampaignMember WHERE Campaign.Type = 'Web Form'")).toBeGreaterThan(0)
    expect(await count('OpportunityContactRole')).toBe(
      population.people.filter(
        ({ deal, salesforceObject }) => deal !== undefined && salesforceObject === 'contact',
      ).length,
    )
  })

  it('gets the same valid ids every time', async () => {
    const [one, two] = [await startOrg(), await startOrg()]

    const first = await one.query('SELECT Id FROM Task ORDER BY Id')
    const second = await two.query('SELECT Id FROM Task ORDER BY Id')

    const ids = first.map((row) => String(row['Id']))
    expect(second.map((row) => row['Id'])).toEqual(ids)
    expect(ids.map(normalizeId)).toEqual(ids)
  })
})

describe('a restart', () => {
  it('brings back every write, new ids going on from the last', async () => {
    const journal = memoryJournal()
    const org = await startOrg({ journal })
    const [row] = await org.query('SELECT Id FROM Lead LIMIT 1')
    const id = String(row?.['Id'])
    const made = await org.api('POST', '/sobjects/Lead', { LastName: 'New', Company: 'B' })
    await org.api('PATCH', `/sobjects/Lead/${id}`, { Title: 'Kept' })
    const snapshot = await org.query(
      'SELECT Id, Title, OwnerId, SystemModstamp FROM Lead ORDER BY Id',
    )

    const again = await startOrg({ journal })
    const next = await again.api('POST', '/sobjects/Lead', { LastName: 'Newer', Company: 'B' })

    const after = await again.query(
      "SELECT Id, Title, OwnerId, SystemModstamp FROM Lead WHERE LastName != 'Newer' ORDER BY Id",
    )
    expect(after).toEqual(snapshot)
    expect((next.body as { id: string }).id > (made.body as { id: string }).id).toBe(true)
  })
})

describe('the control addresses', () => {
  it('count calls, take a target and edit as a salesperson', async () => {
    const org = await startOrg()
    const [row] = await org.query('SELECT Id FROM Lead LIMIT 1')
    const control = (method: string, path: string, body?: object): Promise<Response> =>
      fetch(`${org.url}/_sandbox${path}`, {
        method,
        ...(body === undefined
          ? {}
          : { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }),
      })

    const target = await control('PUT', '/outbound-target', { url: 'http://127.0.0.1:1/om' })
    const edit = await control('POST', '/edits', {
      type: 'Lead',
      id: row?.['Id'],
      values: { Title: 'By hand' },
    })
    await control('PUT', '/outbound-target', { url: null })
    const calls = await control('GET', '/calls')

    expect(target.status).toBe(204)
    expect(await edit.json()).toMatchObject({ success: true })
    expect(await calls.json()).toEqual({ token: 1, query: 1 })
    expect(await org.query("SELECT Id FROM Lead WHERE Title = 'By hand'")).toHaveLength(1)
  })

  it('refuse an order that cannot be read', async () => {
    const org = await startOrg({ people: 3 })

    const broken = await fetch(`${org.url}/_sandbox/faults`, { method: 'POST', body: '{"a":' })
    const empty = await fetch(`${org.url}/_sandbox/faults`, { method: 'POST', body: '{}' })

    expect([broken.status, empty.status]).toEqual([400, 400])
  })
})
