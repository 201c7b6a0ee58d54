import { expect, test } from 'vitest'
import { PROPERTIES, renderIntent } from '#connectors/hubspot/provisioning/properties.ts'
import type { Intent, IntentValues } from '#src/ports.ts'
import { useHttpMock } from '#test/http-mock.ts'
import { API, createConnector, mockProperties } from './harness.ts'
import { EMPTY, intent, intents, OURS, PATH, type Sent, VALUES } from './write-intents.ts'

const mock = useHttpMock()
const RECORD = (id: string) => `/crm/objects/2026-09/contacts/${id}?properties=hs_object_id`

const account = (id: string): Intent => ({
  ref: { object: 'company', id },
  values: { accountScore: 64, accountTier: 'sales-ready', engagedContacts: 3 },
})
test('writes all values as the strings HubSpot expects', async () => {
  let sent: Sent | undefined
  mock(API)
    .post(PATH, (body: Sent) => {
      sent = body
      return true
    })
    .reply(200, { status: 'COMPLETE', results: [{ id: '1' }, { id: '2' }] })

  const results = await createConnector().write([intent('1'), intent('2', EMPTY)])

  expect(results.map(({ outcome }) => outcome)).toEqual(['written', 'written'])
  expect(sent?.inputs[0]).toEqual({
    id: '1',
    objectWriteTraceId: '1',
    properties: {
      leadwell_score: '81',
      leadwell_fit: '45',
      leadwell_engagement: '36',
      leadwell_grade: 'A2',
      leadwell_tier: 'sales_ready',
      leadwell_hold: '',
      leadwell_audience: 'health_plan',
      leadwell_top_reason: 'Asked for a demo',
      leadwell_handoff_note: 'Line one\nLine two',
      leadwell_next_action: 'book_consult',
      leadwell_channels: 'phone;email',
      leadwell_respond_by: '1790000000000',
      leadwell_scored_at: '1780000000000',
      leadwell_model: 'employer@3',
    },
  })
  const cleared = Object.entries(sent?.inputs[1]?.properties ?? {}).filter(([, value]) => value)
  expect(cleared).toEqual([['leadwell_hold', 'do_not_profile']])
})

test('writes a hold decided under its former name by its present one', () => {
  const holdOf = (former: string) =>
    // As the store gives back what an older version decided.
    renderIntent({ ...VALUES, hold: former as IntentValues['hold'] })['leadwell_hold']

  expect(holdOf('part2-consent-missing')).toBe('consent_awaited')
  expect(holdOf('minor')).toBe('another_team')
})

test('reads a mixed answer row by row, in the order of the intents', async () => {
  const scope = mock(API)
  mockProperties(scope, 'contacts', OURS)
  scope.post(PATH).reply(207, {
    results: [{ id: '4' }, { id: 1 }],
    numErrors: 3,
    errors: [
      { status: 'error', category: 'OBJECT_NOT_FOUND', context: { ids: ['2'] } },
      {
        category: 'VALIDATION_ERROR',
        message: 'secret value',
        errors: [{ code: 'INVALID_OPTION' }],
        context: { objectWriteTraceId: ['3'] },
      },
      { category: 'RATE_LIMITS', context: { ids: ['5'] } },
    ],
  })
  scope.get(RECORD('2')).reply(404)

  const results = await createConnector().write(intents(6))

  expect(results.map(({ ref, ...result }) => [ref.id, ...Object.values(result)])).toEqual([
    ['1', 'written'],
    ['2', 'gone'],
    ['3', 'refused', 'VALIDATION_ERROR/INVALID_OPTION'],
    ['4', 'written'],
    ['5', 'retry', 'RATE_LIMITS'],
    ['6', 'retry', 'hubspot-row-unanswered'],
  ])
})

test('lets a batch come again whole when somebody else changes its records', async () => {
  mock(API).post(PATH).reply(409, { category: 'CONFLICT' })

  const results = await createConnector().write(intents(2))

  expect(results.map(({ outcome }) => outcome)).toEqual(['retry', 'retry'])
})

test('tells why from the JSON inside a message, and quotes nothing else of it', async () => {
  const scope = mock(API)
  mockProperties(scope, 'contacts', OURS)
  const detail = { isValid: false, message: 'jane', error: 'INVALID_OPTION', name: 'leadwell_tier' }
  const odd = { error: 'jane@example.com', name: 'jane' }
  const row = (id: string, details: object) => ({
    category: 'VALIDATION_ERROR',
    message: `Property values were not valid: ${JSON.stringify([details])}`,
    context: { objectWriteTraceId: [id] },
  })
  scope.post(PATH).reply(207, { results: [], errors: [row('1', detail), row('2', odd)] })

  const results = await createConnector().write(intents(2))

  expect(results).toMatchObject([
    { outcome: 'refused', code: 'VALIDATION_ERROR/INVALID_OPTION/leadwell_tier' },
    { outcome: 'refused', code: 'VALIDATION_ERROR' },
  ])
})

