import { isQueryValid } from '@jetstreamapp/soql-parser-js'
import { describe, expect, it } from 'vitest'
import { parseQuery } from '#sandbox/salesforce/soql/parse-query.ts'
import { BASE_TIME, send, startOrg } from './start-org.ts'

// SOQL and SOSL Reference ("SELECT", "WHERE", "Date Formats and Date Literals", "ORDER BY", "OFFSET",
// "Quoted String Escape Sequences"); REST API Developer Guide ("Query", "QueryAll", "Query Options
// Header", "Status Codes and Error Responses").

const VALID = [
  'SELECT Id FROM Lead',
  'select id, name from lead where isdeleted = false',
  'SELECT COUNT() FROM Contact',
  'SELECT Id, Account.Industry, Individual.HasOptedOutProfiling FROM Contact',
  "SELECT Id FROM Lead WHERE Email = 'a@b.example' AND (State = 'NY' OR State = 'CA')",
  "SELECT Id FROM Lead WHERE NOT (LastName LIKE 'O\\'%')",
  "SELECT Id FROM Lead WHERE LastName = 'tab\\t quote\\\" slash\\\\'",
  "SELECT Id FROM Task WHERE WhoId IN ('00Q5g0000000001EAA', '00Q5g0000000002EAA')",
  "SELECT Id FROM Lead WHERE Status NOT IN ('Closed - Converted')",
  'SELECT Id FROM Lead WHERE NumberOfEmployees >= 250',
  'SELECT Id FROM Lead WHERE Email = null AND HasOptedOutOfEmail = true',
  'SELECT Id FROM Lead WHERE SystemModstamp >= 2026-11-01T00:00:00Z ORDER BY SystemModstamp, Id',
  'SELECT Id FROM Lead WHERE CreatedDate < 2026-11-01T00:00:00.000+02:00',
  'SELECT Id FROM Opportunity WHERE CloseDate > 2026-01-31',
  'SELECT Id FROM Lead WHERE CreatedDate = LAST_N_DAYS:30',
  'SELECT Id FROM Event WHERE StartDateTime >= TODAY',
  'SELECT Id FROM Lead ORDER BY LastName DESC NULLS LAST, Id ASC LIMIT 10 OFFSET 5',
  'SELECT Who.Type FROM Task',
  'SELECT Id FROM Contact WHERE Id IN (SELECT ContactId FROM CampaignMember)',
  "SELECT Id FROM Lead WHERE Id > '00Q5g0000000001EAA' ORDER BY Id LIMIT 2000",
]

const INVALID = [
  'SELECT FROM Lead',
  'SELECT Id Lead',
  'SELECT Id FROM Lead WHERE',
  "SELECT Id FROM Lead WHERE Name = 'open",
  'SELECT Id FROM Lead WHERE Name =',
  'SELECT Id FROM Lead WHERE (Name = null',
  'SELECT Id FROM Lead LIMIT many',
  'SELECT Id, FROM Lead',
  'SELECT Id FROM Lead WHERE Id IN ()',
  'SELECT Id FROM Lead ORDER Name',
  'DELETE FROM Lead',
]

const accepts = (soql: string): boolean => {
  try {
    parseQuery(soql)
    return true
  } catch {
    return false
  }
}

describe('grammar', () => {
  it.each(VALID)('reads as another SOQL parser does: %s', (soql) => {
    expect({ ours: accepts(soql), theirs: isQueryValid(soql) }).toEqual({
      ours: true,
      theirs: true,
    })
  })

  it.each(INVALID)('refuses as another SOQL parser does: %s', (soql) => {
    expect({ ours: accepts(soql), theirs: isQueryValid(soql) }).toEqual({
      ours: false,
      theirs: false,
    })
  })

  it('insists on parentheses between AND and OR', () => {
    expect(accepts('SELECT Id FROM Lead WHERE A = 1 AND B = 2 OR C = 3')).toBe(false)
    expect(accepts('SELECT Id FROM Lead WHERE (A = 1 AND B = 2) OR C = 3')).toBe(true)
  })
})

