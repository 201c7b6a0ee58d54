import { isQueryValid } from '@jetstreamapp/soql-parser-js'
import { describe, expect, test } from 'vitest'
import { nextCursor, OVERLAP_MS, openCursor } from '#connectors/salesforce/changes/change-cursor.ts'
import { useHttpMock } from '#test/http-mock.ts'
import {
  answerComposite,
  answerQuery,
  CONTACT_1,
  createConnector,
  createHarness,
  describeOrg,
  grantToken,
  LEAD_1,
  LEAD_2,
  LOGIN,
  NOW,
  ORG,
  page,
  replyComposite,
  soqlOf,
} from './harness.ts'

const mock = useHttpMock()
const MINUTE = 60_000
const SINCE = NOW - 60 * MINUTE
const stamp = (ms: number) => new Date(ms).toISOString().replace('Z', '+0000')
const TASK = { Id: '00T5g000001AAAAEA4', WhoId: LEAD_1, SystemModstamp: stamp(NOW - MINUTE) }

function openOrg(changes: Parameters<typeof describeOrg>[1] = {}) {
  grantToken(mock(LOGIN))
  const org = mock(ORG)
  describeOrg(org, changes)
  return org
}

const fromTask = (soql: string): readonly object[] => (soql.includes('FROM Task') ? [TASK] : [])

