import { describe, expect, test } from 'vitest'
import { FIELDS, renderValues } from '#connectors/salesforce/properties.ts'
import {
  type AccountValues,
  HOLDS,
  type Intent,
  type IntentValues,
  NEXT_ACTIONS,
} from '#src/ports.ts'
import { useHttpMock } from '#test/http-mock.ts'
import {
  ACCOUNT_1,
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

const mock = useHttpMock()

const VALUES: IntentValues = {
  score: 82,
  fit: 74,
  engagement: 91,
  grade: 'A1',
  tier: 'sales-ready',
  hold: 'no-consent',
  audience: 'health-plan',
  topReason: 'Asked for a call today',
  handoffNote: 'Note',
  nextAction: 'book-consult',
  channels: ['phone', 'sms'],
  respondBy: Date.UTC(2026, 10, 20, 13),
  scoredAt: Date.UTC(2026, 10, 20, 12),
  model: 'employer@1',
}
const ACCOUNT_VALUES: AccountValues = {
  accountScore: 64,
  accountTier: 'sales-ready',
  engagedContacts: 3,
}
const EMPTY: IntentValues = {
  score: null,
  fit: null,
  engagement: null,
  grade: null,
  tier: null,
  hold: null,
  audience: null,
  topReason: null,
  handoffNote: null,
  nextAction: null,
  channels: [],
  respondBy: null,
  scoredAt: null,
  model: null,
}
const COLLECTIONS = `${DATA}/composite/sobjects`
const intentFor = (object: Intent['ref']['object'], id: string): Intent => ({
  ref: { object, id },
  values: object === 'company' ? ACCOUNT_VALUES : VALUES,
})
const saved = (id: string) => ({ id, success: true, errors: [] })
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
      .reply(200, [failed('FIELD_CUSTOM_VALIDATION_EXCEPTION')])

    const results = await createConnector().write([intentFor('lead', LEAD_1)])

    expect(results).toEqual([
      {
        ref: { object: 'lead', id: LEAD_1 },
        outcome: 'refused',
        code: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      },
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
    const tooMany = Array.from({ length: 201 }, () => intentFor('lead', LEAD_1))

    const results = await connector.write([])
    const error = await errorOf(connector.write(tooMany))

    expect(results).toEqual([])
    expect(error.code).toBe('write-batch-too-large')
  })
})

describe('values', () => {
  test('are written as Salesforce reads them', () => {
    expect(renderValues(VALUES)).toEqual({
      Leadwell_Score__c: 82,
      Leadwell_Fit__c: 74,
      Leadwell_Engagement__c: 91,
      Leadwell_Grade__c: 'A1',
      Leadwell_Tier__c: 'sales_ready',
      Leadwell_Hold__c: 'no_consent',
      Leadwell_Audience__c: 'health_plan',
      Leadwell_Top_Reason__c: 'Asked for a call today',
      Leadwell_Handoff_Note__c: 'Note',
      Leadwell_Next_Action__c: 'book_consult',
      Leadwell_Channels__c: 'phone;sms',
      Leadwell_Respond_By__c: '2026-11-20T13:00:00.000Z',
      Leadwell_Scored_At__c: '2026-11-20T12:00:00.000Z',
      Leadwell_Model__c: 'employer@1',
    })
    expect(renderValues(ACCOUNT_VALUES)).toEqual({
      Leadwell_Account_Score__c: 64,
      Leadwell_Account_Tier__c: 'sales_ready',
      Leadwell_Engaged_Contacts__c: 3,
    })
  })

  test('that are not there empty their fields', () => {
    expect(new Set(Object.values(renderValues(EMPTY)))).toEqual(new Set([null]))
  })

  test('that are too long are cut between characters', () => {
    const long = renderValues({ ...VALUES, topReason: `${'a'.repeat(253)}😀😀` })

    expect(long['Leadwell_Top_Reason__c']).toBe(`${'a'.repeat(253)}…`)
  })

  test('name only fields we provision, and every code has its picklist value', () => {
    const names = FIELDS.lead.map(({ name }) => name)
    const valuesOf = (name: string): readonly string[] => {
      const type = FIELDS.lead.find((field) => field.name === name)?.type
      return type !== undefined && 'values' in type ? type.values : []
    }

    expect(names).toEqual(expect.arrayContaining(Object.keys(renderValues(VALUES))))
    expect(FIELDS.company.map(({ name }) => name)).toEqual(
      Object.keys(renderValues(ACCOUNT_VALUES)),
    )
    for (const hold of HOLDS) {
      const rendered = renderValues({ ...VALUES, hold })['Leadwell_Hold__c']
      expect(valuesOf('Leadwell_Hold__c')).toContain(rendered)
    }
    for (const nextAction of NEXT_ACTIONS) {
      const rendered = renderValues({ ...VALUES, nextAction })['Leadwell_Next_Action__c']
      expect(valuesOf('Leadwell_Next_Action__c')).toContain(rendered)
    }
  })
})