test('writes a segment on whoever has or had one, and asks for its property only then', async () => {
  const scope = mock(API)
  const sent: Sent[] = []
  const error = { category: 'VALIDATION_ERROR', context: { objectWriteTraceId: ['1'] } }
  scope
    .post(PATH, (body: Sent) => sent.push(body) > 0)
    .twice()
    .reply(207, { errors: [error] })
  const before = OURS.filter((name) => name !== 'leadwell_segment')
  mockProperties(scope, 'contacts', before)
  mockProperties(scope, 'contacts', before)
  const connector = createConnector()

  const without = await connector.write([intent('1')])
  const withOne = connector.write([intent('1'), intent('2', { ...VALUES, segment: 'Teams' })])

  await expect(withOne).rejects.toMatchObject({ code: 'hubspot-not-provisioned' })
  expect(without).toMatchObject([{ outcome: 'refused' }])
  const segments = sent.at(-1)?.inputs.map(({ properties }) => properties['leadwell_segment'])
  expect(segments).toEqual([undefined, 'Teams'])
})

test('never sends an id twice in one batch; the later intent counts', async () => {
  let sent: Sent | undefined
  mock(API)
    .post(PATH, (body: Sent) => {
      sent = body
      return true
    })
    .reply(200, { results: [{ id: '1' }] })

  const results = await createConnector().write([intent('1', EMPTY), intent('1')])

  expect(sent?.inputs.map(({ properties }) => properties['leadwell_score'])).toEqual(['81'])
  expect(results.map(({ outcome }) => outcome)).toEqual(['written', 'written'])
})

test.each([
  [400, { category: 'VALIDATION_ERROR' }],
  [207, { errors: [{ category: 'VALIDATION_ERROR', context: { objectWriteTraceId: ['1'] } }] }],
])('says on a %i that the portal has to be provisioned', async (status, body) => {
  const scope = mock(API)
  scope.post(PATH).reply(status, body)
  mockProperties(scope, 'contacts', OURS.slice(1))
  mockProperties(scope, 'contacts', OURS.slice(1))

  const written = createConnector().write(intents(2))

  await expect(written).rejects.toMatchObject({
    code: 'hubspot-not-provisioned',
    message: 'The portal lacks the properties leadwell_score',
    hint: expect.stringContaining('provision'),
  })
})

test('calls a contact gone that HubSpot no longer knows', async () => {
  mock(API).post(PATH).reply(404, { category: 'OBJECT_NOT_FOUND' }).get(RECORD('1')).reply(404)

  const results = await createConnector().write([intent('1')])

  expect(results).toEqual([{ ref: { object: 'contact', id: '1' }, outcome: 'gone' }])
})

test('says into whom a contact was merged, and writes nothing on that one', async () => {
  mock(API)
    .post(PATH)
    .reply(207, {
      results: [],
      errors: [{ category: 'OBJECT_NOT_FOUND', context: { ids: ['1'] } }],
    })
    .get(RECORD('1'))
    .reply(200, { id: '9', properties: {} })

  const results = await createConnector().write([intent('1')])

  expect(results).toEqual([
    {
      ref: { object: 'contact', id: '1' },
      outcome: 'gone',
      mergedInto: { object: 'contact', id: '9' },
    },
  ])
})

test('writes organisations by a call of their own, as the strings HubSpot expects', async () => {
  let sent: Sent | undefined
  mock(API)
    .post('/crm/objects/2026-09/companies/batch/update', (body: Sent) => {
      sent = body
      return true
    })
    .reply(200, { results: [{ id: '1' }] })
  mock(API)
    .post(PATH)
    .reply(200, { results: [{ id: '1' }] })

  const results = await createConnector().write([intent('1'), account('1')])

  expect(results).toEqual([
    { ref: { object: 'contact', id: '1' }, outcome: 'written' },
    { ref: { object: 'company', id: '1' }, outcome: 'written' },
  ])
  expect(sent?.inputs).toEqual([
    {
      id: '1',
      objectWriteTraceId: '1',
      properties: {
        leadwell_account_score: '64',
        leadwell_account_tier: 'sales_ready',
        leadwell_engaged_contacts: '3',
      },
    },
  ])
  const provisioned = PROPERTIES.companies.map(({ name }) => name)
  expect(provisioned).toEqual(Object.keys(sent?.inputs[0]?.properties ?? {}))
})

test('names the properties a portal lacks on its companies', async () => {
  mock(API)
    .post('/crm/objects/2026-09/companies/batch/update')
    .reply(400, { category: 'VALIDATION_ERROR' })
  const scope = mock(API)
  mockProperties(scope, 'companies', ['leadwell_account_score'])
  mockProperties(scope, 'companies', ['leadwell_account_score'])

  const written = createConnector().write([account('1')])

  await expect(written).rejects.toMatchObject({
    code: 'hubspot-not-provisioned',
    message: 'The portal lacks the properties leadwell_account_tier, leadwell_engaged_contacts',
  })
})

test('writes nothing on leads, which HubSpot keeps as something else', async () => {
  const results = await createConnector().write([
    { ref: { object: 'lead', id: '1' }, values: VALUES },
  ])

  expect(results).toMatchObject([{ outcome: 'refused', code: 'object-not-written' }])
})

test('refuses accounts one by one when the token may not write companies, and stops nothing else', async () => {
  mock(API)
    .post('/crm/objects/2026-09/companies/batch/update')
    .reply(403, {
      status: 'error',
      category: 'MISSING_SCOPES',
      errors: [{ context: { requiredGranularScopes: ['crm.objects.companies.write'] } }],
    })

  const results = await createConnector().write([account('7'), account('8')])

  expect(results).toEqual(
    ['7', '8'].map((id) => ({
      ref: { object: 'company', id },
      outcome: 'refused',
      code: 'hubspot-missing-scope',
    })),
  )
})