describe('a poll', () => {
  test('asks in two calls, ten minutes back, records before activities, deleted ones among them', async () => {
    const asked: string[] = []
    const recycled: boolean[] = []
    const org = openOrg()
    replyComposite(org, (queries) => {
      recycled.push(...queries.map(({ url }) => url.includes('/queryAll?')))
      asked.push(...queries.map(({ url }) => soqlOf(url)))
      return queries.map(({ referenceId }) => ({
        referenceId,
        httpStatusCode: 200,
        body: page([]),
      }))
    })
    answerQuery(org, [], asked)

    await createConnector().changes(undefined, SINCE)

    const start = '2026-11-20T10:50:00Z'
    expect(asked.map((soql) => soql.replace(/^SELECT .* FROM/, 'FROM'))).toEqual([
      `FROM Account WHERE SystemModstamp >= ${start} ORDER BY SystemModstamp, Id`,
      `FROM Lead WHERE SystemModstamp >= ${start} ORDER BY SystemModstamp, Id`,
      `FROM Contact WHERE SystemModstamp >= ${start} ORDER BY SystemModstamp, Id`,
      `FROM Task WHERE SystemModstamp >= ${start} ORDER BY SystemModstamp, Id`,
      `FROM Event WHERE SystemModstamp >= ${start} ORDER BY SystemModstamp, Id`,
      `FROM CampaignMember WHERE SystemModstamp >= ${start} ORDER BY SystemModstamp, Id`,
    ])
    expect(recycled).toEqual([true, true, true, true, true])
    expect(asked.slice(0, 3).every((soql) => soql.includes(', IsDeleted FROM'))).toBe(true)
    expect(asked.every((soql) => isQueryValid(soql))).toBe(true)
  })

  test('gives the fingerprint that reading the record gives', async () => {
    const lead = { Id: LEAD_1, Status: 'Working', Email: 'x@y.example', IsConverted: false }
    const rows = (soql: string): readonly object[] =>
      soql.includes('FROM Lead ') ? [{ ...lead, SystemModstamp: stamp(NOW) }] : []
    const org = openOrg()
    answerComposite(org, rows)
    answerQuery(org, [])
    answerComposite(org, rows)
    const connector = createConnector()

    const { changed } = await connector.changes(undefined, SINCE)
    const { records } = await connector.read([{ object: 'lead', id: LEAD_1 }])

    expect(changed).toEqual([
      {
        ref: { object: 'lead', id: LEAD_1 },
        fingerprint: records[0]?.fingerprint,
        modifiedAt: NOW,
      },
    ])
  })

  test('takes a record in the recycle bin for gone', async () => {
    const org = openOrg()
    answerComposite(org, (soql) =>
      soql.includes('FROM Contact ')
        ? [{ Id: CONTACT_1, IsDeleted: true, SystemModstamp: stamp(NOW) }]
        : [],
    )
    answerQuery(org, [])

    const { changed, deleted } = await createConnector().changes(undefined, SINCE)

    expect(changed).toEqual([])
    expect(deleted).toEqual([{ object: 'contact', id: CONTACT_1 }])
  })

  test('takes a converted lead for gone', async () => {
    const org = openOrg()
    answerComposite(org, (soql) =>
      soql.includes('FROM Lead ')
        ? [{ Id: LEAD_1, IsConverted: true, SystemModstamp: stamp(NOW) }]
        : [],
    )
    answerQuery(org, [])

    const { changed, deleted } = await createConnector().changes(undefined, SINCE)

    expect(changed).toEqual([])
    expect(deleted).toEqual([{ object: 'lead', id: LEAD_1 }])
  })

  test('touches the people of activities and of campaigns, nobody else', async () => {
    const org = openOrg()
    answerComposite(org, (soql) => {
      if (soql.includes('FROM Event')) {
        return [{ Id: '00U5g000001AAAAEA4', WhoId: null, SystemModstamp: stamp(NOW) }]
      }
      return fromTask(soql)
    })
    answerQuery(org, [
      {
        Id: '00v5g000001AAAAEA4',
        LeadId: LEAD_2,
        ContactId: CONTACT_1,
        SystemModstamp: stamp(NOW),
      },
    ])

    const { touched } = await createConnector().changes(undefined, SINCE)

    expect(touched).toEqual([
      { object: 'lead', id: LEAD_1 },
      { object: 'lead', id: LEAD_2 },
      { object: 'contact', id: CONTACT_1 },
    ])
  })

  test('tells an activity once, and again when it changed', async () => {
    const rounds = [[TASK], [TASK], [{ ...TASK, SystemModstamp: stamp(NOW) }]]
    const org = openOrg()
    for (const rows of rounds) {
      answerComposite(org, (soql) => (soql.includes('FROM Task') ? rows : []))
      answerQuery(org, [])
    }
    const connector = createConnector()

    const first = await connector.changes(undefined, SINCE)
    const second = await connector.changes(throughJson(first.cursor), SINCE)
    const third = await connector.changes(throughJson(second.cursor), SINCE)

    expect([first, second, third].map(({ touched }) => touched.length)).toEqual([1, 0, 1])
  })

  test('reads a long answer to its end', async () => {
    const org = openOrg()
    const next = '/services/data/v67.0/query/01g-2000'
    const row = (Id: string) => ({ Id, SystemModstamp: stamp(NOW) })
    replyComposite(org, (queries) =>
      queries.map(({ url, referenceId }) => ({
        referenceId,
        httpStatusCode: 200,
        body: soqlOf(url).includes('FROM Lead ')
          ? page([row(LEAD_1)], { done: false, nextRecordsUrl: next, totalSize: 2 })
          : page([]),
      })),
    )
    replyComposite(org, (queries) =>
      queries.map(({ url, referenceId }) => ({
        referenceId,
        httpStatusCode: 200,
        body: url === next ? page([row(LEAD_2)]) : page([]),
      })),
    )

    const { changed } = await createConnector().changes(undefined, SINCE)

    expect(changed.map(({ ref }) => ref.id)).toEqual([LEAD_1, LEAD_2])
  })

  test('does without the recycle bin where queryAll is refused, and asks no more', async () => {
    const harness = createHarness()
    const asked: string[] = []
    const recycled: boolean[] = []
    const org = openOrg()
    replyComposite(org, (queries) =>
      queries.map(({ referenceId }) => ({
        referenceId,
        httpStatusCode: 404,
        body: [{ errorCode: 'NOT_FOUND' }],
      })),
    )
    answerQuery(org, [])
    for (const rows of [[], [], [], [TASK], []]) answerQuery(org, rows, asked)
    replyComposite(org, (queries) => {
      recycled.push(...queries.map(({ url }) => url.includes('/queryAll')))
      return queries.map(({ referenceId }) => ({
        referenceId,
        httpStatusCode: 200,
        body: page([]),
      }))
    })
    answerQuery(org, [])
    const connector = createConnector(harness)

    const first = await connector.changes(undefined, SINCE)
    await connector.changes(first.cursor, SINCE)

    expect(first.touched).toEqual([{ object: 'lead', id: LEAD_1 }])
    expect(asked[3]).toContain('FROM Task')
    expect(recycled).toEqual([false, false, false, false, false])
    expect(harness.warnings.filter((line) => line.includes('deleted'))).toHaveLength(1)
  })

  test('finds the people of an Individual whose choices changed', async () => {
    const asked: string[] = []
    const individual = '0PK5g000001AAAAEA4'
    const org = openOrg({
      Lead: ['Id', 'IndividualId'],
      Individual: ['Id', 'HasOptedOutProfiling'],
    })
    const rows = (soql: string): readonly object[] =>
      soql.includes('FROM Individual')
        ? [{ Id: individual, SystemModstamp: stamp(NOW - MINUTE) }]
        : []
    answerComposite(org, rows)
    answerComposite(org, rows)
    answerQuery(org, [{ Id: LEAD_1, Individual: { HasOptedOutProfiling: true } }], asked)
    answerComposite(org, rows)
    answerComposite(org, rows)
    const connector = createConnector()

    const first = await connector.changes(undefined, SINCE)
    const second = await connector.changes(throughJson(first.cursor), SINCE)

    expect(asked).toEqual([
      `SELECT Id, Individual.HasOptedOutProfiling FROM Lead WHERE IndividualId IN ('${individual}')`,
    ])
    expect(first.changed.map(({ ref }) => ref.id)).toEqual([LEAD_1])
    expect(second.changed).toEqual([])
  })
})

