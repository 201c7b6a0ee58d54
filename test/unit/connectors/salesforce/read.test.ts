import { describe, expect, test } from 'vitest'
import type { RecordRef } from '#src/ports.ts'
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
  replyComposite,
} from './harness.ts'

const mock = useHttpMock()
const LEAD: RecordRef = { object: 'lead', id: LEAD_1 }
const CONTACT: RecordRef = { object: 'contact', id: CONTACT_1 }

function openOrg() {
  grantToken(mock(LOGIN))
  const org = mock(ORG)
  describeOrg(org)
  return org
}

const rowsFor = (soql: string): readonly object[] => {
  if (soql.includes('FROM Lead ')) return [{ Id: LEAD_1, Email: 'x@example.org' }]
  return soql.includes('FROM Contact ') ? [{ Id: CONTACT_1 }] : []
}

describe('records by id', () => {
  test('of two kinds come with their activities in one call', async () => {
    const asked: string[] = []
    const org = openOrg()
    answerComposite(org, rowsFor, asked)

    const { records, missing } = await createConnector().read([LEAD, CONTACT])

    expect(records.map(({ object, id }) => ({ object, id }))).toEqual([LEAD, CONTACT])
    expect(missing).toEqual([])
    expect(asked.map((soql) => soql.replace(/^.* FROM/, 'FROM'))).toEqual([
      `FROM Lead WHERE Id IN ('${LEAD_1}') AND IsConverted = false`,
      `FROM Contact WHERE Id IN ('${CONTACT_1}')`,
      `FROM Task WHERE WhoId IN ('${LEAD_1}','${CONTACT_1}') AND IsClosed = true`,
      `FROM Event WHERE WhoId IN ('${LEAD_1}','${CONTACT_1}') AND IsChild = false AND IsRecurrence = false`,
      `FROM CampaignMember WHERE (LeadId IN ('${LEAD_1}') OR ContactId IN ('${CONTACT_1}')) AND HasResponded = true`,
    ])
  })

  test('that are gone, converted or no ids at all are missing', async () => {
    const org = openOrg()
    answerComposite(org, rowsFor)
    const converted: RecordRef = { object: 'lead', id: LEAD_2 }
    const nonsense: RecordRef = { object: 'lead', id: "') OR Id != ('" }

    const { records, missing } = await createConnector().read([LEAD, converted, nonsense])

    expect(records).toHaveLength(1)
    expect(missing).toEqual([converted, nonsense])
  })

  test('carry codes and no text', async () => {
    const org = openOrg()
    answerComposite(org, rowsFor)

    const { records } = await createConnector().read([LEAD])

    expect(JSON.stringify(records)).not.toContain('x@example.org')
  })
})

describe('several queries in one call', () => {
  test('go singly to an organisation without the composite resource, from then on', async () => {
    const org = openOrg()
    org.post(`${DATA}/composite`).reply(404, [{ errorCode: 'NOT_FOUND', message: 'x' }])
    for (let round = 0; round < 2; round += 1) {
      answerQuery(org, [{ Id: LEAD_1 }])
      answerQuery(org, [])
      answerQuery(org, [])
      answerQuery(org, [])
    }
    const connector = createConnector()

    const first = await connector.read([LEAD])
    const second = await connector.read([LEAD])

    expect(first.records).toHaveLength(1)
    expect(second.records).toHaveLength(1)
  })

  test('are all asked again when one of them met a busy server', async () => {
    const harness = createHarness()
    const org = openOrg()
    replyComposite(org, (queries) =>
      queries.map(({ referenceId }, index) => ({
        referenceId,
        httpStatusCode: index === 1 ? 503 : 200,
        body: index === 1 ? [{ errorCode: 'SERVER_UNAVAILABLE' }] : page([]),
      })),
    )
    answerComposite(org, rowsFor)

    const { records } = await createConnector(harness).read([LEAD])

    expect(records).toHaveLength(1)
    expect(harness.slept).toEqual([750])
  })

  test('fail when one of them is refused', async () => {
    const org = openOrg()
    replyComposite(org, (queries) =>
      queries.map(({ referenceId }) => ({
        referenceId,
        httpStatusCode: 400,
        body: [{ errorCode: 'MALFORMED_QUERY', message: 'near jane@example.org' }],
      })),
    )

    const error = await errorOf(createConnector().read([LEAD]))

    expect(error).toMatchObject({ name: 'PermanentError', code: 'salesforce-refused' })
    expect(error.message).not.toContain('jane')
  })

  test('are told apart by their reference, in whatever order the answers stand', async () => {
    const org = openOrg()
    replyComposite(org, (queries) =>
      queries
        .map(({ referenceId, url }) => ({
          referenceId,
          httpStatusCode: 200,
          body: page(rowsFor(decodeURIComponent(url))),
        }))
        .toReversed(),
    )

    const { records } = await createConnector().read([LEAD])

    expect(records).toHaveLength(1)
  })

  test('with an organisation among them take a second call', async () => {
    const org = openOrg()
    answerComposite(org, rowsFor)
    answerQuery(org, [])

    const { missing } = await createConnector().read([
      LEAD,
      CONTACT,
      { object: 'company', id: ACCOUNT_1 },
    ])

    expect(missing).toEqual([{ object: 'company', id: ACCOUNT_1 }])
  })
})
