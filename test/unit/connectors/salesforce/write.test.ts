import { describe, expect, test } from 'vitest'
import { useHttpMock } from '#test/http-mock.ts'
import {
  ACCOUNT_1,
  answerQuery,
  CONTACT_1,
  createConnector,
  createHarness,
  DATA,
  errorOf,
  grantToken,
  LEAD_1,
  LEAD_2,
  LOGIN,
  ORG,
} from './harness.ts'
import { COLLECTIONS, intentFor, saved } from './write-intents.ts'

const mock = useHttpMock()

const failed = (statusCode: string) => ({
  success: false,
  errors: [{ statusCode, message: 'about jane@example.org', fields: [] }],
})

describe('a write', () => {
  test('sends runs of one type, changes no owner and answers in the order given', async () => {
    grantToken(mock(LOGIN))
    const bodies: { allOrNone: boolean; records: { id: string; attributes: object }[] }[] = []
    mock(ORG)
      .matchHeader('sforce-auto-assign', 'FALSE')
      .matchHeader('sforce-duplicate-rule-header', 'allowSave=true')
      .matchHeader('sforce-call-options', 'client=leadwell/1')
      .matchHeader('content-type', 'application/json')
      .patch(COLLECTIONS, (body) => {
        bodies.push(body)
        return true
      })
      .reply(200, [saved(ACCOUNT_1), failed('ENTITY_IS_DELETED'), saved(LEAD_2), saved(CONTACT_1)])
    answerQuery(mock(ORG), [], [], 'queryAll')

    const results = await createConnector().write([
      intentFor('lead', LEAD_1),
      intentFor('contact', CONTACT_1),
      intentFor('lead', LEAD_2),
      intentFor('company', ACCOUNT_1),
    ])

    expect(bodies[0]?.allOrNone).toBe(false)
    expect(bodies[0]?.records.map(({ id, attributes }) => [id, attributes])).toEqual([
      [ACCOUNT_1, { type: 'Account' }],
      [LEAD_1, { type: 'Lead' }],
      [LEAD_2, { type: 'Lead' }],
      [CONTACT_1, { type: 'Contact' }],
    ])
    expect(results.map(({ ref, outcome }) => [ref.id, outcome])).toEqual([
      [LEAD_1, 'gone'],
      [CONTACT_1, 'written'],
      [LEAD_2, 'written'],
      [ACCOUNT_1, 'written'],
    ])
  })

  test('tells the code of a refused record and not its message', async () => {
    grantToken(mock(LOGIN))
    mock(ORG)
      .patch(COLLECTIONS)
      .reply(200, [failed('STRING_TOO_LONG')])

    const results = await createConnector().write([intentFor('lead', LEAD_1)])

    expect(results).toEqual([
      { ref: { object: 'lead', id: LEAD_1 }, outcome: 'refused', code: 'STRING_TOO_LONG' },
    ])
  })

  test('to fields we cannot see stops and says what to do', async () => {
    grantToken(mock(LOGIN))
    mock(ORG)
      .patch(COLLECTIONS)
      .reply(400, [
        {
          errorCode: 'INVALID_FIELD',
          message: "No such column 'Leadwell_Score__c' on sobject Lead",
        },
      ])
    for (const sobject of ['Account', 'Lead', 'Contact']) {
      mock(ORG)
        .get(`${DATA}/sobjects/${sobject}/describe`)
        .reply(200, { fields: [{ name: 'Id' }] })
    }

    const error = await errorOf(createConnector().write([intentFor('lead', LEAD_1)]))

    expect(error).toMatchObject({ name: 'PermanentError', code: 'salesforce-field-hidden' })
    expect(error.hint).toContain('provision')
    expect(error.hint).toContain('Leadwell Integration')
  })

  test('refused whole because a row was locked is sent again', async () => {
    const harness = createHarness()
    grantToken(mock(LOGIN))
    mock(ORG)
      .patch(COLLECTIONS)
      .reply(500, [{ errorCode: 'UNABLE_TO_LOCK_ROW', message: 'x' }])
      .patch(COLLECTIONS)
      .reply(200, [saved(LEAD_1)])

    const results = await createConnector(harness).write([intentFor('lead', LEAD_1)])

    expect(results).toMatchObject([{ outcome: 'written' }])
    expect(harness.slept).toHaveLength(1)
  })

  test('with fewer answers than records is not taken for success', async () => {
    grantToken(mock(LOGIN))
    mock(ORG)
      .patch(COLLECTIONS)
      .reply(200, [saved(LEAD_1)])

    const error = await errorOf(
      createConnector().write([intentFor('lead', LEAD_1), intentFor('lead', LEAD_2)]),
    )

    expect(error.code).toBe('salesforce-unexpected-answer')
  })

  test('of nothing makes no call, of too much is refused before one', async () => {
    const connector = createConnector()
    const tooMany = Array.from({ length: 1001 }, () => intentFor('lead', LEAD_1))

    const results = await connector.write([])
    const error = await errorOf(connector.write(tooMany))

    expect(results).toEqual([])
    expect(error.code).toBe('write-batch-too-large')
  })
})
