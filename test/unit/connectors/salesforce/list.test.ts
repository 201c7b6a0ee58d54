import { isQueryValid } from '@jetstreamapp/soql-parser-js'
import { describe, expect, test } from 'vitest'
import { toLongId } from '#connectors/salesforce/schema/record-id.ts'
import { useHttpMock } from '#test/http-mock.ts'
import {
  ACCOUNT_1,
  answerComposite,
  answerQuery,
  CONTACT_1,
  createConnector,
  createHarness,
  DATA,
  describeOrg,
  errorOf,
  grantToken,
  LEAD_1,
  LEAD_2,
  LOGIN,
  ORG,
  page,
} from './harness.ts'

const mock = useHttpMock()

function openOrg(changes: Parameters<typeof describeOrg>[1] = {}) {
  grantToken(mock(LOGIN))
  const org = mock(ORG)
  describeOrg(org, changes)
  return org
}

const call = (whoId: string, id = '00T5g000001AAAAEA4') => ({
  Id: id,
  WhoId: whoId,
  TaskSubtype: 'Call',
  CallDisposition: 'Connected',
  IsClosed: true,
  CreatedDate: '2026-11-01T10:00:00.000+0000',
})
const CONNECTED = { kind: 'call-connected', category: 'other', at: Date.UTC(2026, 10, 1, 10) }

describe('a page', () => {
  test('asks only for fields on the allow-list and what ties records together', async () => {
    const asked: string[] = []
    const org = openOrg({ Lead: ['Id', 'Status', 'Email', 'Description', 'SSN__c', 'IsConverted'] })
    answerQuery(org, [{ Id: LEAD_1, Status: 'Open' }], asked)
    answerComposite(org, () => [], asked)

    await createConnector().list('lead', undefined)

    expect(asked).toEqual([
      'SELECT Id, Email, Status FROM Lead WHERE IsConverted = false ORDER BY Id LIMIT 10000',
      `SELECT Id, WhoId, TaskSubtype, CallDisposition, CallType, IsClosed, CreatedDate FROM Task WHERE WhoId >= '${LEAD_1}' AND WhoId <= '${LEAD_1}' AND IsClosed = true ORDER BY WhoId, Id`,
      `SELECT Id, WhoId, StartDateTime, CreatedDate, Type, IsChild FROM Event WHERE WhoId >= '${LEAD_1}' AND WhoId <= '${LEAD_1}' AND IsChild = false AND IsRecurrence = false ORDER BY WhoId, Id`,
      `SELECT Id, LeadId, ContactId, HasResponded, FirstRespondedDate, CreatedDate FROM CampaignMember WHERE LeadId >= '${LEAD_1}' AND LeadId <= '${LEAD_1}' AND HasResponded = true ORDER BY LeadId, Id`,
    ])
    expect(asked.map((soql) => isQueryValid(soql))).toEqual([true, true, true, true])
  })

  test('gives each person their own activities, oldest first', async () => {
    const org = openOrg()
    answerQuery(org, [{ Id: LEAD_1 }, { Id: LEAD_2 }])
    answerComposite(org, (soql) => {
      if (soql.includes('FROM Task')) return [call(LEAD_2)]
      if (!soql.includes('FROM Event')) return []
      return [
        { Id: '00U1', WhoId: LEAD_2, CreatedDate: '2026-10-01T10:00:00Z', StartDateTime: null },
        { Id: '00U2', WhoId: LEAD_2, CreatedDate: '2026-10-01T10:00:00Z', IsRecurrence: true },
      ]
    })

    const { records } = await createConnector().list('lead', undefined)

    expect(records.map(({ id, activities }) => [id, activities])).toEqual([
      [LEAD_1, []],
      [
        LEAD_2,
        [{ kind: 'meeting-booked', category: 'other', at: Date.UTC(2026, 9, 1, 10) }, CONNECTED],
      ],
    ])
  })

  test('goes on after the last id and ends with a short page', async () => {
    const asked: string[] = []
    const full = accounts(10_000)
    const org = openOrg()
    answerQuery(org, full, asked)
    answerQuery(org, accounts(1), asked)
    answerQuery(org, [], asked)

    const { connector, ids, cursors } = await listedCompanies()
    const resumed = await connector.list('company', cursors[3])

    expect(ids).toEqual(full.map(({ Id }) => Id))
    expect(cursors.at(-1)).toBe(full.at(-1)?.Id)
    expect(asked[1]).toBe(
      `SELECT Id FROM Account WHERE Id > '${cursors.at(-1)}' ORDER BY Id LIMIT 15000`,
    )
    expect(asked[2]).toContain(`WHERE Id > '${cursors[3]}' ORDER BY Id LIMIT 10000`)
    expect(resumed.records).toEqual([])
  })

  test('asks for the activities of thousands of people in one call', async () => {
    const asked: string[] = []
    const people = Array.from({ length: 4000 }, (_, index) => ({
      Id: toLongId(`0035g00${String(index).padStart(8, '0')}`),
    }))
    const org = openOrg()
    answerQuery(org, people)
    answerComposite(org, () => [], asked)

    await createConnector().list('contact', undefined)

    expect(asked.map((soql) => soql.replace(/^.* FROM (\w+) .*$/, '$1'))).toEqual([
      'Task',
      'Event',
      'CampaignMember',
    ])
  })

  test('names the organisation of a contact', async () => {
    const org = openOrg()
    answerQuery(org, [{ Id: CONTACT_1, AccountId: ACCOUNT_1 }])
    answerComposite(org, () => [])

    const { records } = await createConnector().list('contact', undefined)

    expect(records[0]?.companyId).toBe(ACCOUNT_1)
  })

  test('is read on where Salesforce gives fewer rows than asked for', async () => {
    const org = openOrg()
    org
      .get((uri) => uri.startsWith(`${DATA}/query?`))
      .reply(200, page([{ Id: ACCOUNT_1 }], { done: false, nextRecordsUrl: `${DATA}/query/01g-1` }))
      .get(`${DATA}/query/01g-1`)
      .reply(200, page([{ Id: '0015g000001AAABAA4' }]))

    const { records } = await createConnector().list('company', undefined)

    expect(records).toHaveLength(2)
  })

  test.each([
    ['is not done and has no next page', { done: false }],
    ['gives the same page again and again', { done: false, nextRecordsUrl: `${DATA}/query/01g` }],
  ])('that %s is an error, not a silent end', async (_name, more) => {
    const org = openOrg()
    org.get((uri) => uri.startsWith(`${DATA}/query?`)).reply(200, page([], more))
    if ('nextRecordsUrl' in more) org.get(`${DATA}/query/01g`).reply(200, page([], more))

    const error = await errorOf(createConnector().list('company', undefined))

    expect(error.code).toBe('salesforce-query-unfinished')
  })

  test('never follows a next page to another host', async () => {
    const org = openOrg()
    org
      .get((uri) => uri.startsWith(`${DATA}/query?`))
      .reply(200, page([], { done: false, nextRecordsUrl: `https://evil.test${DATA}/query/01g` }))
      .get(`${DATA}/query/01g`)
      .reply(200, page([{ Id: ACCOUNT_1 }]))

    const { records } = await createConnector().list('company', undefined)

    expect(records).toHaveLength(1)
  })

  test('with a cursor that is no id asks nothing', async () => {
    openOrg()

    const error = await errorOf(createConnector().list('lead', "x' OR Id != '"))

    expect(error.code).toBe('salesforce-cursor-invalid')
  })
})

