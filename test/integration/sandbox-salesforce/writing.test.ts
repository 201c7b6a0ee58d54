import { describe, expect, it } from 'vitest'
import { normalizeId } from '#sandbox/salesforce/ids.ts'
import { type StartedOrg, startOrg } from './start-org.ts'

// REST API Developer Guide: "sObject Rows", "sObject Collections" (200 records, ten chunks, results in
// order), "Assignment Rule Header", "Get Updated", "Get Deleted". Status codes: SOAP API Developer
// Guide, "Core Data Types", StatusCode.

const MINUTE_MS = 60_000
const KEEP_OWNER = { 'Sforce-Auto-Assign': 'FALSE' }

interface SaveResult {
  readonly id?: string
  readonly success: boolean
  readonly errors: readonly { readonly statusCode: string; readonly fields: readonly string[] }[]
}

async function idsOf(org: StartedOrg, object: string, count: number): Promise<string[]> {
  const rows = await org.query(`SELECT Id FROM ${object} ORDER BY Id LIMIT ${count}`)
  return rows.map((row) => String(row['Id']))
}

async function patch(
  org: StartedOrg,
  records: readonly object[],
  options: { allOrNone?: boolean; headers?: Record<string, string> } = {},
): Promise<{ status: number; results: readonly SaveResult[]; body: unknown }> {
  const reply = await org.api(
    'PATCH',
    '/composite/sobjects',
    { allOrNone: options.allOrNone ?? false, records },
    options.headers ?? KEEP_OWNER,
  )
  return { status: reply.status, results: reply.body as SaveResult[], body: reply.body }
}

const lead = (id: string, fields: object): object => ({
  attributes: { type: 'Lead' },
  id,
  ...fields,
})
const codes = (results: readonly SaveResult[]): (string | undefined)[] =>
  results.map((result) => result.errors[0]?.statusCode)

