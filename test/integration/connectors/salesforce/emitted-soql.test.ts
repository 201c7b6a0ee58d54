import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTokens } from '#connectors/salesforce/auth/tokens.ts'
import { readChanges } from '#connectors/salesforce/changes/changes.ts'
import { createQuerier, TOOLING_API } from '#connectors/salesforce/querying/query.ts'
import { createBulkQueries } from '#connectors/salesforce/reading/bulk-query.ts'
import { createLister } from '#connectors/salesforce/reading/list.ts'
import { sourceNotices } from '#connectors/salesforce/reading/notices.ts'
import { createReach } from '#connectors/salesforce/reading/reach.ts'
import { readRecords } from '#connectors/salesforce/reading/read.ts'
import { createSchemaReader, type OrgSchema } from '#connectors/salesforce/schema/schema.ts'
import { RECORD_OBJECTS } from '#connectors/salesforce/schema/sobjects.ts'
import {
  createTransport,
  type SalesforceTransport,
} from '#connectors/salesforce/transport/transport.ts'
import type { RecordRef } from '#src/ports.ts'
import { strangersIn } from '#test/unit/connectors/salesforce/soql-names.ts'
import { startOrg, type TestOrg } from './org.ts'

interface Recorded {
  readonly soql: string
  /** Bytes of the address, where it is one. */
  readonly uri: number
}

let org: TestOrg
let recorded: Recorded[]
let schema: OrgSchema

beforeAll(async () => {
  org = await startOrg(120)
  await org.connector.provision({ dryRun: false })
  recorded = await driveEverything()
})
afterAll(() => org.close())

test('every query that leaves parses and names only what the list and the system allow', () => {
  const strangers = recorded.flatMap(({ soql }) => strangersIn(soql, org.deps.allowList.fields))

  expect(recorded.length).toBeGreaterThan(40)
  expect([...new Set(strangers)]).toEqual([])
})

test('no address is longer than Salesforce takes', () => {
  expect(Math.max(...recorded.map(({ uri }) => uri))).toBeLessThan(16_384 - 2_048)
})

/** Everything that reads, with every source there is and a bulk job. */
async function driveEverything(): Promise<Recorded[]> {
  const seen: Recorded[] = []
  const plain = createTransport({ ...org.deps, tokens: createTokens(org.deps) })
  const transport = recording(plain, seen)
  const querier = createQuerier(transport)
  const reach = createReach(org.deps)
  const deps = { ...org.deps, querier, reach, bulk: createBulkQueries(transport) }
  schema = await createSchemaReader({
    ...org.deps,
    transport: plain,
    tooling: createQuerier(plain, TOOLING_API),
  }).get()
  const lister = createLister({ ...deps, sizes: { rows: 20, bulkFrom: 30 } })
  const refs: RecordRef[] = []
  for (const object of RECORD_OBJECTS) {
    let cursor: string | undefined
    do {
      const page = await lister.page(schema, object, cursor)
      refs.push(...page.records.map(({ id }) => ({ object, id })))
      cursor = page.next
    } while (cursor !== undefined)
  }
  await readRecords(deps, schema, refs.slice(-100))
  const first = await readChanges(deps, schema, undefined, org.now - 30 * 86_400_000)
  await readChanges(deps, schema, JSON.parse(JSON.stringify(first.cursor)), org.now)
  await sourceNotices(deps, schema)
  return seen
}

function recording(transport: SalesforceTransport, seen: Recorded[]): SalesforceTransport {
  const note = (url: string): void => {
    const soql = new URL(url, 'http://org').searchParams.get('q')
    if (soql !== null) seen.push({ soql, uri: Buffer.byteLength(url) })
  }
  return {
    ...transport,
    request: (call, read) => {
      note(call.path)
      const body = JSON.parse(JSON.stringify(call.body ?? {})) as {
        compositeRequest?: { url: string }[]
        query?: string
      }
      for (const { url } of body.compositeRequest ?? []) note(url)
      if (body.query !== undefined) seen.push({ soql: body.query, uri: 0 })
      return transport.request(call, read)
    },
  }
}