describe('the cursor', () => {
  const rows = (count: number, at: number) =>
    new Map(Array.from({ length: count }, (_, index): [string, number] => [`id-${index}`, at]))
  const after = (count: number, at: number, cursor?: unknown, beganAt = NOW) =>
    nextCursor(
      openCursor(cursor, SINCE),
      [{ name: 'Lead', stamps: rows(count, at), remember: true }],
      { beganAt, polledAt: beganAt },
    )

  test('stands at the latest row seen', () => {
    expect(after(3, NOW - MINUTE).watermarks).toEqual({ Lead: NOW - MINUTE })
  })

  test('stays where it is when nothing came, however long ago that was', () => {
    const first = after(3, NOW - MINUTE)

    const later = after(3, NOW - MINUTE, first, NOW + 500 * MINUTE)

    expect(later.watermarks).toEqual({ Lead: NOW - MINUTE })
  })

  test('moves with the time between polls past a heap of old rows', () => {
    const first = after(5000, NOW - MINUTE)

    const later = after(5000, NOW - MINUTE, first, NOW + 5 * MINUTE)

    expect(later.watermarks).toEqual({ Lead: NOW + 4 * MINUTE })
  })

  test('remembers no more than it needs', () => {
    const { told } = after(5000, NOW)
    const old = nextCursor(
      openCursor(undefined, SINCE),
      [
        {
          name: 'Task',
          stamps: new Map([
            ['old', NOW - OVERLAP_MS - 1],
            ['new', NOW],
          ]),
          remember: true,
        },
      ],
      { beganAt: NOW, polledAt: NOW },
    )

    expect(Object.keys(told['Lead'] ?? {})).toHaveLength(2000)
    expect(old.told).toEqual({ Task: { new: NOW } })
  })

  test.each([null, 'text', { version: 2 }, { version: 1, watermarks: 'x' }])(
    'that nobody can read (%o) starts over',
    (cursor) => {
      expect(openCursor(cursor, SINCE).watermark('Lead')).toBe(SINCE)
    },
  )
})

function throughJson(cursor: unknown): unknown {
  return JSON.parse(JSON.stringify(cursor))
}