describe('sObject collections', () => {
  it('answers each record in order and saves the good ones beside the bad', async () => {
    const org = await startOrg()
    const [a = '', b = '', c = ''] = await idsOf(org, 'Lead', 3)
    await org.api('DELETE', `/sobjects/Lead/${c}`)

    const { status, results } = await patch(org, [
      lead(a, { Title: 'CHRO' }),
      lead(b, { Inquiry_Type__c: 'nonsense' }),
      lead(c, { Title: 'x' }),
      lead('00Q5g00000zzzzz', { Title: 'x' }),
      lead('not-an-id', { Title: 'x' }),
      lead(b, { Title: 'y'.repeat(129) }),
      lead(a, { Title: 'again' }),
    ])

    expect(status).toBe(200)
    expect(codes(results)).toEqual([
      undefined,
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
      'ENTITY_IS_DELETED',
      'INVALID_CROSS_REFERENCE_KEY',
      'MALFORMED_ID',
      'DUPLICATE_VALUE',
      'DUPLICATE_VALUE',
    ])
    expect(results[1]?.errors[0]?.fields).toEqual(['Inquiry_Type__c'])
    expect(await org.query(`SELECT Title FROM Lead WHERE Id = '${a}'`)).toMatchObject([
      { Title: 'CHRO' },
    ])
  })

  it('names text that is too long and numbers out of range', async () => {
    const org = await startOrg()
    const [a = '', b = ''] = await idsOf(org, 'Lead', 2)

    const { results } = await patch(org, [
      lead(a, { Title: 'y'.repeat(129) }),
      lead(b, { NumberOfEmployees: 123_456_789 }),
    ])

    expect(codes(results)).toEqual(['STRING_TOO_LONG', 'NUMBER_OUTSIDE_VALID_RANGE'])
  })

  it('refuses more than 200 records as a whole', async () => {
    const org = await startOrg({ people: 300 })
    const ids = await idsOf(org, 'Lead', 201)

    const { status, body } = await patch(
      org,
      ids.map((id) => lead(id, { Title: 'CEO' })),
    )

    expect(status).toBe(400)
    expect(body).toMatchObject([{ errorCode: 'EXCEEDED_ID_LIMIT' }])
    expect(await org.query("SELECT Id FROM Lead WHERE Title = 'CEO'")).toEqual([])
  })

  it('refuses a request with a field the user cannot see or nobody has', async () => {
    const org = await startOrg()
    const [a = '', b = ''] = await idsOf(org, 'Lead', 2)

    const { status, body } = await patch(org, [
      lead(a, { Title: 'COO' }),
      lead(b, { Leadwell_Score__c: 5 }),
    ])

    expect(status).toBe(400)
    expect(body).toMatchObject([{ errorCode: 'INVALID_FIELD' }])
    expect(await org.query("SELECT Id FROM Lead WHERE Title = 'COO'")).toEqual([])
  })

  it('undoes everything with allOrNone when one record fails', async () => {
    const org = await startOrg()
    const [a = '', b = ''] = await idsOf(org, 'Lead', 2)

    const { results } = await patch(
      org,
      [lead(a, { Title: 'CFO' }), lead(b, { Age_Band__c: 'old' })],
      { allOrNone: true },
    )

    expect(codes(results)).toEqual([
      'ALL_OR_NONE_OPERATION_ROLLED_BACK',
      'INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST',
    ])
    expect(await org.query("SELECT Id FROM Lead WHERE Title = 'CFO'")).toEqual([])
  })

  it('takes mixed types in up to ten chunks', async () => {
    const org = await startOrg()
    const leads = await idsOf(org, 'Lead', 6)
    const contacts = await idsOf(org, 'Contact', 6)
    const mixed = leads.flatMap((id, at) => [
      lead(id, { Title: 'Mixed' }),
      { attributes: { type: 'Contact' }, id: contacts[at], Title: 'Mixed' },
    ])

    const ten = await patch(org, mixed.slice(0, 10))
    const eleven = await patch(org, mixed.slice(0, 11))

    expect(ten.results.every(({ success }) => success)).toBe(true)
    expect(eleven).toMatchObject({ status: 400, body: [{ errorCode: 'LIMIT_EXCEEDED' }] })
  })

  it('never changes a converted lead', async () => {
    const org = await startOrg()
    const [id = ''] = await idsOf(org, 'Lead', 1)

    const converted = org.sandbox.edits.convertLead(id)
    const { results } = await patch(org, [lead(id, { Title: 'x' })])

    expect(codes(results)).toEqual(['CANNOT_UPDATE_CONVERTED_LEAD'])
    expect(
      await org.query(`SELECT IsConverted, ConvertedContactId FROM Lead WHERE Id = '${id}'`),
    ).toMatchObject([{ IsConverted: true, ConvertedContactId: converted.contactId }])
  })

  it('gives per-record errors that a test orders, once each', async () => {
    const org = await startOrg()
    const [a = '', b = ''] = await idsOf(org, 'Lead', 2)
    org.sandbox.failNext({ id: a, statusCode: 'UNABLE_TO_LOCK_ROW' })
    org.sandbox.failNext({
      id: b,
      statusCode: 'FIELD_CUSTOM_VALIDATION_EXCEPTION',
      fields: ['Title'],
    })
    const write = () => patch(org, [lead(a, { Title: 'x' }), lead(b, { Title: 'x' })])

    const first = await write()
    const second = await write()

    expect(codes(first.results)).toEqual([
      'UNABLE_TO_LOCK_ROW',
      'FIELD_CUSTOM_VALIDATION_EXCEPTION',
    ])
    expect(second.results.every(({ success }) => success)).toBe(true)
  })

  it('retrieves by id with null for what is gone', async () => {
    const org = await startOrg()
    const [a = '', b = ''] = await idsOf(org, 'Lead', 2)
    await org.api('DELETE', `/sobjects/Lead/${b}`)

    const reply = await org.api('POST', '/composite/sobjects/Lead', {
      ids: [a, b],
      fields: ['Id', 'Individual.HasOptedOutProfiling'],
    })

    expect(reply.body).toMatchObject([{ Id: a }, null])
  })

  it('deletes by ids', async () => {
    const org = await startOrg()
    const ids = await idsOf(org, 'Lead', 2)

    const reply = await org.api('DELETE', `/composite/sobjects?ids=${ids.join(',')}`)

    expect((reply.body as SaveResult[]).every(({ success }) => success)).toBe(true)
    expect(await org.query(`SELECT Id FROM Lead WHERE Id IN ('${ids.join("','")}')`)).toEqual([])
  })
})

