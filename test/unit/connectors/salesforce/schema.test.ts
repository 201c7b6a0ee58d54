import { isQueryValid } from '@jetstreamapp/soql-parser-js'
import { describe, expect, test } from 'vitest'
import type { CrmField } from '#src/connector-port.ts'
import { allow, BOOLEAN, codes } from '#src/privacy/allow.ts'
import { shippedAllowList } from '#src/privacy/allow-list.ts'
import type { AllowList } from '#src/privacy/allowed-field.ts'
import { useHttpMock } from '#test/http-mock.ts'
import {
  answerComposite,
  answerQuery,
  type Classes,
  createConnector,
  createHarness,
  describeOrg,
  grantToken,
  type Harness,
  LEAD_1,
  LOGIN,
  OPT_OUTS,
  ORG,
  soqlOf,
} from './harness.ts'

const mock = useHttpMock()
const INDIVIDUAL = '0PK5g000001AAAAEA4'
const CONSENT_COLUMNS = ['Id', 'PartyId', 'ContactPointType', 'PrivacyConsentStatus']

/** The shipped list with these entries for leads instead of its own. */
function listWith(...lead: ReturnType<typeof allow>[]): AllowList {
  const shipped = shippedAllowList('salesforce')
  return { ...shipped, fields: { ...shipped.fields, lead, contact: [] } }
}

function connectorWith(allowList: AllowList, harness: Harness = createHarness()) {
  return createConnector({ ...harness, deps: { ...harness.deps, allowList } })
}

function openOrg(
  changes: Parameters<typeof describeOrg>[1],
  classes: Classes | null,
  consents = false,
) {
  grantToken(mock(LOGIN))
  const org = mock(ORG)
  describeOrg(org, changes, classes, { consents })
  return org
}

/** Lists one lead whose activities are none. */
async function listLead(allowList: AllowList, row: object, harness = createHarness()) {
  const asked: string[] = []
  const org = mock(ORG)
  answerQuery(org, [{ Id: LEAD_1, ...row }], asked)
  answerComposite(org, () => [], asked)
  const { records } = await connectorWith(allowList, harness).list('lead', undefined)
  return { asked, facts: records[0]?.facts }
}

describe('a field that its owner classed', () => {
  const FIELDS = ['Id', 'Status', 'Existing_Patient__c', ...OPT_OUTS]
  const status = allow('Status', 'leadStatus', codes('lead-status'))
  const basis = 'The intake team recorded why this is read'

  test.each([
    ['HIPAA', ['Internal', 'HIPAA']],
    ['PII among others', ['Public', 'CCPA;PII']],
    ['Restricted', ['Restricted', '']],
    ['MissionCritical', ['MissionCritical', '']],
  ] as const)('%s is named in no request and its value is not kept', async (_name, labels) => {
    openOrg({ Lead: FIELDS }, { Lead: { Existing_Patient__c: labels } })
    const list = listWith(status, allow('Existing_Patient__c', 'existingPatient', BOOLEAN))

    const { asked, facts } = await listLead(list, { Existing_Patient__c: true })

    expect(asked.join(' ')).not.toContain('Existing_Patient__c')
    expect(facts).not.toHaveProperty('existingPatient')
  })

  test('is read when the allow-list says on which basis', async () => {
    openOrg({ Lead: FIELDS }, { Lead: { Existing_Patient__c: ['Restricted', 'HIPAA'] } })
    const entry = allow('Existing_Patient__c', 'existingPatient', BOOLEAN, { basis })

    const { facts } = await listLead(listWith(status, entry), { Existing_Patient__c: true })

    expect(facts).toMatchObject({ existingPatient: true })
  })

  test('only as internal or confidential is an ordinary field', async () => {
    openOrg({ Lead: FIELDS }, { Lead: { Status: ['Confidential', ''] } })

    const { asked } = await listLead(listWith(status), { Status: 'Open' })

    expect(asked[0]).toContain('SELECT Id, Status FROM Lead')
  })

  test('and may have held a refusal keeps people from being reached, and is logged once', async () => {
    const harness = createHarness()
    openOrg({ Lead: FIELDS }, { Lead: { DoNotCall: ['Internal', 'PII'] } })
    const list = listWith(status, allow('DoNotCall', 'doNotCall', BOOLEAN))

    const { facts } = await listLead(list, { DoNotCall: true }, harness)

    expect(facts).toMatchObject({ consentUnreadable: true })
    expect(facts).not.toHaveProperty('doNotCall')
    expect(harness.warnings.filter((line) => line.includes('DoNotCall'))).toEqual([
      'Salesforce fields are classed and have no basis Lead DoNotCall',
    ])
  })

  test('on an object reached through a lookup stays out as well', async () => {
    openOrg(
      { Lead: ['Id', 'IndividualId'], Individual: ['Id', 'ShouldForget', 'HasOptedOutSolicit'] },
      { Individual: { ShouldForget: ['Restricted', 'PII'] } },
    )
    const list = listWith(
      allow('Individual.ShouldForget', 'shouldForget', BOOLEAN),
      allow('Individual.HasOptedOutSolicit', 'doNotSolicit', BOOLEAN),
    )

    const { asked } = await listLead(list, {})

    expect(asked[0]).toContain('SELECT Id, Individual.HasOptedOutSolicit FROM Lead')
  })

  test('cannot be told from others without access to the setup: that is said, and the list decides', async () => {
    const harness = createHarness()
    openOrg({ Lead: FIELDS }, null)

    const { asked } = await listLead(listWith(status), {}, harness)

    expect(asked[0]).toContain('SELECT Id, Status FROM Lead')
    expect(harness.warnings.filter((line) => line.includes('View Setup'))).toHaveLength(1)
  })
})

