import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ListDeps } from '#src/approve-allow-list.ts'
import { answerFields, type FieldsRequest } from '#src/cli/fields-answer.ts'
import { createOutput } from '#src/cli/output.ts'
import type { CrmField } from '#src/connector-port.ts'
import { shippedAllowList } from '#src/privacy/allow-list.ts'
import type { AllowList } from '#src/privacy/allowed-field.ts'
import { objectsIn, sink } from '#test/run-leadwell.ts'

interface Answer {
  readonly code: number
  readonly stdout: string
  readonly stderr: string
  readonly objects: readonly Record<string, unknown>[]
}

export interface Bench {
  readonly folder: string
  /** Lists approved so far. */
  readonly approved: { readonly list: AllowList; readonly by: string }[]
  /** How often everything was asked to be read again. */
  readonly fullReads: () => number
  readonly ask: (request: FieldsRequest, json?: boolean) => Promise<Answer>
  readonly remove: () => Promise<void>
}

/** A portal with this schema, whose store and work are kept in memory. */
export async function createBench(schema: readonly CrmField[]): Promise<Bench> {
  const folder = await mkdtemp(join(tmpdir(), 'leadwell-fields-'))
  const approved: { list: AllowList; by: string }[] = []
  let reads = 0
  const deps = (): ListDeps => ({
    portal: 'hubspot:42',
    current: approved.at(-1)?.list ?? shippedAllowList('hubspot'),
    schema: () => Promise.resolve(schema),
    approve: (list, by) => {
      const next = { ...list, version: approved.length + 1 }
      approved.push({ list: next, by })
      return Promise.resolve(next)
    },
    readAll: () => {
      reads += 1
      return Promise.resolve()
    },
  })
  return {
    folder,
    approved,
    fullReads: () => reads,
    ask: (request, json = false) => collect(deps(), request, json),
    remove: () => rm(folder, { recursive: true }),
  }
}

async function collect(deps: ListDeps, request: FieldsRequest, json: boolean): Promise<Answer> {
  const [stdout, stderr] = [sink(), sink()]
  const output = createOutput({ json, noColor: true }, { stdout, stderr })
  const code = await answerFields(deps, request, output)
  const text = stdout.text()
  return { code, stdout: text, stderr: stderr.text(), objects: json ? objectsIn(text) : [] }
}
