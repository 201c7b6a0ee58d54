import { expect, onTestFinished, test } from 'vitest'
import { needsOf } from '#connectors/hubspot/sources/source-table.ts'
import { DEFAULT_SCOPES } from '#sandbox/hubspot/create-hubspot-sandbox.ts'
import { decideConsent } from '#src/consent/decide-consent.ts'
import { DEFAULT_POLICY } from '#src/consent/default-policy.ts'
import type { SafeRecord } from '#src/ports.ts'
import { countCalls } from './count-calls.ts'
import { openSandboxPortal, type SandboxPortal } from './sandbox-portal.ts'

const DAY = 86_400_000
const EVERYTHING = {
  tier: 'enterprise',
  scopes: [
    ...DEFAULT_SCOPES,
    'crm.objects.marketing_events.read',
    'communication_preferences.statuses.batch.read',
  ],
} as const

async function open(...given: Parameters<typeof openSandboxPortal>): Promise<SandboxPortal> {
  const portal = await openSandboxPortal(...given)
  onTestFinished(async () => await portal.close())
  return portal
}

async function listContacts({ connector }: SandboxPortal): Promise<SafeRecord[]> {
  const records: SafeRecord[] = []
  let cursor: string | undefined
  do {
    const page = await connector.list('contact', cursor)
    records.push(...page.records)
    cursor = page.next
  } while (cursor !== undefined)
  return records
}

const contactId = (index: number): string => String(210_000_000_001 + index)
const told = (records: readonly SafeRecord[], kind: string): number =>
  records.flatMap(({ activities }) => activities).filter((act) => act.kind === kind).length

test('tells deals opened, won and lost, with neither name nor amount', async () => {
  const portal = await open()

  const contacts = await listContacts(portal)

  const deals = portal.population.people.flatMap(({ deal }) => deal ?? [])
  expect(told(contacts, 'deal-opened')).toBe(deals.length)
  expect(told(contacts, 'deal-won')).toBe(deals.filter(({ won }) => won === true).length)
  expect(told(contacts, 'deal-lost')).toBe(deals.filter(({ won }) => won === false).length)
  expect(JSON.stringify(contacts)).not.toContain('programme')
})

test('backfills without the sources whose scopes are missing, and says what each needs', async () => {
  const missing = new Set<string>(['sales-email-read', 'crm.objects.deals.read', 'forms'])
  const scopes = DEFAULT_SCOPES.filter((scope) => !missing.has(scope))
  const portal = await open(120, { scopes })

  const contacts = await listContacts(portal)
  const notices = await portal.connector.notices?.()

  expect(contacts).toHaveLength(120)
  expect(told(contacts, 'call-connected')).toBeGreaterThan(0)
  expect(told(contacts, 'deal-opened')).toBe(0)
  expect(notices?.map(({ source }) => source).toSorted()).toEqual([
    'deals',
    'emails',
    'event-occurrences',
    'form-submissions',
    'marketing-events',
    'subscription-statuses',
  ])
  expect(notices?.find(({ source }) => source === 'deals')).toEqual({
    source: 'deals',
    code: 'source-refused',
    needs: needsOf('deals'),
  })
  expect(needsOf('deals')).toContain('crm.objects.deals.read')
  expect(portal.warnings).toHaveLength(2)
})

test('has nothing to notice where everything is granted', async () => {
  const portal = await open(20, EVERYTHING)

  expect(await portal.connector.notices?.()).toEqual([])
})

test('counts an attendance once, though a meeting and a marketing event tell of it', async () => {
  const portal = await open(300, EVERYTHING)
  const without = await open(300)

  const contacts = await listContacts(portal)

  const missed = portal.population.people
    .flatMap(({ activities }) => activities)
    .filter((act) => act.kind === 'webinar' && !act.attended)
  expect(missed.length).toBeGreaterThan(0)
  const fewer = await listContacts(without)
  expect(told(contacts, 'webinar-attended')).toBe(told(fewer, 'webinar-attended'))
  expect(told(contacts, 'meeting-missed')).toBe(told(fewer, 'meeting-missed') + missed.length)
})

