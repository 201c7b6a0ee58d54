import { readFile, writeFile } from 'node:fs/promises'
import type { ListDeps } from '#src/approve-allow-list.ts'
import { errorCode, PermanentError } from '#src/errors.ts'
import { diffAllowLists } from '#src/privacy/allow-list-file/diff-allow-lists.ts'
import { parseAllowList } from '#src/privacy/allow-list-file/parse-allow-list.ts'
import { serialiseAllowList } from '#src/privacy/allow-list-file/serialise-allow-list.ts'
import type { AllowList } from '#src/privacy/allowed-field.ts'
import { counted } from '#src/scoring/document/plain-words.ts'
import { assertCrm } from './assert-crm.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import { approveFields } from './fields-approve.ts'
import { judgeSchema, remarksOf, reportFields } from './fields-report.ts'
import { fileUnreadable } from './file-unreadable.ts'
import type { Output } from './output.ts'

export interface FieldsRequest {
  /** Where the list goes with what could be added, as comments. */
  readonly out?: string
  /** Where the list in force goes. */
  readonly export?: string
  /** A list to compare with the one in force. */
  readonly diff?: string
  /** A list to put in force. */
  readonly approve?: string
  /** Who answers for it. */
  readonly by?: string
}

/** One question about a portal's fields, asked and answered. */
export async function answerFields(
  deps: ListDeps,
  request: FieldsRequest,
  output: Output,
): Promise<ExitCode> {
  if (request.approve !== undefined) {
    const list = await readList(request.approve, deps)
    return await approveFields(deps, { list, file: request.approve, by: request.by }, output)
  }
  if (request.diff !== undefined) return showDiff(deps, await readList(request.diff, deps), output)
  if (request.export !== undefined) {
    await write(request.export, serialiseAllowList(deps.current))
    return told(output, deps, `Wrote the list in force to ${request.export}.`, request.export)
  }
  const judged = judgeSchema(await deps.schema(), deps.current)
  if (request.out !== undefined) {
    await write(request.out, serialiseAllowList(deps.current, { remarks: remarksOf(judged) }))
    const next = `Review it, then: leadwell fields ${deps.portal} --approve ${request.out} --by <name>`
    return told(output, deps, `Wrote a proposal to ${request.out}. ${next}`, request.out)
  }
  return reportFields(deps, judged, output)
}

function told(output: Output, { portal, current }: ListDeps, text: string, file: string): 0 {
  output.object({ portal, version: current.version, file })
  output.line(text)
  return EXIT.ok
}

function showDiff({ current }: ListDeps, list: AllowList, output: Output): ExitCode {
  const signs = { added: '+', removed: '-', changed: '~' }
  const changes = diffAllowLists(current, list)
  for (const change of changes) {
    output.object(change)
    output.line(`${signs[change.kind]} ${change.where}: ${change.text}`)
  }
  const count = counted(changes.length, 'change')
  output.line(changes.length === 0 ? 'The file says what is in force.' : count)
  return EXIT.ok
}

async function readList(file: string, deps: ListDeps): Promise<AllowList> {
  const text = await readFile(file, 'utf8').catch((error: unknown) => {
    throw fileUnreadable(file, error)
  })
  const list = parseAllowList(text, file)
  assertCrm(list, deps, file)
  return list
}

async function write(file: string, text: string): Promise<void> {
  await writeFile(file, text).catch((error: unknown) => {
    throw new PermanentError('file-unwritable', `${file} cannot be written: ${errorCode(error)}.`)
  })
}
