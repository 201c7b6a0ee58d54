import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTokens } from '#connectors/salesforce/auth/tokens.ts'
import { createQuerier, TOOLING_API } from '#connectors/salesforce/querying/query.ts'
import { createBulkQueries } from '#connectors/salesforce/reading/bulk-query.ts'
import { createLister, type Lister } from '#connectors/salesforce/reading/list.ts'
import { createReach } from '#connectors/salesforce/reading/reach.ts'
import { createSchemaReader, type OrgSchema } from '#connectors/salesforce/schema/schema.ts'
import { createTransport } from '#connectors/salesforce/transport/transport.ts'
import type { SafeRecord } from '#src/ports.ts'
import { callsOf, listAll, startOrg, type TestOrg } from './org.ts'

let org: TestOrg
let schema: OrgSchema
let everybody: readonly SafeRecord[]

beforeAll(async () => {
  org = await startOrg(400)
  const transport = createTransport({ ...org.deps, tokens: createTokens(org.deps) })
  const tooling = createQuerier(transport, TOOLING_API)
  schema = await createSchemaReader({ ...org.deps, transport, tooling }).get()
  everybody = await listAll(org.connector, 'lead')
})
afterAll(() => org.close())

/** As another process: pages of thirty, a job from fifty on. */
function lister(): Lister {
  const transport = createTransport({ ...org.deps, tokens: createTokens(org.deps) })
  return createLister({
    ...org.deps,
    querier: createQuerier(transport),
    bulk: createBulkQueries(transport),
    reach: createReach(org.deps),
    sizes: { rows: 30, bulkFrom: 50 },
  })
}

async function listFrom(
  start: string | undefined,
  next: () => Lister,
): Promise<{ records: SafeRecord[]; cursors: string[] }> {
  const records: SafeRecord[] = []
  const cursors: string[] = []
  let cursor = start
  do {
    const page = await next().page(schema, 'lead', cursor)
    records.push(...page.records)
    cursor = page.next
    if (cursor !== undefined) cursors.push(cursor)
  } while (cursor !== undefined)
  return { records, cursors }
}

test('a large object comes by a bulk job, the same as by queries', async () => {
  const one = lister()
  let found: readonly SafeRecord[] = []

  const calls = await callsOf(org, async () => {
    found = (await listFrom(undefined, () => one)).records
  })

  expect(found).toEqual(everybody)
  // Opened, looked at until it was complete, and one page of results.
  expect(calls['bulk']).toBe(4)
})

test('another process goes on with the same job', async () => {
  const calls = await callsOf(org, async () => {
    const { records, cursors } = await listFrom(undefined, lister)

    expect(records).toEqual(everybody)
    expect(cursors.some((cursor) => cursor.includes('"bulk"'))).toBe(true)
  })

  expect(calls['bulk']).toBe(4)
})

test('a job that is gone leaves the rest to queries', async () => {
  const { cursors } = await listFrom(undefined, lister)
  const last = everybody[29]?.id ?? ''
  const cursor = (cursors.find((one) => one.includes('"bulk"')) ?? '').replace(
    /"job":"\w+"/,
    '"job":"7500000000000ZZZAA"',
  )

  const { records } = await listFrom(cursor, lister)

  expect(records.map(({ id }) => id)).toEqual(
    everybody.slice(everybody.findIndex(({ id }) => id === last) + 1).map(({ id }) => id),
  )
})