test.each([
  ['the statuses and the properties', EVERYTHING, { emailConsent: 'opt-out', emailOptOut: true }],
  ['the properties alone', {}, { emailOptOut: true }],
])('takes who left any kind of email for opted out, told by %s', async (_, granted, expected) => {
  const portal = await open(300, granted)
  const left = portal.population.people.find(
    (person) => person.newsletterOptOut && !person.emailOptOut,
  )
  const id = contactId(left?.index ?? -1)

  const contacts = await listContacts(portal)
  const listed = contacts.find((contact) => contact.id === id)
  const { records } = await portal.connector.read([{ object: 'contact', id }])
  const { changed } = await portal.connector.changes(undefined, 0)

  expect(listed?.facts).toMatchObject(expected)
  const context = { at: portal.deps.now(), policy: DEFAULT_POLICY }
  expect(decideConsent(listed?.facts ?? {}, context).channels).not.toContain('email')
  expect(contacts.filter(({ facts }) => facts['emailOptOut'] === true)).toHaveLength(
    portal.population.people.filter(({ newsletterOptOut }) => newsletterOptOut).length,
  )
  expect(records).toEqual([listed])
  expect(changed.find(({ ref }) => ref.id === id)?.fingerprint).toBe(listed?.fingerprint)
})

test('marks who sent a form, visited a page or came to an event since', async () => {
  const portal = await open(300, EVERYTHING)
  const since = portal.deps.now() - 20 * DAY
  const active = portal.population.people.filter(({ activities }) =>
    activities.some(
      ({ kind, at }) => ['form-submitted', 'page-viewed'].includes(kind) && at > since,
    ),
  )

  const page = await portal.connector.changes(undefined, since)
  const stored: unknown = JSON.parse(JSON.stringify(page.cursor))
  portal.advance(6 * 60_000)
  const next = await portal.connector.changes(stored, 0)

  const touched = new Set(page.touched.map(({ id }) => id))
  expect(active.length).toBeGreaterThan(20)
  expect(active.filter(({ index }) => !touched.has(contactId(index)))).toEqual([])
  expect(JSON.stringify(stored)).not.toContain('@')
  expect(next.touched).toEqual([])
})

test('tells rep feedback with the time it was given', async () => {
  const portal = await open(5)
  await portal.connector.provision({ dryRun: false })
  portal.advance(DAY)
  await fetch(new URL('/_sandbox/changes', portal.deps.portal.apiUrl), {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      type: 'contacts',
      id: contactId(2),
      properties: { leadwell_feedback: 'not_useful' },
    }),
  })
  const givenAt = portal.deps.now()
  portal.advance(DAY)

  const { records } = await portal.connector.read([{ object: 'contact', id: contactId(2) }])

  expect(records[0]?.facts).toMatchObject({ repFeedback: 'not-useful' })
  expect(records[0]?.activities).toContainEqual({
    kind: 'feedback-given',
    category: 'other',
    at: givenAt,
  })
})

test('finds all of more than ten thousand contacts changed at one stamp', async () => {
  const people = 10_450
  const portal = await open(20)
  portal.advance(20 * 60_000)
  const url = new URL('/crm/v3/objects/contacts/batch/create', portal.deps.portal.apiUrl)
  const headers = {
    'Content-Type': 'application/json',
    Authorization: 'Bearer sandbox-hubspot-token',
  }
  for (let from = 0; from < people; from += 100) {
    const inputs = Array.from({ length: Math.min(100, people - from) }, () => ({
      properties: { state: 'TX' },
    }))
    const answer = await fetch(url, { method: 'POST', headers, body: JSON.stringify({ inputs }) })
    expect(answer.status).toBe(201)
  }

  const page = await portal.connector.changes(undefined, portal.deps.now() - 60_000)

  expect(new Set(page.changed.map(({ ref }) => ref.id)).size).toBe(people)
}, 60_000)

test('needs hardly more calls than the batch sizes of HubSpot demand', async () => {
  const { backfill, incremental } = await countCalls(1_000, 100)

  const { properties = 0, subscriptions = 0, 'marketing-events': events = 0 } = backfill.byKind
  const once = properties + subscriptions + events
  expect(once).toBeLessThanOrEqual(9)
  expect(backfill.calls - once).toBeLessThanOrEqual(backfill.bound * 1.1)
  expect(incremental.ratio).toBeLessThanOrEqual(1.1)
}, 60_000)
