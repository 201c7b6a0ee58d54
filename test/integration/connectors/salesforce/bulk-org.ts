import type { BulkIntent, Connector, WriteResult } from '#src/connector-port.ts'
import type { RecordRef } from '#src/ports.ts'
import { startOrg, type TestOrg, VALUES } from './org.ts'
import { callApi, refsIn } from './rest-calls.ts'

const PEOPLE = 3_000

/** An org with people enough for bulk jobs, and what a connector kept of the job in hand. */
export interface BulkOrg extends TestOrg {
  readonly everybody: readonly RecordRef[]
  readonly saved: unknown[]
  /** Values of their own each time, so that what is read back was written by this very test. */
  some(count: number, from?: number): BulkIntent[]
  write(
    intents: readonly BulkIntent[],
    resume?: unknown,
    connector?: Connector,
  ): Promise<readonly WriteResult[]>
  reasonsOf(intents: readonly BulkIntent[]): Promise<readonly unknown[]>
  jobs(): Promise<readonly { id: string; state: string }[]>
  /** As before any test. */
  reset(): void
}

export async function startBulkOrg(): Promise<BulkOrg> {
  const org = await startOrg(PEOPLE)
  await org.connector.provision({ dryRun: false })
  const everybody = await refsIn(org, 'lead')
  const saved: unknown[] = []
  let round = 0
  return {
    ...org,
    everybody,
    saved,
    some: (count, from = 0) => {
      round += 1
      const values = { ...VALUES, hold: null, topReason: `Round ${round}, "quoted"` }
      return everybody.slice(from, from + count).map((ref) => ({ ref, values, first: false }))
    },
    write: async (intents, resume, connector = org.connector) => {
      const progress = {
        resume: resume === undefined ? undefined : JSON.parse(JSON.stringify(resume)),
        save: async (state: unknown) => void saved.push(structuredClone(state)),
      }
      return (await connector.bulkWrites?.write(intents, progress)) ?? []
    },
    reasonsOf: async (intents) =>
      await Promise.all(
        intents.map(async ({ ref }) => {
          const fields = 'Leadwell_Top_Reason__c,Leadwell_Hold__c'
          const row = await callApi(org, 'GET', `/sobjects/Lead/${ref.id}?fields=${fields}`)
          return (row as Record<string, unknown>)['Leadwell_Top_Reason__c']
        }),
      ),
    jobs: async () => {
      const answer = await callApi(org, 'GET', '/jobs/ingest')
      return (answer as { records: { id: string; state: string }[] }).records
    },
    reset: () => {
      saved.length = 0
      org.sandbox.bulkJobs.setLooks(2)
    },
  }
}

export function outcomesOf(results: readonly WriteResult[]): Record<string, number> {
  const counts: Record<string, number> = {}
  for (const { outcome } of results) counts[outcome] = (counts[outcome] ?? 0) + 1
  return counts
}

export function reasonIn([first]: readonly BulkIntent[]): unknown {
  return first !== undefined && 'topReason' in first.values ? first.values.topReason : undefined
}
