import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough } from 'node:stream'
import type { ListDeps } from '#src/approve-allow-list.ts'
import { answerFields, type FieldsRequest } from '#src/cli/fields-answer.ts'
import { createOutput } from '#src/cli/output.ts'
import type { CrmField } from '#src/connector-port.ts'
import { shippedAllowList } from '#src/privacy/allow-list.ts'
import type { AllowList } from '#src/privacy/allowed-field.ts'

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
  const lines = json ? text.split('\n').filter((line) => line !== '') : []
  const objects = lines.map((line) => JSON.parse(line) as Record<string, unknown>)
  return { code, stdout: text, stderr: stderr.text(), objects }
}

/** A stream that remembers; what a terminal has besides is not used when colours are off. */
function sink(): NodeJS.WriteStream & { text: () => string } {
  const chunks: string[] = []
  const stream = new PassThrough()
  stream.on('data', (chunk: Buffer) => chunks.push(chunk.toString()))
  return Object.assign(stream as unknown as NodeJS.WriteStream, { text: () => chunks.join('') })
}
