import { type ListDeps, putInForce } from '#src/approve-allow-list.ts'
import { PermanentError } from '#src/errors.ts'
import type { AllowList } from '#src/privacy/allowed-field.ts'
import { counted } from '#src/scoring/document/plain-words.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import type { Output } from './output.ts'

export interface Approval {
  readonly list: AllowList
  readonly file: string
  readonly by: string | undefined
}

/** Puts a reviewed list in force, if it fits the portal, and asks for everything to be read by it. */
export async function approveFields(
  deps: ListDeps,
  { list, file, by }: Approval,
  output: Output,
): Promise<ExitCode> {
  const approver = by?.trim() ?? ''
  if (approver === '') throw nobody()
  const { version, changes, absent } = await putInForce(deps, list, { file, by: approver })
  const { portal } = deps
  output.object({ portal, version, changes, absent: absent.length })
  output.line(`Version ${version} is in force: ${counted(changes, 'change')}.`)
  if (absent.length > 0) {
    output.line(`Not in this portal, so nothing is read for it: ${absent.join(', ')}.`)
  }
  output.line('Everything is read again by it; a running "leadwell start" does the work.')
  return EXIT.ok
}

function nobody(): PermanentError {
  return new PermanentError(
    'approver-missing',
    'Somebody has to answer for an allow-list.',
    'Name them: leadwell fields <portal> --approve <file> --by <name>',
  )
}