test('a required field that vanished holds the people and is logged once', async () => {
  const harness = createHarness()
  openOrg({ Lead: ['Id', 'Status'] }, {})
  const list = listWith(
    allow('Status', 'leadStatus', codes('lead-status')),
    allow('No_Contact__c', 'doNotSolicit', BOOLEAN, { required: true }),
  )

  const { facts } = await listLead(list, { Status: 'Open - Not Contacted' }, harness)

  expect(facts).toMatchObject({ consentUnreadable: true })
  const told = harness.warnings.filter((line) => line.includes('must be readable'))
  expect(told).toEqual(['Salesforce fields that must be readable are not Lead No_Contact__c'])
})

test('an answer that holds more than was asked is cut down, in rows, parents and activities', async () => {
  openOrg(
    {
      Lead: ['Id', 'IndividualId', 'Existing_Patient__c'],
      Individual: ['Id', 'ShouldForget'],
      Task: ['Id', 'WhoId', 'IsClosed', 'CreatedDate', 'TaskSubtype', 'CallDisposition'],
    },
    {
      Lead: { Existing_Patient__c: ['Restricted', 'HIPAA'] },
      Task: { CallDisposition: ['Restricted', 'HIPAA'] },
    },
    true,
  )
  const org = mock(ORG)
  const more = {
    Existing_Patient__c: true,
    Crisis_Flag__c: true,
    Individual: { ShouldForget: false, HasOptedOutProcessing: true, LastName: 'Doe' },
  }
  const call = {
    Id: '00T5g000001AAAAEA4',
    WhoId: LEAD_1,
    IsClosed: true,
    CreatedDate: '2026-11-01T10:00:00.000+0000',
    TaskSubtype: 'Call',
    CallDisposition: 'Connected',
  }
  answerQuery(org, [{ Id: LEAD_1, ...more }])
  answerComposite(org, (soql) => (soql.includes('FROM Task') ? [call] : []))

  const { records } = await createConnector().list('lead', undefined)

  expect(records[0]?.facts).toMatchObject({ shouldForget: false })
  for (const fact of ['existingPatient', 'crisis', 'doNotProcess']) {
    expect(records[0]?.facts).not.toHaveProperty(fact)
  }
  expect(records[0]?.activities).toEqual([])
})

