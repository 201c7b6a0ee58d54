import { describe, expect, test } from 'vitest'
import { FIELDS } from '#connectors/salesforce/provisioning/properties.ts'
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

// What an organisation does with all this is shown on the sandbox; here is what only the wire can show.

const mock = useHttpMock()
const SOAP = '/services/Soap/m/67.0'
const SET_ID = '0PS5g000001AAAAEA4'
const OURS = {
  Account: FIELDS.company.map(({ name }) => name),
  Lead: FIELDS.lead.map(({ name }) => name),
  Contact: FIELDS.contact.map(({ name }) => name),
}
const shown = (names: readonly string[]) => names.map((name) => ({ name, updateable: true }))
const EVERYTHING = {
  Account: shown(OURS.Account),
  Lead: shown(OURS.Lead),
  Contact: shown(OURS.Contact),
}
const WITHOUT_SCORE = { ...EVERYTHING, Account: shown(OURS.Account.slice(1)) }

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

/** Announces as many Metadata API calls, none of which is answered as one would wish. */
function withoutMetadataApi(org: Scope, calls: number): void {
  org.post(SOAP).times(calls).reply(404, 'not here')
}

function assignSet(org: Scope, status: number, body: unknown): void {
  answerQuery(org, [{ Id: SET_ID }])
  org
    .post(`${DATA}/sobjects/PermissionSetAssignment`, {
      AssigneeId: USER_ID,
      PermissionSetId: SET_ID,
    })
    .reply(status, body as object)
}

/** Both sets by the REST objects: looked for, made, looked into and filled. */
function grantByRest(org: Scope, granted: Granted[] = []): void {
  for (let set = 0; set < 2; set += 1) {
    answerQuery(org, [])
    org.post(`${DATA}/sobjects/PermissionSet`).reply(201, { id: SET_ID, success: true, errors: [] })
    answerQuery(org, [])
    org.post(`${DATA}/composite/sobjects`, (body) => granted.push(body) > 0).reply(200, [])
  }
}
interface Granted {
  readonly records: readonly { readonly Field: string; readonly PermissionsEdit: boolean }[]
}

const FAULT =
  '<soapenv:Envelope xmlns:soapenv="x"><soapenv:Body><soapenv:Fault><faultcode>sf:INSUFFICIENT_ACCESS</faultcode><faultstring>no</faultstring></soapenv:Fault></soapenv:Body></soapenv:Envelope>'

describe('provisioning without the Metadata API', () => {
  test('makes fields by the Tooling API and grants them by the REST objects', async () => {
    const created: { FullName: string; Metadata: { type: string } }[] = []
    const granted: Granted[] = []
    const org = openOrg()
    describeOurs(org, { ...EVERYTHING, Account: [] })
    withoutMetadataApi(org, 2)
    answerQuery(org, [])
    answerQuery(org, [])
    withoutMetadataApi(org, 1)
    org
      .post(`${DATA}/tooling/sobjects/CustomField`, (body) => created.push(body) > 0)
      .times(2)
      .reply(201, { id: '00N5g000001AAAAEA4', success: true, errors: [] })
      .post(`${DATA}/tooling/sobjects/CustomField`, (body) => created.push(body) > 0)
      .reply(400, [{ errorCode: 'DUPLICATE_DEVELOPER_NAME', message: 'x' }])
    org.post(SOAP).reply(200, '<html>no SOAP</html>', { 'content-type': 'text/html' })
    grantByRest(org, granted)
    assignSet(org, 201, { id: '0Pa5g000001AAAAEA4', success: true, errors: [] })
    describeOurs(org, EVERYTHING)
    withoutMetadataApi(org, 1)

    await createConnector(createHarness()).provision({ dryRun: false })

    expect(created.map(({ FullName, Metadata }) => [FullName, Metadata.type])).toEqual([
      ['Account.Leadwell_Account_Score__c', 'Number'],
      ['Account.Leadwell_Account_Tier__c', 'Picklist'],
      ['Account.Leadwell_Engaged_Contacts__c', 'Number'],
    ])
    expect(granted.map(({ records }) => records.length)).toEqual([35, 35])
    expect(
      granted.map(({ records }) => records.filter((row) => row.PermissionsEdit).length),
    ).toEqual([33, 2])
  })

  test('goes on when the set is already given to our user', async () => {
    const org = openOrg()
    describeOurs(org, WITHOUT_SCORE)
    withoutMetadataApi(org, 2)
    answerQuery(org, [])
    answerQuery(org, [])
    withoutMetadataApi(org, 1)
    org
      .post(`${DATA}/tooling/sobjects/CustomField`)
      .reply(201, { id: '00N5g000001AAAAEA4', success: true, errors: [] })
    withoutMetadataApi(org, 1)
    grantByRest(org)
    assignSet(org, 400, [{ errorCode: 'DUPLICATE_VALUE', message: 'x' }])
    describeOurs(org, EVERYTHING)
    withoutMetadataApi(org, 1)

    const steps = await createConnector().provision({ dryRun: false })

    expect(steps.filter(({ kind }) => kind === 'property')).toHaveLength(35)
  })

  test('says what was refused, what an admin does, and quotes nobody', async () => {
    const org = openOrg()
    const refusal = [{ errorCode: 'INSUFFICIENT_ACCESS', message: 'for jane@example.org' }]
    const refuse = (calls: number) =>
      org.post(SOAP).times(calls).reply(500, FAULT, { 'content-type': 'text/xml' })
    describeOurs(org, WITHOUT_SCORE)
    refuse(2)
    answerQuery(org, [])
    answerQuery(org, [])
    refuse(1)
    org.post(`${DATA}/tooling/sobjects/CustomField`).reply(403, refusal)
    refuse(1)
    answerQuery(org, [])
    org.post(`${DATA}/sobjects/PermissionSet`).reply(403, refusal)
    describeOurs(org, WITHOUT_SCORE)
    refuse(1)

    const error = await errorOf(createConnector().provision({ dryRun: false }))

    expect(error).toMatchObject({ name: 'PermanentError', code: 'salesforce-provision-refused' })
    expect(error.message).toContain('Account.Leadwell_Account_Score__c')
    expect(error.message).toContain('INSUFFICIENT_ACCESS')
    expect(error.message).not.toContain('jane')
    expect(error.hint).toContain('Customize Application')
  })

  test('adds a value to a choice without dropping those that are there', async () => {
    const org = openOrg()
    const tiers = ['recycled', 'nurture'].map((value) => ({ value }))
    const lead = EVERYTHING.Lead.map((field) =>
      field.name === 'Leadwell_Tier__c' ? { ...field, picklistValues: tiers } : field,
    )
    describeOurs(org, { ...EVERYTHING, Lead: lead })
    withoutMetadataApi(org, 2)
    answerQuery(org, [{ Id: SET_ID }])
    answerQuery(org, [{ Id: SET_ID }])
    answerQuery(org, [{ Id: SET_ID }])

    const steps = await createConnector().provision({ dryRun: true })

    expect(steps.filter(({ action }) => action !== 'keep')).toEqual([
      {
        object: 'lead',
        kind: 'property',
        name: 'Leadwell_Tier__c',
        action: 'update',
        changes: [
          {
            what: 'values',
            from: 'recycled, nurture',
            to: 'recycled, nurture, sales_ready, unqualified',
          },
        ],
      },
    ])
  })
})

