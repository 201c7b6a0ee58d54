import { describe, expect, test } from 'vitest'
import { FIELDS } from '#connectors/salesforce/properties.ts'
import { type Scope, useHttpMock } from '#test/http-mock.ts'
import {
  answerQuery,
  createConnector,
  createHarness,
  DATA,
  errorOf,
  grantToken,
  LOGIN,
  ORG,
  USER_ID,
} from './harness.ts'

const mock = useHttpMock()
const SOAP = '/services/Soap/m/67.0'
const SET_ID = '0PS5g000001AAAAEA4'
const OURS = {
  Account: FIELDS.company.map(({ name }) => name),
  Lead: FIELDS.lead.map(({ name }) => name),
  Contact: FIELDS.contact.map(({ name }) => name),
}

function openOrg(): Scope {
  grantToken(mock(LOGIN))
  return mock(ORG)
}

/** Announces one look at the three objects. */
function describeOurs(org: Scope, fields: Readonly<Record<keyof typeof OURS, readonly object[]>>) {
  for (const [sobject, list] of Object.entries(fields)) {
    org.get(`${DATA}/sobjects/${sobject}/describe`).reply(200, { fields: list })
  }
}
const shown = (names: readonly string[]) => names.map((name) => ({ name, updateable: true }))
const NOTHING = { Account: [], Lead: [], Contact: [] }
const EVERYTHING = {
  Account: shown(OURS.Account),
  Lead: shown(OURS.Lead),
  Contact: shown(OURS.Contact),
}

/** Announces a Metadata API call that succeeds; gives the components' names. */
function takeMetadata(org: Scope, names: string[] = []): void {
  org.post(SOAP).reply(async (request: Request) => {
    const xml = await request.text()
    const fullNames = [...xml.matchAll(/<metadata [^>]*><fullName>([^<]*)</g)].map(
      ([, name]) => name,
    )
    names.push(...fullNames.map(String))
    const results = fullNames.map(
      (name) =>
        `<result><created>true</created><fullName>${name}</fullName><success>true</success></result>`,
    )
    return [200, envelope(results.join('')), { 'content-type': 'text/xml' }]
  })
}
const envelope = (results: string) =>
  `<?xml version="1.0"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/"><soapenv:Body><upsertMetadataResponse xmlns="http://soap.sforce.com/2006/04/metadata">${results}</upsertMetadataResponse></soapenv:Body></soapenv:Envelope>`

function assignSet(org: Scope): void {
  answerQuery(org, [{ Id: SET_ID }])
  org
    .post(`${DATA}/sobjects/PermissionSetAssignment`, {
      AssigneeId: USER_ID,
      PermissionSetId: SET_ID,
    })
    .reply(201, { id: '0Pa5g000001AAAAEA4', success: true, errors: [] })
}

