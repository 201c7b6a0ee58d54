import type { Connection } from 'jsforce'
import { describe, expect, it } from 'vitest'
import { SALESFORCE_FIELDS } from '#src/privacy/salesforce-fields.ts'
import { type StartedOrg, startOrg } from './start-org.ts'

// Metadata API Developer Guide: "CustomField", "PermissionSet", "createMetadata()",
// "upsertMetadata()", "readMetadata()"; Tooling API guide, "CustomField"; Salesforce Help,
// "Field-Level Security"; REST API Developer Guide, "sObject Describe".

const SCORE = {
  fullName: 'Lead.Leadwell_Score__c',
  label: 'Score',
  type: 'Number',
  precision: 3,
  scale: 0,
}

interface Described {
  readonly fields: readonly Record<string, unknown>[]
}

interface Outcome {
  readonly success: boolean
  readonly created?: boolean
}

/** jsforce types every property of a component as required; the wire does not. */
async function save(
  conn: Connection,
  how: 'create' | 'upsert',
  type: 'CustomField' | 'PermissionSet',
  ...components: readonly object[]
): Promise<readonly Outcome[]> {
  const list = [...components] as never
  const results: unknown =
    how === 'create'
      ? await conn.metadata.create(type, list)
      : await conn.metadata.upsert(type, list)
  return results as readonly Outcome[]
}

async function names(org: StartedOrg): Promise<unknown[]> {
  const reply = await org.api('GET', '/sobjects/Lead/describe')
  return (reply.body as Described).fields.map((field) => field['name'])
}

async function grant(
  org: StartedOrg,
  conn: Connection,
  field: string,
  editable = true,
): Promise<void> {
  await save(conn, 'upsert', 'PermissionSet', {
    fullName: 'Leadwell',
    label: 'Leadwell',
    fieldPermissions: [{ field, readable: true, editable }],
  })
  const [set] = await org.query("SELECT Id FROM PermissionSet WHERE Name = 'Leadwell'")
  await conn.sobject('PermissionSetAssignment').create({
    PermissionSetId: String(set?.['Id']),
    AssigneeId: (await conn.identity()).user_id,
  })
}

describe('an object description', () => {
  it('shows the organisation its own fields and none of ours', async () => {
    const org = await startOrg({ people: 3 })
    const wanted = (SALESFORCE_FIELDS.lead ?? [])
      .map(({ field }) => field)
      .filter((field) => !field.includes('.') && !field.startsWith('Leadwell_'))

    const found = await names(org)

    expect(found).toEqual(expect.arrayContaining(wanted))
    expect(found.filter((name) => String(name).startsWith('Leadwell_'))).toEqual([])
  })

  it('tells type, length, values and what can be filtered', async () => {
    const org = await startOrg({ people: 3 })

    const reply = await org.api('GET', '/sobjects/Lead/describe')

    const { fields } = reply.body as Described
    const field = (name: string): unknown => fields.find((candidate) => candidate['name'] === name)
    expect(field('Title')).toMatchObject({ type: 'string', length: 128, updateable: true })
    expect(field('Description')).toMatchObject({ type: 'textarea', filterable: false })
    expect(field('SystemModstamp')).toMatchObject({ type: 'datetime', updateable: false })
    expect(field('Inquiry_Type__c')).toMatchObject({
      type: 'picklist',
      restrictedPicklist: true,
      picklistValues: expect.arrayContaining([
        expect.objectContaining({ value: 'loved_one', active: true }),
      ]) as unknown,
    })
  })

  it.each([
    'Lead',
    'Contact',
    'Account',
    'Task',
    'Event',
    'Campaign',
    'CampaignMember',
    'CampaignMemberStatus',
    'Opportunity',
    'OpportunityContactRole',
    'Individual',
    'EmailMessage',
    'Organization',
    'User',
    'PermissionSet',
    'PermissionSetAssignment',
  ])('knows %s', async (object) => {
    const org = await startOrg({ people: 3 })

    const reply = await org.api('GET', `/sobjects/${object}/describe`)

    expect(reply).toMatchObject({ status: 200, body: { name: object } })
  })
})