describe('saving permission sets', () => {
  test('is tried again with the batch when one cannot be saved just now', async () => {
    const harness = createHarness()
    const org = openEmptyOrg()
    const sent: string[] = []
    takeSets(org, sent, (name) => refused(name, 'UNABLE_TO_LOCK_ROW'))
    takeSets(org, sent, taken)
    assignSet(org, 201, { id: '0Pa5g000001AAAAEA4', success: true, errors: [] })
    hideObjects(org)

    await createConnector(harness).provision({ dryRun: false })

    expect(sent.map(namesIn)).toEqual([
      ['Leadwell_Integration', 'Leadwell_Reps'],
      ['Leadwell_Integration', 'Leadwell_Reps'],
    ])
    expect(harness.slept).toHaveLength(1)
  })

  test('leaves out standard fields an organisation does not have, and says so', async () => {
    const harness = createHarness()
    const org = openEmptyOrg()
    const sent: string[] = []
    takeSets(org, sent, (name) =>
      name === 'Leadwell_Integration' ? refused(name, 'FIELD_INTEGRITY_EXCEPTION') : taken(name),
    )
    takeSets(org, sent, taken)
    assignSet(org, 201, { id: '0Pa5g000001AAAAEA4', success: true, errors: [] })
    hideObjects(org)

    await createConnector(harness).provision({ dryRun: false })

    expect(sent.map(namesIn)[1]).toEqual(['Leadwell_Integration'])
    expect(sent[0]).toContain('Campaign.Type')
    expect(sent[1]).not.toContain('Campaign')
    expect(sent[1]).toContain('Lead.Leadwell_Score__c')
    expect(harness.warnings.join()).toContain('FIELD_INTEGRITY_EXCEPTION')
  })
})

const namesIn = (xml: string) =>
  Array.from(xml.matchAll(/<fullName>([^<]*)</g), ([, name]) => String(name))
const taken = (name: string) =>
  `<created>true</created><fullName>${name}</fullName><success>true</success>`
const refused = (name: string, code: string) =>
  `<created>false</created><errors><message>x</message><statusCode>${code}</statusCode></errors><fullName>${name}</fullName><success>false</success>`

/** All three objects hidden, so that the permission sets are all there is to make. */
function openEmptyOrg(): Scope {
  const org = openOrg()
  hideObjects(org)
  org.post(SOAP).reply(200, soapAnswer('readMetadata', '<records xsi:nil="true"/>'), XML)
  return org
}

function hideObjects(org: Scope): void {
  org
    .get(/describe$/)
    .times(3)
    .reply(404, [{ errorCode: 'NOT_FOUND', message: 'x' }])
}

function takeSets(org: Scope, sent: string[], outcome: (name: string) => string): void {
  org.post(SOAP).reply(async (request: Request) => {
    const xml = await request.text()
    sent.push(xml)
    const results = namesIn(xml).map((name) => `<result>${outcome(name)}</result>`)
    return [200, soapAnswer('upsertMetadata', results.join('')), XML]
  })
}

const XML = { 'content-type': 'text/xml' }
const soapAnswer = (call: string, body: string) =>
  `<?xml version="1.0"?><soapenv:Envelope xmlns:soapenv="http://schemas.xmlsoap.org/soap/envelope/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><soapenv:Body><${call}Response xmlns="http://soap.sforce.com/2006/04/metadata">${call === 'readMetadata' ? `<result>${body}</result>` : body}</${call}Response></soapenv:Body></soapenv:Envelope>`
