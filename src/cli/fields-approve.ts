import { PermanentError } from '#src/errors.ts'
import { shippedAllowList } from '#src/privacy/allow-list.ts'
import { diffAllowLists } from '#src/privacy/allow-list-file/diff-allow-lists.ts'
import type { AllowList } from '#src/privacy/allowed-field.ts'
import { checkAgainstSchema, type SchemaProblem } from '#src/privacy/check-against-schema.ts'
import { counted } from '#src/scoring/document/plain-words.ts'
import { EXIT, type ExitCode } from './exit-codes.ts'
import type { FieldsDeps } from './fields-deps.ts'
import type { Output } from './output.ts'

export interface Approval {
  readonly list: AllowList
  readonly file: string
  readonly by: string | undefined
}

/** Puts a reviewed list in force, if it fits the portal, and asks for everything to be read by it. */
export async function approveFields(
  deps: FieldsDeps,
  { list, file, by }: Approval,
  output: Output,
): Promise<ExitCode> {
  const approver = by?.trim() ?? ''
  if (approver === '') throw nobody()
  const shipped = shippedAllowList(list.crm)
  const schema = await deps.schema()
  const checked = checkAgainstSchema(list, schema, shipped)
  if (checked.problems.length > 0) throw unfit(file, checked.problems)
  // That every field there is becomes required is no change of the owner's.
  const before = checkAgainstSchema(deps.current, schema, shipped).list
  const changes = diffAllowLists(before, checked.list).length
  const { version: _written, ...next } = checked.list
  const approved = await deps.approve(next, approver)
  await deps.readAll()
  const { portal } = deps
  output.object({ portal, version: approved.version, changes, absent: checked.absent.length })
  output.line(`Version ${approved.version} is in force: ${counted(changes, 'change')}.`)
  if (checked.absent.length > 0) {
    const names = checked.absent.map(({ field }) => field).join(', ')
    output.line(`Not in this portal, so nothing is read for it: ${names}.`)
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

function unfit(file: string, problems: readonly SchemaProblem[]): PermanentError {
  const told = problems.map(({ source, field, what }) => `${source} ${field} ${what}`)
  return new PermanentError(
    'allow-list-unfit',
    `${file} does not fit the portal, so nothing was changed:\n${told.join('\n')}`,
  )
}
