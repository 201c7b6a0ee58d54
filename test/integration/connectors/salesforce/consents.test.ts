import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SafeRecord } from '#src/ports.ts'
import { callsOf, listAll, poll, startOrg, type TestOrg } from './org.ts'

const HOUR_MS = 3_600_000

let org: TestOrg
beforeEach(async () => {
  org = await startOrg()
})
afterEach(async () => {
  await org.close()
})

const listPeople = async (): Promise<readonly SafeRecord[]> => [
  ...(await listAll(org.connector, 'lead')),
  ...(await listAll(org.connector, 'contact')),
]

function firstWith(people: readonly SafeRecord[], fact: string, value: unknown): SafeRecord {
  const found = people.find(({ facts }) => facts[fact] === value)
  if (found === undefined) throw new Error(`nobody with ${fact}`)
  return found
}

async function individualOf({ object, id }: SafeRecord): Promise<string> {
  const type = object === 'lead' ? 'Lead' : 'Contact'
  const rows = await query(`SELECT IndividualId FROM ${type} WHERE Id = '${id}'`)
  return String(rows[0]?.['IndividualId'])
}

test('consents beside a person, of all kinds, are told alike by list, read and changes', async () => {
  const people = await listPeople()

  const { records } = await org.connector.read(
    people.slice(0, 100).map(({ object, id }) => ({ object, id })),
  )
  const { changed } = await poll(org, undefined, 0)

  const statuses = new Set(people.map(({ facts }) => facts['emailConsent']))
  expect(statuses).toEqual(new Set([undefined, 'opt-in', 'opt-out', 'expired']))
  expect(people.some(({ facts }) => facts['doNotTrack'] === true)).toBe(true)
  const known = new Map(people.map(({ id, fingerprint }) => [id, fingerprint]))
  for (const { id, fingerprint } of records) expect(fingerprint).toBe(known.get(id))
  const told = changed.filter(({ ref }) => known.has(ref.id))
  expect(told).toHaveLength(people.length)
  for (const { ref, fingerprint } of told) expect(fingerprint).toBe(known.get(ref.id))
})

test('a refusal filed beside a person changes that person, and a poll for it costs a call more', async () => {
  const person = firstWith(await listPeople(), 'phoneConsent', 'opt-in')
  const individual = await individualOf(person)
  org.now += HOUR_MS
  const start = await poll(org, undefined, org.now)
  org.now += 60_000
  org.sandbox.edits.create('ContactPointTypeConsent', {
    Name: 'Phone consent',
    PartyId: individual,
    ContactPointType: 'Phone',
    PrivacyConsentStatus: 'OptOut',
    EffectiveFrom: new Date(org.now).toISOString(),
  })

  let page = start
  const calls = await callsOf(org, async () => {
    page = await poll(org, start.cursor)
  })
  const { records } = await org.connector.read([{ object: person.object, id: person.id }])
  const again = await poll(org, page.cursor)

  expect(calls).toEqual({ composite: 3 })
  expect(records[0]?.facts).toMatchObject({ phoneConsent: 'opt-out' })
  expect(page.changed).toEqual([
    {
      ref: { object: person.object, id: person.id },
      fingerprint: records[0]?.fingerprint,
    },
  ])
  expect(again.changed.map(({ fingerprint }) => fingerprint)).toEqual(
    again.changed.map(() => records[0]?.fingerprint),
  )
})

test('a consent taken out of the organisation changes its person', async () => {
  const person = firstWith(await listPeople(), 'emailConsent', 'opt-out')
  const individual = await individualOf(person)
  const rows = await query(
    `SELECT Id FROM ContactPointTypeConsent WHERE PartyId = '${individual}' AND ContactPointType = 'Email'`,
  )
  org.now += HOUR_MS
  const start = await poll(org, undefined, org.now)
  org.now += 60_000
  for (const row of rows) org.sandbox.edits.remove(String(row['Id']))

  const page = await poll(org, start.cursor)

  expect(page.changed.map(({ ref }) => ref.id)).toEqual([person.id])
  expect(page.changed[0]?.fingerprint).not.toBe(person.fingerprint)
})