describe('consents kept beside the person', () => {
  const ORG_WITH_CONSENTS = {
    Lead: ['Id', 'IndividualId', ...OPT_OUTS],
    ContactPointTypeConsent: [...CONSENT_COLUMNS, 'EffectiveFrom', 'EffectiveTo'],
  }
  const list = listWith(allow('ConsentPoint.Phone', 'phoneConsent', codes('consent-status')))
  const refusal = {
    PartyId: INDIVIDUAL,
    ContactPointType: 'Phone',
    PrivacyConsentStatus: 'OptOut',
  }

  test('are asked for with the activities, and only for those who have an Individual', async () => {
    const asked: string[] = []
    const org = openOrg(ORG_WITH_CONSENTS, {}, true)
    answerQuery(org, [{ Id: LEAD_1, IndividualId: INDIVIDUAL }], asked)
    answerComposite(
      org,
      (soql) => (soql.includes('FROM ContactPointTypeConsent') ? [refusal] : []),
      asked,
    )

    const { records } = await connectorWith(list).list('lead', undefined)

    expect(records[0]?.facts).toMatchObject({ phoneConsent: 'opt-out' })
    expect(asked.at(-1)).toBe(
      'SELECT Id, PartyId, ContactPointType, PrivacyConsentStatus, EffectiveFrom, EffectiveTo FROM ContactPointTypeConsent ' +
        `WHERE PartyId IN (SELECT IndividualId FROM Lead WHERE Id >= '${LEAD_1}' AND Id <= '${LEAD_1}') AND ContactPointType IN ('Phone')`,
    )
    expect(asked.every((soql) => isQueryValid(soql))).toBe(true)
  })

  test('are not asked for when nobody has an Individual', async () => {
    openOrg(ORG_WITH_CONSENTS, {}, true)

    const { asked } = await listLead(list, { IndividualId: null })

    expect(asked.join(' ')).not.toContain('ContactPointTypeConsent')
  })

  test('are not asked for when the allow-list does not name them', async () => {
    openOrg({ Lead: ['Id', 'IndividualId'] }, {})

    const { asked } = await listLead(
      listWith(allow('Status', 'leadStatus', codes('lead-status'))),
      {
        IndividualId: INDIVIDUAL,
      },
    )

    expect(asked.join(' ')).not.toContain('IndividualId')
  })

  test('that may not be read keep people from being reached', async () => {
    openOrg(
      ORG_WITH_CONSENTS,
      { ContactPointTypeConsent: { PrivacyConsentStatus: ['Restricted', ''] } },
      true,
    )

    const { asked, facts } = await listLead(list, { IndividualId: INDIVIDUAL })

    expect(facts).toMatchObject({ consentUnreadable: true })
    expect(asked.join(' ')).not.toContain('ContactPointTypeConsent')
  })
})

test('describes every field, those of lookups as paths, hidden ones too', async () => {
  openOrg(
    {
      Lead: ['Id', 'IndividualId', 'Email'],
      Individual: ['Id', 'ShouldForget'],
      ContactPointTypeConsent: CONSENT_COLUMNS,
    },
    {
      Lead: { Email: ['Internal', 'PII'], SSN__c: ['MissionCritical', 'PII;HIPAA'] },
      Individual: { ShouldForget: ['Public', 'GDPR'] },
    },
    true,
  )

  const fields = await createConnector().schema()

  const leads = fields.filter(({ source }) => source === 'lead')
  const named = (field: string): CrmField | undefined => leads.find((one) => one.field === field)
  expect(named('Email')).toMatchObject({ sensitivity: 'sensitive', classes: ['PII'] })
  expect(named('SSN__c')).toEqual({
    source: 'lead',
    field: 'SSN__c',
    label: 'SSN__c',
    type: 'text',
    custom: true,
    sensitivity: 'highly-sensitive',
    classes: ['PII', 'HIPAA', 'MissionCritical'],
    options: [],
  })
  expect(named('Individual.ShouldForget')).toMatchObject({ classes: ['GDPR'] })
  expect(named('ConsentPoint.Phone')).toMatchObject({
    type: 'choice',
    options: ['opt-in', 'opt-out', 'expired'],
  })
  expect(fields.some(({ source }) => source === 'task')).toBe(true)
})

test('asks the classes of five objects in one call, each object by itself', async () => {
  const sent: string[] = []
  grantToken(mock(LOGIN))
  const org = mock(ORG)
  describeOrg(org, {}, {}, { onClasses: (urls) => sent.push(...urls.map(soqlOf)) })
  answerQuery(org, [])

  await createConnector().list('lead', undefined)

  expect(sent).toHaveLength(6)
  expect(sent[0]).toBe(
    "SELECT QualifiedApiName, Label, DataType, SecurityClassification, ComplianceGroup FROM FieldDefinition WHERE EntityDefinition.QualifiedApiName = 'Account'",
  )
})