describe('an organisation that shows less', () => {
  test('is read without the hidden fields, with one warning that names them', async () => {
    const harness = createHarness()
    const asked: string[] = []
    const org = openOrg({ Account: ['Id', 'Industry'] })
    answerQuery(org, [], asked)
    answerQuery(org, [], asked)
    const connector = createConnector(harness)

    await connector.list('company', undefined)
    await connector.list('company', undefined)

    const warnings = harness.warnings.filter((line) => line.includes('Account'))
    expect(asked[0]).toMatch(/^SELECT Id, Industry FROM Account /)
    expect(warnings).toEqual([
      'Salesforce fields are not there or hidden Account NumberOfEmployees BillingState Self_Insured__c Type',
    ])
  })

  test('is read without an activity object it hides', async () => {
    const harness = createHarness()
    const asked: string[] = []
    const org = openOrg({ Event: undefined, CampaignMember: undefined })
    answerQuery(org, [{ Id: LEAD_1 }])
    answerQuery(org, [call(LEAD_1)], asked)

    const { records } = await createConnector(harness).list('lead', undefined)

    expect(records[0]?.activities).toEqual([CONNECTED])
    expect(harness.warnings).toContain('Salesforce object is not there or hidden Event')
  })

  test('is asked for consent on the Individual only where both sides show it', async () => {
    const asked: string[] = []
    const org = openOrg({
      Lead: ['Id', 'IndividualId'],
      Contact: ['Id', 'Email'],
      Individual: ['Id', 'HasOptedOutProfiling', 'ShouldForget'],
    })
    answerQuery(org, [{ Id: LEAD_1, Individual: { HasOptedOutProfiling: true } }], asked)
    answerComposite(org, () => [])
    answerQuery(org, [], asked)
    const connector = createConnector()

    const { records } = await connector.list('lead', undefined)
    await connector.list('contact', undefined)

    expect(asked[0]).toContain(
      'SELECT Id, Individual.HasOptedOutProfiling, Individual.ShouldForget FROM Lead',
    )
    expect(asked[1]).not.toContain('Individual')
    expect(records[0]?.facts).toMatchObject({ doNotProfile: true })
  })

  test('with neither leads nor contacts is of no use', async () => {
    openOrg({ Lead: undefined, Contact: undefined })

    const error = await errorOf(createConnector().list('company', undefined))

    expect(error).toMatchObject({ name: 'PermanentError', code: 'salesforce-object-hidden' })
    expect(error.hint).toContain('Lead')
  })

  test('later is looked at again when a field was taken away', async () => {
    const asked: string[] = []
    const org = openOrg()
    org
      .get((uri) => uri.startsWith(`${DATA}/query?`))
      .reply(400, [{ errorCode: 'INVALID_FIELD', message: "No such column 'Industry'" }])
    describeOrg(org, { Account: ['Id'] })
    answerQuery(org, [{ Id: ACCOUNT_1 }], asked)

    const { records } = await createConnector().list('company', undefined)

    expect(asked).toEqual(['SELECT Id FROM Account ORDER BY Id LIMIT 10000'])
    expect(records).toHaveLength(1)
  })
})

const accounts = (count: number) =>
  Array.from({ length: count }, (_, index) => ({
    Id: toLongId(`0015g00${String(index).padStart(8, '0')}`),
  }))

/** Every page of the first stretch, and the cursor after each. */
async function listedCompanies() {
  const connector = createConnector()
  const ids: string[] = []
  const cursors: (string | undefined)[] = []
  for (let page = 0; page < 10; page += 1) {
    const { records, next } = await connector.list('company', cursors.at(-1))
    ids.push(...records.map(({ id }) => id))
    cursors.push(next)
  }
  return { connector, ids, cursors }
}