describe('assignment rules', () => {
  it('hand a lead to another owner on update unless Sforce-Auto-Assign is FALSE', async () => {
    const org = await startOrg()
    const [a = '', b = ''] = await idsOf(org, 'Lead', 2)
    const ownerOf = async (id: string): Promise<unknown> =>
      (await org.query(`SELECT OwnerId FROM Lead WHERE Id = '${id}'`))[0]?.['OwnerId']
    const before = await ownerOf(a)

    await patch(org, [lead(a, { Title: 'x' })], { headers: {} })
    await patch(org, [lead(b, { Title: 'x' })], { headers: KEEP_OWNER })

    expect(await ownerOf(a)).not.toBe(before)
    expect(await ownerOf(b)).toBe(before)
  })
})

describe('single records', () => {
  it('are created with a valid id, read, changed and deleted', async () => {
    const org = await startOrg()
    const conn = await org.connect()

    const made = await conn.sobject('Lead').create({ LastName: 'Sample', Company: 'Example' })
    await conn.sobject('Lead').update({ Id: made.id ?? '', Title: 'Benefits Manager' })
    const read = await conn.sobject('Lead').retrieve(made.id ?? '')
    await conn.sobject('Lead').destroy(made.id ?? '')

    expect(normalizeId(made.id ?? '')).toBe(made.id)
    expect(read).toMatchObject({ Name: 'Sample', Title: 'Benefits Manager', IsDeleted: false })
    await expect(conn.sobject('Lead').retrieve(made.id ?? '')).rejects.toMatchObject({
      errorCode: 'ENTITY_IS_DELETED',
    })
  })

  it('need their required fields and cannot set what the platform keeps', async () => {
    const org = await startOrg()

    const empty = await org.api('POST', '/sobjects/Lead', { FirstName: 'A' })
    const dated = await org.api('POST', '/sobjects/Lead', {
      LastName: 'B',
      Company: 'C',
      CreatedDate: '2020-01-01T00:00:00Z',
    })

    expect(empty.body).toMatchObject([
      { errorCode: 'REQUIRED_FIELD_MISSING', fields: ['LastName', 'Company'] },
    ])
    expect(dated.body).toMatchObject([{ errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE' }])
  })

  it('move SystemModstamp and say who changed them', async () => {
    const org = await startOrg()
    const [id = ''] = await idsOf(org, 'Lead', 1)
    org.advance(MINUTE_MS)

    await patch(org, [lead(id, { Title: 'x' })])

    const since = new Date(org.now()).toISOString().replace('.000', '')
    expect(
      await org.query(`SELECT Id, LastModifiedBy.Name FROM Lead WHERE SystemModstamp >= ${since}`),
    ).toMatchObject([{ Id: id, LastModifiedBy: { Name: 'Leadwell Integration' } }])
  })

  it('refuse JSON of the wrong type or no JSON at all', async () => {
    const org = await startOrg()
    const [id = ''] = await idsOf(org, 'Lead', 1)

    const wrongType = await org.api('PATCH', `/sobjects/Lead/${id}`, { DoNotCall: 'perhaps' })
    const broken = await org.api('PATCH', `/sobjects/Lead/${id}`, '{"a":', {
      'Content-Type': 'application/json',
    })

    expect(wrongType).toMatchObject({ status: 400, body: [{ errorCode: 'JSON_PARSER_ERROR' }] })
    expect(broken).toMatchObject({ status: 400, body: [{ errorCode: 'JSON_PARSER_ERROR' }] })
  })
})

describe('campaign members', () => {
  it('responded when their status says so, which nobody can set directly', async () => {
    const org = await startOrg()
    const conn = await org.connect()
    const [leadId = ''] = await idsOf(org, 'Lead', 1)
    const campaign = await conn.sobject('Campaign').create({ Name: 'Spring', Type: 'Email' })

    const member = await conn
      .sobject('CampaignMember')
      .create({ CampaignId: campaign.id ?? '', LeadId: leadId })
    await conn.sobject('CampaignMember').update({ Id: member.id ?? '', Status: 'Responded' })
    const direct = await org.api('PATCH', `/sobjects/CampaignMember/${member.id ?? ''}`, {
      HasResponded: false,
    })

    expect(direct.body).toMatchObject([{ errorCode: 'INVALID_FIELD_FOR_INSERT_UPDATE' }])
    expect(
      await org.query(
        `SELECT Status, HasResponded, FirstRespondedDate, Campaign.Type FROM CampaignMember WHERE Id = '${member.id ?? ''}'`,
      ),
    ).toMatchObject([
      {
        Status: 'Responded',
        HasResponded: true,
        FirstRespondedDate: '2026-11-20',
        Campaign: { Type: 'Email' },
      },
    ])
  })
})

describe('changes', () => {
  it('lists what was updated and deleted, and where a merged record went', async () => {
    const org = await startOrg()
    const conn = await org.connect()
    const [master = '', loser = '', other = ''] = await idsOf(org, 'Lead', 3)
    org.advance(10 * MINUTE_MS)
    org.sandbox.edits.merge(master, loser)
    org.sandbox.edits.remove(other)
    const start = new Date(org.now() - MINUTE_MS).toISOString()
    const end = new Date(org.now() + MINUTE_MS).toISOString()

    const updated = await conn.sobject('Lead').updated(start, end)
    const deleted = await conn.sobject('Lead').deleted(start, end)
    const all = await conn.query(`SELECT MasterRecordId FROM Lead WHERE Id = '${loser}'`, {
      scanAll: true,
    })

    expect(updated.ids).toEqual([master])
    expect(deleted.deletedRecords.map(({ id }) => id).toSorted()).toEqual([loser, other].toSorted())
    expect(all.records[0]).toMatchObject({ MasterRecordId: master })
  })

  it('go no further back than 30 days, deletions 15', async () => {
    const org = await startOrg()
    const at = (days: number): string =>
      encodeURIComponent(new Date(org.now() - days * 24 * 60 * MINUTE_MS).toISOString())

    const updated = await org.api('GET', `/sobjects/Lead/updated?start=${at(31)}&end=${at(0)}`)
    const deleted = await org.api('GET', `/sobjects/Lead/deleted?start=${at(16)}&end=${at(0)}`)
    const recent = await org.api('GET', `/sobjects/Lead/deleted?start=${at(14)}&end=${at(0)}`)

    expect(updated.body).toMatchObject([{ errorCode: 'INVALID_REPLICATION_DATE' }])
    expect(deleted.body).toMatchObject([{ errorCode: 'INVALID_REPLICATION_DATE' }])
    expect(recent.status).toBe(200)
  })
})

describe('validation rules', () => {
  it('run on any save, whichever field it brings, and are told by the Tooling API', async () => {
    const org = await startOrg()
    const [a = ''] = await idsOf(org, 'Lead', 1)
    const rule = { object: 'Lead', message: 'Fax, please', requires: 'Fax', displayField: 'Fax' }
    org.sandbox.edits.addValidationRule({ ...rule, name: 'Fax_Required' })
    org.sandbox.edits.addValidationRule({ ...rule, name: 'Off', active: false })
    const soql =
      "SELECT ValidationName, ErrorMessage FROM ValidationRule WHERE Active = true AND EntityDefinition.QualifiedApiName = 'Lead'"

    const { results } = await patch(org, [lead(a, { Title: 'COO' })])
    const told = await org.api('GET', `/tooling/query?q=${encodeURIComponent(soql)}`)

    expect(codes(results)).toEqual(['FIELD_CUSTOM_VALIDATION_EXCEPTION'])
    expect(results[0]?.errors[0]).toMatchObject({ message: 'Fax, please', fields: ['Fax'] })
    expect(told.body).toMatchObject({
      size: 1,
      records: [{ ValidationName: 'Fax_Required', ErrorMessage: 'Fax, please' }],
    })
    expect(await org.query("SELECT Id FROM Lead WHERE Title = 'COO'")).toEqual([])
  })
})

describe('a converted lead', () => {
  it('hands its campaign memberships to the contact', async () => {
    const org = await startOrg({ people: 300 })
    const rows = await org.query('SELECT LeadId FROM CampaignMember WHERE LeadId != null LIMIT 1')
    const id = String(rows[0]?.['LeadId'])

    const { contactId } = org.sandbox.edits.convertLead(id)

    const moved = await org.query(
      `SELECT LeadId FROM CampaignMember WHERE ContactId = '${contactId}'`,
    )
    expect(moved.length).toBeGreaterThan(0)
    expect(moved[0]).toMatchObject({ LeadId: id })
  })
})
