import { afterEach, beforeEach, expect, test } from 'vitest'
import { connectHubspot } from '#connectors/hubspot/connect.ts'
import { createHubspotConnector } from '#connectors/hubspot/connector.ts'
import type { Intent, RecordObject, RecordRef, SafeRecord } from '#src/ports.ts'
import { openSandboxPortal, type SandboxPortal } from './sandbox-portal.ts'

const MINUTE = 60_000

let portal: SandboxPortal
beforeEach(async () => {
  portal = await openSandboxPortal()
})
afterEach(async () => {
  await portal.close()
})

async function listAll(object: RecordObject): Promise<SafeRecord[]> {
  const records: SafeRecord[] = []
  let cursor: string | undefined
  do {
    const page = await portal.connector.list(object, cursor)
    records.push(...page.records)
    cursor = page.next
  } while (cursor !== undefined)
  return records
}

const refOf = ({ object, id }: RecordRef): RecordRef => ({ object, id })
const intentFor = (record: RecordRef, score = 80): Intent => ({
  ref: refOf(record),
  values: {
    score,
    fit: 45,
    engagement: score - 45,
    grade: 'A2',
    tier: 'sales-ready',
    hold: null,
    audience: 'employer',
    topReason: 'Asked for a demo',
    handoffNote: 'What happened\nWhat to do',
    nextAction: 'call',
    channels: ['phone', 'email'],
    respondBy: 1_790_000_000_000,
    scoredAt: 1_780_000_000_000,
    model: 'employer@1',
  },
})

async function readBack(
  id: string,
  properties: readonly string[],
  type: 'contacts' | 'companies' = 'contacts',
): Promise<unknown> {
  const url = new URL(`/crm/objects/2026-09/${type}/${id}`, portal.deps.portal.apiUrl)
  url.searchParams.set('properties', properties.join(','))
  const response = await fetch(url, { headers: { Authorization: 'Bearer sandbox-hubspot-token' } })
  return ((await response.json()) as { properties: unknown }).properties
}

function countSeeded(...kinds: readonly string[]): number {
  const acts = portal.population.people.flatMap(({ activities }) => activities)
  return acts.filter(({ kind }) => kinds.includes(kind)).length
}

test('connects and tells whose portal it is', async () => {
  const { portal: at, ...deps } = portal.deps

  const identity = await connectHubspot({ ...deps, apiUrl: at.apiUrl })

  expect(identity).toMatchObject({ id: at.id, timeZone: 'America/New_York' })
})

test('lists every organisation, a hundred a call', async () => {
  const companies = await listAll('company')

  expect(companies).toHaveLength(portal.population.companies.length)
  expect(portal.sandbox.calls()).toMatchObject({
    list: Math.ceil(portal.population.companies.length / 100),
  })
})

test('lists every contact with every dated act, in few calls', async () => {
  const contacts = await listAll('contact')

  const acts = contacts.flatMap(({ activities }) => activities)
  const told = (kind: string): number => acts.filter((act) => act.kind === kind).length
  expect(contacts).toHaveLength(600)
  expect(new Set(contacts.map(({ id }) => id)).size).toBe(600)
  expect(told('email-opened')).toBe(countSeeded('email-opened'))
  expect(told('email-clicked')).toBe(countSeeded('email-clicked'))
  expect(told('email-replied')).toBe(countSeeded('email-replied'))
  expect(told('page-viewed')).toBe(countSeeded('page-viewed'))
  expect(told('call-connected') + told('call-no-answer')).toBe(countSeeded('call'))
  expect(told('form-submitted') + told('consult-requested')).toBe(
    countSeeded('form-submitted', 'webinar'),
  )
  expect(acts.every(({ at }) => at <= portal.deps.now())).toBe(true)
  const calls = portal.sandbox.calls()
  expect(calls['list']).toBe(600 / 50)
  expect(calls['batch-read']).toBeLessThanOrEqual(24)
  expect(calls['associations']).toBeUndefined()
  expect(portal.warnings).toEqual([])
})

test('reads records exactly as it lists them', async () => {
  const listed = await listAll('contact')
  const asked = listed.slice(100, 200)

  const { records, missing } = await portal.connector.read([
    ...asked.map(refOf),
    { object: 'contact', id: '999999999' },
  ])

  const byId = new Map(records.map((record) => [record.id, record]))
  expect(asked.map(({ id }) => byId.get(id))).toEqual(asked)
  expect(missing).toEqual([{ object: 'contact', id: '999999999' }])
})

test('sees no text a person wrote', async () => {
  const contacts = await listAll('contact')

  const everything = JSON.stringify(contacts)
  const written = portal.population.people.flatMap(({ email, lastName, message }) => [
    email,
    lastName,
    message,
  ])
  const leaked = written.filter(
    (text) => text !== undefined && text.length > 3 && everything.includes(text),
  )
  expect(leaked).toEqual([])
})

test('creates its properties once and finds them the second time', async () => {
  const planned = await portal.connector.provision({ dryRun: true })
  const created = await portal.connector.provision({ dryRun: false })
  const again = await portal.connector.provision({ dryRun: false })

  expect(planned).toEqual(created)
  expect(created.every(({ action }) => action === 'create')).toBe(true)
  expect(again.every(({ action }) => action === 'keep')).toBe(true)
})