describe('custom fields', () => {
  it('stay invisible to the integration user until a permission set grants them', async () => {
    const org = await startOrg({ people: 3 })
    const conn = await org.connect()
    const [lead] = await org.query('SELECT Id FROM Lead LIMIT 1')
    const write = () =>
      conn.sobject('Lead').update({ Id: String(lead?.['Id']), Leadwell_Score__c: 50 })

    const [made] = await save(conn, 'upsert', 'CustomField', SCORE)
    const hidden = await names(org)
    await expect(conn.query('SELECT Leadwell_Score__c FROM Lead')).rejects.toMatchObject({
      errorCode: 'INVALID_FIELD',
    })
    await expect(write()).rejects.toMatchObject({ errorCode: 'INVALID_FIELD' })
    await grant(org, conn, 'Lead.Leadwell_Score__c')

    expect(made).toMatchObject({ success: true, created: true })
    expect(hidden).not.toContain('Leadwell_Score__c')
    expect(await names(org)).toContain('Leadwell_Score__c')
    await expect(write()).resolves.toMatchObject({ success: true })
  })

  it('granted for reading only cannot be written', async () => {
    const org = await startOrg({ people: 3 })
    const conn = await org.connect()
    const [lead] = await org.query('SELECT Id FROM Lead LIMIT 1')
    await save(conn, 'create', 'CustomField', SCORE)

    await grant(org, conn, 'Lead.Leadwell_Score__c', false)
    const reply = await org.api('PATCH', `/sobjects/Lead/${String(lead?.['Id'])}`, {
      Leadwell_Score__c: 5,
    })

    expect(reply.body).toMatchObject([{ errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE' }])
  })

  it('are made again by upsert without complaint and by create with one', async () => {
    const org = await startOrg({ people: 3 })
    const conn = await org.connect()
    await save(conn, 'create', 'CustomField', SCORE)

    const [upserted] = await save(conn, 'upsert', 'CustomField', SCORE)
    const [created] = await save(conn, 'create', 'CustomField', SCORE)

    expect(upserted).toMatchObject({ success: true, created: false })
    expect(created).toMatchObject({
      success: false,
      errors: [{ statusCode: 'DUPLICATE_DEVELOPER_NAME' }],
    })
  })

  it.each([
    ['long text without visible lines', { type: 'LongTextArea', length: 2000 }],
    ['a text area with a length', { type: 'TextArea', length: 255 }],
    ['text over 255', { type: 'Text', length: 256 }],
    ['a scale above the precision', { type: 'Number', precision: 3, scale: 4 }],
    ['a picklist without values', { type: 'Picklist' }],
    ['a checkbox without default', { type: 'Checkbox' }],
    ['a type nobody knows', { type: 'Crystal' }],
  ])('refuse %s', async (_what, metadata) => {
    const org = await startOrg({ people: 3 })
    const conn = await org.connect()

    const [result] = await save(conn, 'upsert', 'CustomField', {
      fullName: 'Lead.Leadwell_X__c',
      label: 'X',
      ...metadata,
    })

    expect(result).toMatchObject({
      success: false,
      errors: [{ statusCode: 'FIELD_INTEGRITY_EXCEPTION' }],
    })
  })

  it('hold picklist and multi-select values to their list', async () => {
    const org = await startOrg({ people: 3 })
    const conn = await org.connect()
    const values = ['phone', 'email', 'sms'].map((fullName) => ({
      fullName,
      default: false,
      label: fullName,
    }))
    await save(conn, 'upsert', 'CustomField', {
      fullName: 'Lead.Leadwell_Channels__c',
      label: 'Channels',
      type: 'MultiselectPicklist',
      visibleLines: 4,
      valueSet: { restricted: true, valueSetDefinition: { sorted: false, value: values } },
    })
    await grant(org, conn, 'Lead.Leadwell_Channels__c')
    const [lead] = await org.query('SELECT Id FROM Lead LIMIT 1')
    const write = (value: string) =>
      org.api('PATCH', `/sobjects/Lead/${String(lead?.['Id'])}`, { Leadwell_Channels__c: value })

    const good = await write('phone;sms')
    const bad = await write('phone;fax')

    expect(good.status).toBe(204)
    expect(bad.body).toMatchObject([{ errorCode: 'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST' }])
    expect(
      await org.query("SELECT Id FROM Lead WHERE Leadwell_Channels__c INCLUDES ('sms')"),
    ).toHaveLength(1)
  })

  it('can be made through the Tooling API', async () => {
    const org = await startOrg({ people: 3 })
    const conn = await org.connect()
    const { fullName, ...metadata } = SCORE

    const reply = await org.api('POST', '/tooling/sobjects/CustomField', {
      FullName: fullName,
      Metadata: metadata,
    })
    const read = await conn.metadata.read('CustomField', [fullName])

    expect(reply).toMatchObject({ status: 201, body: { success: true } })
    expect(read).toMatchObject([{ fullName, type: 'Number', precision: 3 }])
  })
})

describe('calls', () => {
  it('take at most ten components', async () => {
    const org = await startOrg({ people: 3 })
    const conn = await org.connect()
    const eleven = Array.from({ length: 11 }, (_, at) => ({
      ...SCORE,
      fullName: `Lead.Leadwell_${at}__c`,
    }))

    await expect(save(conn, 'upsert', 'CustomField', ...eleven)).rejects.toThrow(
      'EXCEEDED_ID_LIMIT',
    )
  })

  it('refuse field permissions on fields that do not exist', async () => {
    const org = await startOrg({ people: 3 })
    const conn = await org.connect()

    const [result] = await save(conn, 'upsert', 'PermissionSet', {
      fullName: 'Leadwell',
      label: 'Leadwell',
      fieldPermissions: [{ field: 'Lead.Nope__c', readable: true, editable: true }],
    })

    expect(result).toMatchObject({ success: false })
  })

  it('answer an ended session with a SOAP fault', async () => {
    const org = await startOrg({ people: 3 })
    const envelope =
      '<e:Envelope xmlns:e="http://schemas.xmlsoap.org/soap/envelope/"><e:Body><readMetadata xmlns="http://soap.sforce.com/2006/04/metadata"/></e:Body></e:Envelope>'

    const response = await fetch(`${org.url}/services/Soap/m/67.0`, {
      method: 'POST',
      body: envelope,
    })

    expect(response.status).toBe(500)
    expect(await response.text()).toMatch(/<faultcode>sf:INVALID_SESSION_ID<\/faultcode>/)
  })
})