describe('errors', () => {
  it.each([
    ['SELECT Id FROM', 'MALFORMED_QUERY'],
    ['SELECT Nope FROM Lead', 'INVALID_FIELD'],
    ['SELECT Id FROM Lead WHERE Nope = 1', 'INVALID_FIELD'],
    ['SELECT Nope.Name FROM Lead', 'INVALID_FIELD'],
    ['SELECT Id FROM Nope', 'INVALID_TYPE'],
    ["SELECT Id FROM Lead WHERE CreatedDate > '2026-01-01T00:00:00Z'", 'INVALID_FIELD'],
    ['SELECT Id FROM Lead WHERE CreatedDate > 2026-01-01', 'INVALID_FIELD'],
    ['SELECT Id FROM Lead WHERE LastName = 3', 'INVALID_FIELD'],
    ["SELECT Id FROM Lead WHERE Description LIKE '%x%'", 'INVALID_FIELD'],
    ['SELECT Id FROM Lead ORDER BY Description', 'MALFORMED_QUERY'],
    ["SELECT Id FROM Lead WHERE Id = 'short'", 'INVALID_QUERY_FILTER_OPERATOR'],
  ])('answers %s with 400 %s', async (soql, errorCode) => {
    const org = await startOrg({ people: 2 })

    const reply = await org.api('GET', `/query?q=${encodeURIComponent(soql)}`)

    expect(reply.status).toBe(400)
    expect(reply.body).toEqual([{ errorCode, message: expect.any(String) as string }])
  })

  it('refuses a URI over 16,384 bytes with 414, and URI and headers over it together with 431', async () => {
    const org = await startOrg({ people: 2 })
    const query = (length: number): string => `/query?q=${'x'.repeat(length)}`

    const long = await org.api('GET', query(16_400))
    const withHeaders = await org.api('GET', query(14_000), undefined, {
      'x-filler': 'y'.repeat(3_000),
    })

    expect(long.status).toBe(414)
    expect(withHeaders.status).toBe(431)
  })
})

