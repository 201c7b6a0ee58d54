import { describe, expect, test } from 'vitest'
import { startOrg } from './start-org.ts'

const COLUMNS = 'QualifiedApiName, SecurityClassification, ComplianceGroup'
const definitions = (where: string) =>
  `/tooling/query?q=${encodeURIComponent(`SELECT ${COLUMNS} FROM FieldDefinition${where}`)}`
const OF_LEAD = definitions(" WHERE EntityDefinition.QualifiedApiName = 'Lead'")

interface Definitions {
  readonly records: readonly Record<string, unknown>[]
}

describe('how fields are classed', () => {
  test('is told by the Tooling API, one object a query', async () => {
    const org = await startOrg()

    const { body } = await org.api('GET', OF_LEAD)

    const { records } = body as Definitions
    const classOf = (name: string): unknown =>
      records.find(({ QualifiedApiName }) => QualifiedApiName === name)
    expect(classOf('Diagnosis__c')).toMatchObject({
      SecurityClassification: 'Restricted',
      ComplianceGroup: 'HIPAA',
    })
    expect(classOf('SSN__c')).toMatchObject({ ComplianceGroup: 'PII' })
    expect(classOf('Status')).toMatchObject({ SecurityClassification: null, ComplianceGroup: null })
  })

  test('is refused without one object named by equality', async () => {
    const org = await startOrg()

    const unfiltered = await org.api('GET', definitions(''))
    const several = await org.api(
      'GET',
      definitions(" WHERE EntityDefinition.QualifiedApiName IN ('Lead', 'Contact')"),
    )

    expect([unfiltered.status, several.status]).toEqual([400, 400])
  })

  test('is told for five objects in one call, which counts once', async () => {
    const org = await startOrg()
    const compositeRequest = ['Lead', 'Contact', 'Account', 'Task', 'Event'].map((name) => ({
      method: 'GET',
      url: `/services/data/v67.0${OF_LEAD.replace('Lead', name)}`,
      referenceId: name,
    }))

    const { body } = await org.api('POST', '/tooling/composite', { compositeRequest })
    const sixth = { ...compositeRequest[0], referenceId: 'one_more' }
    const tooMany = await org.api('POST', '/tooling/composite', {
      compositeRequest: [...compositeRequest, sixth],
    })

    const { compositeResponse } = body as { compositeResponse: { httpStatusCode: number }[] }
    expect(compositeResponse.map(({ httpStatusCode }) => httpStatusCode)).toEqual([
      200, 200, 200, 200, 200,
    ])
    expect(tooMany.status).toBe(400)
    expect(org.sandbox.calls()['tooling']).toBe(2)
  })

  test('is hidden from a user who may not view the setup', async () => {
    const org = await startOrg({ viewsSetup: false })

    const { status, body } = await org.api('GET', OF_LEAD)

    expect([status, body]).toMatchObject([400, [{ errorCode: 'INSUFFICIENT_ACCESS' }]])
  })
})

test('people have consents for phone and mail beside them, and some do not want to be tracked', async () => {
  const org = await startOrg({ people: 300 })

  const rows = await org.query(
    'SELECT PartyId, ContactPointType, PrivacyConsentStatus FROM ContactPointTypeConsent',
  )
  const tracked = await org.query('SELECT Id FROM Individual WHERE HasOptedOutTracking = true')
  const people = await org.query('SELECT Id FROM Lead WHERE IndividualId != null')

  const seen = new Set(
    rows.map((row) => `${String(row['ContactPointType'])} ${String(row['PrivacyConsentStatus'])}`),
  )
  expect(seen).toEqual(new Set(['Phone OptIn', 'Email OptIn', 'Phone OptOut', 'Email OptOut']))
  expect(tracked.length).toBeGreaterThan(0)
  expect(people.length).toBeGreaterThan(0)
})