test('a consent that runs out between two polls changes its person, though nobody touched it', async () => {
  const people = await listPeople()
  const person = firstWith(people, 'phoneConsent', 'opt-in')
  const individual = await individualOf(person)
  const [row] = await query(
    `SELECT Id FROM ContactPointTypeConsent WHERE PartyId = '${individual}' AND ContactPointType = 'Phone'`,
  )
  org.sandbox.edits.edit('ContactPointTypeConsent', String(row?.['Id']), {
    EffectiveTo: new Date(org.now + 5 * HOUR_MS).toISOString(),
  })
  org.now += 4 * HOUR_MS
  const start = await poll(org, undefined, org.now)
  org.now += 2 * HOUR_MS

  const page = await poll(org, start.cursor)
  const { records } = await org.connector.read([{ object: person.object, id: person.id }])

  expect(page.changed.map(({ ref }) => ref.id)).toEqual([person.id])
  expect(records[0]?.facts).toMatchObject({ phoneConsent: 'expired' })
  expect(page.changed[0]?.fingerprint).toBe(records[0]?.fingerprint)
})

test('a consent that runs out minutes after it was filed is told a second time', async () => {
  const person = firstWith(await listPeople(), 'phoneConsent', 'opt-in')
  const individual = await individualOf(person)
  org.now += HOUR_MS
  const start = await poll(org, undefined, org.now)
  org.now += 60_000
  org.sandbox.edits.create('ContactPointTypeConsent', {
    Name: 'Phone consent',
    PartyId: individual,
    ContactPointType: 'Phone',
    PrivacyConsentStatus: 'OptIn',
    EffectiveFrom: new Date(org.now).toISOString(),
    EffectiveTo: new Date(org.now + 120_000).toISOString(),
  })

  const filed = await poll(org, start.cursor)
  org.now += 180_000
  const lapsed = await poll(org, filed.cursor)

  expect(filed.changed.map(({ fingerprint }) => fingerprint)).toEqual([person.fingerprint])
  expect(lapsed.changed.map(({ ref }) => ref.id)).toEqual([person.id])
  expect(lapsed.changed[0]?.fingerprint).not.toBe(person.fingerprint)
})

test('a person who does not want to be tracked any more is found by their Individual', async () => {
  const people = await listPeople()
  const person = firstWith(people, 'phoneConsent', 'opt-in')
  const individual = await individualOf(person)
  org.now += HOUR_MS
  const start = await poll(org, undefined, org.now)
  org.now += 60_000
  org.sandbox.edits.edit('Individual', individual, { HasOptedOutTracking: true })

  const page = await poll(org, start.cursor)
  const { records } = await org.connector.read([{ object: person.object, id: person.id }])

  expect(page.changed.map(({ ref }) => ref.id)).toEqual([person.id])
  expect(records[0]?.facts).toMatchObject({ doNotTrack: true })
})

test('the schema tells of classed fields, of paths and of consents', async () => {
  const fields = await org.connector.schema()

  const named = (source: string, field: string) =>
    fields.find((one) => one.source === source && one.field === field)
  expect(named('lead', 'Diagnosis__c')).toMatchObject({
    sensitivity: 'highly-sensitive',
    classes: ['HIPAA', 'Restricted'],
    custom: true,
    type: 'text',
  })
  expect(named('contact', 'SSN__c')).toMatchObject({ classes: ['PII', 'MissionCritical'] })
  expect(named('lead', 'Medication__c')).toMatchObject({ sensitivity: 'none', classes: [] })
  expect(named('lead', 'Part2_Consent_Elements__c')).toMatchObject({ type: 'choices' })
  expect(named('contact', 'Individual.HasOptedOutTracking')).toMatchObject({ type: 'boolean' })
  expect(named('lead', 'ConsentPoint.Email')).toMatchObject({ type: 'choice' })
  expect(named('campaign-member', 'Campaign.Type')).toMatchObject({ type: 'choice' })
})

async function query(soql: string): Promise<readonly Record<string, unknown>[]> {
  const { clientId, clientSecret } = org.sandbox
  const form = new URLSearchParams({
    grant_type: 'client_credentials',
    client_id: clientId,
    client_secret: clientSecret,
  })
  const token = await fetch(`${org.url}/services/oauth2/token`, { method: 'POST', body: form })
  const { access_token: accessToken } = (await token.json()) as { access_token: string }
  const response = await fetch(
    `${org.url}/services/data/v67.0/query?q=${encodeURIComponent(soql)}`,
    { headers: { authorization: `Bearer ${accessToken}` } },
  )
  return ((await response.json()) as { records: Record<string, unknown>[] }).records
}