describe('rows', () => {
  it('compares text without case, treats null as different, and accepts ids of 15 characters', async () => {
    const org = await startOrg()
    const [lead] = await org.query('SELECT Id, LastName FROM Lead WHERE Title = null LIMIT 1')
    const name = String(lead?.['LastName']).toUpperCase()
    const id = String(lead?.['Id'])

    const byName = await org.query(`SELECT Id FROM Lead WHERE LastName = '${name}'`)
    const byShortId = await org.query(`SELECT Id FROM Lead WHERE Id = '${id.slice(0, 15)}'`)
    const notTitled = await org.query(`SELECT Id FROM Lead WHERE Id = '${id}' AND Title != 'CEO'`)
    const titleBelow = await org.query(`SELECT Id FROM Lead WHERE Id = '${id}' AND Title < 'z'`)

    expect(byName.map((row) => row['Id'])).toContain(id)
    expect(byShortId).toHaveLength(1)
    expect(notTitled).toHaveLength(1)
    expect(titleBelow).toHaveLength(0)
  })

  it('writes datetimes in UTC with +0000 to the second and nests parents with attributes', async () => {
    const org = await startOrg()

    const [row] = await org.query(
      'SELECT Id, CreatedDate, Account.Industry, Account.Type FROM Contact WHERE AccountId != null LIMIT 1',
    )

    expect(row?.['CreatedDate']).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.000\+0000$/)
    expect(row?.['attributes']).toMatchObject({ type: 'Contact' })
    expect(row?.['Account']).toMatchObject({
      attributes: { type: 'Account' },
      Industry: expect.any(String) as string,
      Type: expect.stringMatching(/^(Employer|Benefits Broker|EAP)$/) as string,
    })
  })

  it('puts nulls first unless told otherwise, and orders by several fields', async () => {
    const org = await startOrg()

    const first = await org.query('SELECT Title FROM Lead ORDER BY Title, Id LIMIT 1')
    const last = await org.query('SELECT Title FROM Lead ORDER BY Title NULLS LAST LIMIT 1')
    const rows = await org.query(
      'SELECT Id, SystemModstamp FROM Task ORDER BY SystemModstamp DESC, Id',
    )

    expect(first[0]?.['Title']).toBeNull()
    expect(last[0]?.['Title']).not.toBeNull()
    const stamps = rows.map((row) => String(row['SystemModstamp']))
    expect(stamps).toEqual(stamps.toSorted().reverse())
  })

  it('counts date literals in days', async () => {
    const org = await startOrg()
    const since = new Date(Math.floor(BASE_TIME / 86_400_000 - 30) * 86_400_000).toISOString()

    const literal = await org.query('SELECT Id FROM Lead WHERE CreatedDate = LAST_N_DAYS:30')
    const bare = await org.query(`SELECT Id FROM Lead WHERE CreatedDate >= ${since}`)

    expect(literal.length).toBeGreaterThan(0)
    expect(literal).toHaveLength(bare.length)
  })

  it('says which kind of record an activity belongs to', async () => {
    const org = await startOrg()

    const rows = await org.query("SELECT WhoId, Who.Type FROM Task WHERE TaskSubtype = 'Call'")

    const pairs = rows.map((row) => [String(row['WhoId']).slice(0, 3), row['Who']])
    expect(pairs.length).toBeGreaterThan(0)
    for (const [prefix, who] of pairs) {
      expect(who).toMatchObject({ Type: prefix === '00Q' ? 'Lead' : 'Contact' })
    }
  })
})

describe('pages', () => {
  it('cuts at the batch size asked for, never below 200, and names the next page', async () => {
    const org = await startOrg({ people: 700 })
    const soql = encodeURIComponent('SELECT Id FROM Lead ORDER BY Id')
    const headers = { 'Sforce-Query-Options': 'batchSize=10' }
    const seen = new Set<unknown>()

    const first = await org.api('GET', `/query?q=${soql}`, undefined, headers)
    let page = first.body as {
      records: { Id: string }[]
      done: boolean
      nextRecordsUrl?: string
      totalSize: number
    }
    expect(page.records).toHaveLength(200)
    while (true) {
      for (const { Id } of page.records) seen.add(Id)
      if (page.done || page.nextRecordsUrl === undefined) break
      const next = await send(org.url, org.token, { method: 'GET', path: page.nextRecordsUrl })
      page = next.body as typeof page
    }

    expect(seen.size).toBe(page.totalSize)
    expect(page.nextRecordsUrl).toBeUndefined()
  })

  it('forgets a cursor after two days', async () => {
    const org = await startOrg({ people: 700 })
    const conn = await org.connect()
    const first = await conn.query('SELECT Id FROM Lead', {
      headers: { 'Sforce-Query-Options': 'batchSize=200' },
    })

    org.advance(49 * 3_600_000)
    const later = await org.connect()

    await expect(later.queryMore(first.nextRecordsUrl ?? '')).rejects.toMatchObject({
      errorCode: 'INVALID_QUERY_LOCATOR',
    })
  })

  it('shows deleted records to queryAll only', async () => {
    const org = await startOrg()
    const conn = await org.connect()
    const [lead] = await org.query('SELECT Id FROM Lead LIMIT 1')
    const id = String(lead?.['Id'])

    await conn.sobject('Lead').destroy(id)
    const soql = `SELECT Id, IsDeleted FROM Lead WHERE Id = '${id}'`
    const alive = await conn.query(soql)
    const all = await conn.query(soql, { scanAll: true })

    expect(alive.totalSize).toBe(0)
    expect(all.records[0]).toMatchObject({ Id: id, IsDeleted: true })
  })
})