test('writes a hundred a call and finds the values on the contacts', async () => {
  await portal.connector.provision({ dryRun: false })
  const contacts = await listAll('contact')

  for (let from = 0; from < 250; from += 100) {
    const batch = contacts.slice(from, Math.min(from + 100, 250))
    const results = await portal.connector.write(batch.map((record) => intentFor(record)))
    expect(results.map(({ ref }) => ref)).toEqual(batch.map(refOf))
    expect(results.every(({ outcome }) => outcome === 'written')).toBe(true)
  }

  expect(portal.sandbox.calls()['batch-update']).toBe(3)
  const properties = await readBack(contacts[249]?.id ?? '', [
    'leadwell_score',
    'leadwell_tier',
    'leadwell_channels',
    'leadwell_hold',
    'leadwell_handoff_note',
  ])
  expect(properties).toMatchObject({
    leadwell_score: '80',
    leadwell_tier: 'sales_ready',
    leadwell_channels: 'phone;email',
    leadwell_handoff_note: 'What happened\nWhat to do',
  })
})

test('writes organisations a hundred a call and finds the values on them', async () => {
  await portal.connector.provision({ dryRun: false })
  const companies = await listAll('company')
  const before = portal.sandbox.calls()['batch-update'] ?? 0

  for (let from = 0; from < companies.length; from += 100) {
    const results = await portal.connector.write(
      companies.slice(from, from + 100).map((record) => ({
        ref: refOf(record),
        values: { accountScore: 64, accountTier: 'sales-ready', engagedContacts: 3 },
      })),
    )
    expect(results.every(({ outcome }) => outcome === 'written')).toBe(true)
  }

  const calls = (portal.sandbox.calls()['batch-update'] ?? 0) - before
  expect(calls).toBe(Math.ceil(companies.length / 100))
  const names = ['leadwell_account_score', 'leadwell_account_tier', 'leadwell_engaged_contacts']
  expect(await readBack(companies.at(-1)?.id ?? '', names, 'companies')).toMatchObject({
    leadwell_account_score: '64',
    leadwell_account_tier: 'sales_ready',
    leadwell_engaged_contacts: '3',
  })
})

test('says that nothing is provisioned before it writes anything', async () => {
  const [first] = await listAll('contact')

  const written = portal.connector.write(first ? [intentFor(first)] : [])

  await expect(written).rejects.toMatchObject({ code: 'hubspot-not-provisioned' })
})

test('writes the others when some contacts are gone', async () => {
  await portal.connector.provision({ dryRun: false })
  const contacts = await listAll('contact')
  const gone: RecordRef = { object: 'contact', id: '424242' }
  const batch = [...contacts.slice(0, 40), gone, ...contacts.slice(40, 80)]

  const results = await portal.connector.write(batch.map((record) => intentFor(record)))

  expect(results.filter(({ outcome }) => outcome !== 'written')).toEqual([
    { ref: gone, outcome: 'gone' },
  ])
})

test('recognises its own writes by the fingerprint, without reading', async () => {
  await portal.connector.provision({ dryRun: false })
  const contacts = await listAll('contact')
  const known = new Map(contacts.map(({ id, fingerprint }) => [id, fingerprint]))
  portal.advance(10 * MINUTE)
  const start = await portal.connector.changes(undefined, portal.deps.now())
  portal.advance(MINUTE)
  await portal.connector.write(contacts.slice(0, 100).map((record) => intentFor(record)))
  portal.advance(MINUTE)
  const before = portal.sandbox.calls()

  const page = await portal.connector.changes(start.cursor, 0)

  expect(page.changed).toHaveLength(100)
  expect(page.changed.every(({ ref, fingerprint }) => known.get(ref.id) === fingerprint)).toBe(true)
  expect(page.touched).toEqual([])
  expect(portal.sandbox.calls()['batch-read']).toBe(before['batch-read'])
  expect(portal.sandbox.calls()['search']).toBeLessThanOrEqual((before['search'] ?? 0) + 7)
})

test('finds everything ever changed when it starts at the beginning', async () => {
  const page = await portal.connector.changes(undefined, 0)

  const ids = (object: RecordObject): number =>
    page.changed.filter(({ ref }) => ref.object === object).length
  expect(ids('contact')).toBe(600)
  expect(ids('company')).toBe(portal.population.companies.length)
  expect(page.touched.length).toBeGreaterThan(200)
})

test('notices a contact somebody changed', async () => {
  const contacts = await listAll('contact')
  portal.advance(10 * MINUTE)
  const start = await portal.connector.changes(undefined, portal.deps.now())
  portal.advance(MINUTE)
  const [first] = contacts
  await fetch(new URL('/_sandbox/changes', portal.deps.portal.apiUrl), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({ type: 'contacts', id: first?.id, properties: { do_not_call: 'true' } }),
  })

  const page = await portal.connector.changes(start.cursor, 0)
  const { records } = await portal.connector.read(page.changed.map(({ ref }) => ref))

  expect(records).toMatchObject([{ id: first?.id, facts: { doNotCall: true } }])
  expect(records[0]?.fingerprint).toBe(page.changed[0]?.fingerprint)
  expect(records[0]?.fingerprint).not.toBe(first?.fingerprint)
})

test('gets through errors, resets and lost answers', async () => {
  portal.sandbox.failNext(2, 503)
  const companies = await listAll('company')
  portal.sandbox.failNext(1, 'reset')
  await portal.connector.provision({ dryRun: false })
  const contacts = await listAll('contact')
  portal.sandbox.failNext(1, 'answer-lost')

  const results = await portal.connector.write(contacts.slice(0, 10).map((one) => intentFor(one)))

  expect(companies).toHaveLength(portal.population.companies.length)
  expect(results.every(({ outcome }) => outcome === 'written')).toBe(true)
})

test('refuses to go on with a token the portal does not know', async () => {
  const credentials = { kind: 'hubspot-token', accessToken: 'wrong' } as const
  const connector = createHubspotConnector({
    ...portal.deps,
    credentials,
    loadCredentials: async () => credentials,
  })

  await expect(connector.list('contact', undefined)).rejects.toMatchObject({
    code: 'hubspot-token-refused',
  })
})