describe('provisioning', () => {
  test('that finds everything only reads', async () => {
    const org = openOrg()
    describeOurs(org, EVERYTHING)

    const steps = await createConnector().provision({ dryRun: false })

    expect(steps).toHaveLength(36)
    expect(new Set(steps.map(({ action }) => action))).toEqual(new Set(['keep']))
  })

  test('dry says what is missing and creates nothing', async () => {
    const org = openOrg()
    describeOurs(org, { ...EVERYTHING, Account: shown(OURS.Account.slice(1)) })
    answerQuery(org, [{ Id: SET_ID }])

    const steps = await createConnector().provision({ dryRun: true })

    expect(steps.filter(({ action }) => action !== 'keep')).toEqual([
      { object: 'company', kind: 'property', name: OURS.Account[0], action: 'create' },
      { object: 'company', kind: 'permission', name: 'Leadwell_Integration', action: 'update' },
    ])
  })

  test('creates ten fields a call, then the permission set, then gives it to our user', async () => {
    const names: string[] = []
    const org = openOrg()
    describeOurs(org, NOTHING)
    answerQuery(org, [])
    for (let call = 0; call < 5; call += 1) takeMetadata(org, names)
    assignSet(org)
    describeOurs(org, EVERYTHING)

    const steps = await createConnector().provision({ dryRun: false })

    expect(names).toHaveLength(34)
    expect(names.slice(0, 4)).toEqual([
      'Account.Leadwell_Account_Score__c',
      'Account.Leadwell_Account_Tier__c',
      'Account.Leadwell_Engaged_Contacts__c',
      'Lead.Leadwell_Score__c',
    ])
    expect(names.at(-1)).toBe('Leadwell_Integration')
    expect(new Set(steps.map(({ action }) => action))).toEqual(new Set(['create']))
  })

  test('grants a field that is there but hidden, and adds an option that is missing', async () => {
    const org = openOrg()
    const tiers = ['sales_ready', 'nurture'].map((value) => ({ value }))
    const lead = EVERYTHING.Lead.map((field) => {
      if (field.name === 'Leadwell_Tier__c') return { ...field, picklistValues: tiers }
      return field.name === 'Leadwell_Score__c' ? { ...field, updateable: false } : field
    })
    const names: string[] = []
    describeOurs(org, { ...EVERYTHING, Lead: lead })
    answerQuery(org, [{ Id: SET_ID }])
    takeMetadata(org, names)
    takeMetadata(org, names)
    assignSet(org)
    describeOurs(org, EVERYTHING)

    const steps = await createConnector().provision({ dryRun: false })

    expect(names).toEqual(['Lead.Leadwell_Tier__c', 'Leadwell_Integration'])
    expect(steps.filter(({ action }) => action !== 'keep')).toMatchObject([
      { name: 'Leadwell_Tier__c', action: 'update' },
      { object: 'lead', name: 'Leadwell_Integration', action: 'update' },
    ])
  })

  test('goes over the Tooling API where there is no Metadata API', async () => {
    const harness = createHarness()
    const org = openOrg()
    const created: { FullName: string; Metadata: { type: string } }[] = []
    const granted: { records: { Field: string }[] }[] = []
    describeOurs(org, { ...EVERYTHING, Account: [] })
    answerQuery(org, [])
    org.post(SOAP).reply(404, 'not here')
    org
      .post(`${DATA}/tooling/sobjects/CustomField`, (body) => created.push(body) > 0)
      .times(2)
      .reply(201, { id: '00N5g000001AAAAEA4', success: true, errors: [] })
      .post(`${DATA}/tooling/sobjects/CustomField`, (body) => created.push(body) > 0)
      .reply(400, [{ errorCode: 'DUPLICATE_DEVELOPER_NAME', message: 'x' }])
    org.post(SOAP).reply(200, '<html>no SOAP</html>', { 'content-type': 'text/html' })
    answerQuery(org, [])
    org.post(`${DATA}/sobjects/PermissionSet`).reply(201, { id: SET_ID, success: true, errors: [] })
    answerQuery(org, [])
    org.post(`${DATA}/composite/sobjects`, (body) => granted.push(body) > 0).reply(200, [])
    assignSet(org)
    describeOurs(org, EVERYTHING)

    await createConnector(harness).provision({ dryRun: false })

    expect(created.map(({ FullName, Metadata }) => [FullName, Metadata.type])).toEqual([
      ['Account.Leadwell_Account_Score__c', 'Number'],
      ['Account.Leadwell_Account_Tier__c', 'Picklist'],
      ['Account.Leadwell_Engaged_Contacts__c', 'Number'],
    ])
    expect(granted[0]?.records).toHaveLength(33)
  })

  test('that an organisation refuses says which fields and what an admin does', async () => {
    const org = openOrg()
    const refusal = [{ errorCode: 'INSUFFICIENT_ACCESS', message: 'for jane@example.org' }]
    describeOurs(org, { ...EVERYTHING, Account: shown(OURS.Account.slice(1)) })
    answerQuery(org, [])
    org
      .post(SOAP)
      .times(2)
      .reply(
        500,
        '<soapenv:Envelope xmlns:soapenv="x"><soapenv:Body><soapenv:Fault><faultcode>sf:INSUFFICIENT_ACCESS</faultcode><faultstring>no</faultstring></soapenv:Fault></soapenv:Body></soapenv:Envelope>',
        { 'content-type': 'text/xml' },
      )
    org.post(`${DATA}/tooling/sobjects/CustomField`).reply(403, refusal)
    answerQuery(org, [])
    org.post(`${DATA}/sobjects/PermissionSet`).reply(403, refusal)
    describeOurs(org, { ...EVERYTHING, Account: shown(OURS.Account.slice(1)) })

    const error = await errorOf(createConnector().provision({ dryRun: false }))

    expect(error).toMatchObject({ name: 'PermanentError', code: 'salesforce-provision-refused' })
    expect(error.message).toContain('Account.Leadwell_Account_Score__c')
    expect(error.message).toContain('INSUFFICIENT_ACCESS')
    expect(error.message).not.toContain('jane')
    expect(error.hint).toContain('Customize Application')
  })

  test('goes on when the set is already given to our user', async () => {
    const org = openOrg()
    describeOurs(org, { ...EVERYTHING, Account: [] })
    answerQuery(org, [{ Id: SET_ID }])
    takeMetadata(org)
    takeMetadata(org)
    answerQuery(org, [{ Id: SET_ID }])
    org
      .post(`${DATA}/sobjects/PermissionSetAssignment`)
      .reply(400, [{ errorCode: 'DUPLICATE_VALUE', message: 'x' }])
    describeOurs(org, EVERYTHING)

    const steps = await createConnector().provision({ dryRun: false })

    expect(steps).toHaveLength(36)
  })
})
