import { expect, test } from 'vitest'
import { useHttpMock } from '#test/http-mock.ts'
import { API, createConnector, createHarness, mockProperties, NOW } from './harness.ts'

const mock = useHttpMock()
const DAY = 86_400_000
const EVENTS = '/marketing/marketing-events/2026-09'
const iso = (ms: number): string => new Date(ms).toISOString()
const event = (objectId: string, endsAt: number) => ({
  objectId,
  eventName: 'Living with grief',
  endDateTime: iso(endsAt),
  updatedAt: iso(endsAt),
})
const participation = (contactId: string, attendanceState: string, at: number) => ({
  id: `${contactId}-${at}`,
  createdAt: iso(at),
  associations: { contact: { contactId, email: 'ann@care.example', firstname: 'Ann' } },
  properties: { occurredAt: at, attendanceState },
})
type Scope = ReturnType<typeof mock>

function contactsListed(scope: Scope, ids: readonly string[]): void {
  const results = ids.map((id) => ({ id, properties: {} }))
  scope.get('/crm/objects/2026-09/contacts').query(true).reply(200, { results })
}

function eventsListed(scope: Scope, events: readonly object[]): void {
  scope.get(EVENTS).query({ limit: '100' }).reply(200, { results: events })
}

function participants(scope: Scope, id: string, results: readonly object[]): void {
  scope.get(`${EVENTS}/participations/${id}/breakdown`).query(true).reply(200, { results })
}

test('tells registration, attendance and absence by contact id, and nothing of who it was', async () => {
  const scope = mock(API)
  eventsListed(scope, [event('1', NOW - DAY)])
  participants(scope, '1', [
    participation('7', 'ATTENDED', NOW - DAY),
    participation('8', 'NO_SHOW', NOW - DAY),
    participation('9', 'REGISTERED', NOW - DAY),
    participation('10', 'CANCELLED', NOW - DAY),
  ])
  contactsListed(scope, ['7', '8', '9', '10'])
  mockProperties(scope, 'contacts', ['jobtitle'])

  const { records } = await createConnector().list('contact', undefined)

  const at = NOW - DAY
  expect(records.map(({ activities }) => activities)).toEqual([
    [{ kind: 'webinar-attended', category: 'webinar', at }],
    [{ kind: 'meeting-missed', category: 'webinar', at }],
    [{ kind: 'webinar-registered', category: 'webinar', at }],
    [],
  ])
  expect(JSON.stringify(records)).not.toMatch(/care\.example|grief|Ann/)
})

test('reads events again while attendance may still be entered, and settled ones never', async () => {
  const scope = mock(API)
  const events = [event('1', NOW - DAY), event('2', NOW - 60 * DAY)]
  eventsListed(scope, events)
  eventsListed(scope, events)
  participants(scope, '1', [participation('7', 'REGISTERED', NOW - 2 * DAY)])
  participants(scope, '1', [participation('7', 'ATTENDED', NOW - DAY)])
  participants(scope, '2', [participation('7', 'ATTENDED', NOW - 60 * DAY)])
  for (const ids of [['7'], ['7'], ['7']]) contactsListed(scope, ids)
  mockProperties(scope, 'contacts', ['jobtitle'])
  const harness = createHarness()
  const connector = createConnector(harness)
  const kinds = async (): Promise<string[]> => {
    const { records } = await connector.list('contact', undefined)
    return records.flatMap(({ activities }) => activities.map(({ kind }) => kind))
  }

  const first = await kinds()
  const soon = await kinds()
  harness.now += 16 * 60_000
  mockProperties(scope, 'contacts', ['jobtitle'])
  const later = await kinds()

  expect(first).toEqual(['webinar-attended', 'webinar-registered'])
  expect(soon).toEqual(first)
  expect(later).toEqual(['webinar-attended', 'webinar-attended'])
})

test.each([
  [403, { category: 'MISSING_SCOPES' }],
  [400, { category: 'VALIDATION_ERROR' }],
  [200, { rows: [] }],
])('lists people where marketing events answer %i', async (status, body) => {
  const scope = mock(API)
  scope.get(EVENTS).query(true).reply(status, body)
  contactsListed(scope, ['7'])
  mockProperties(scope, 'contacts', ['jobtitle'])
  const harness = createHarness()

  const { records } = await createConnector(harness).list('contact', undefined)

  expect(records).toHaveLength(1)
  expect(harness.warnings).toEqual([])
})
