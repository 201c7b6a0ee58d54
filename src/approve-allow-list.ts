import type { CrmField } from './connector-port.ts'
import { PermanentError } from './errors.ts'
import type { PortalId } from './ports.ts'
import { shippedAllowList } from './privacy/allow-list.ts'
import { diffAllowLists } from './privacy/allow-list-file/diff-allow-lists.ts'
import { parseAllowList } from './privacy/allow-list-file/parse-allow-list.ts'
import type { AllowList } from './privacy/allowed-field.ts'
import { checkAgainstSchema, type SchemaProblem } from './privacy/check-against-schema.ts'
import type { Runtime } from './runtime.ts'
import { requestSync } from './sync-portal.ts'

export interface SubmittedList {
  /** YAML. */
  readonly text: string
  /** The version it was made from: what somebody else approved meanwhile is not overwritten unseen. */
  readonly replaces: number
}

const FILE = 'allow-list'

/**
 * Checks a list against the portal, puts it in force and asks for everything to be read by it. Throws
 * PermanentError `allow-list-invalid`, `allow-list-unfit` or `allow-list-outdated`.
 */
export async function approveAllowList(
  runtime: Runtime,
  portal: PortalId,
  { text, replaces, by }: SubmittedList & { readonly by: string },
): Promise<ListInForce> {
  const list = parseAllowList(text, FILE)
  const current = await runtime.allowListFor(portal)
  if (list.crm !== current.crm) throw otherCrm(list.crm, current.crm)
  if (current.version !== replaces) throw outdated(current.version)
  return await putInForce(listDepsOf(runtime, portal, current), list, { file: 'The list', by })
}

/** What putting a list in force takes. */
export interface ListDeps {
  readonly portal: PortalId
  /** The list in force. */
  readonly current: AllowList
  readonly schema: () => Promise<readonly CrmField[]>
  /** Keeps a list as the next version. */
  readonly approve: (list: Omit<AllowList, 'version'>, by: string) => Promise<AllowList>
  /** Asks for everything to be read again, by the list then in force. */
  readonly readAll: () => Promise<void>
}

export function listDepsOf(runtime: Runtime, portal: PortalId, current: AllowList): ListDeps {
  return {
    portal,
    current,
    schema: async () => await (await runtime.connectorFor(portal, 'event')).schema(),
    approve: (list, by) => runtime.store.allowLists.approve(portal, list, by),
    readAll: async () => {
      runtime.forgetConnectors(portal)
      await requestSync(runtime, portal, true)
    },
  }
}

export interface ListInForce {
  readonly version: number
  readonly changes: number
  /** Fields it names that the portal does not have. */
  readonly absent: readonly string[]
}

/** Throws PermanentError `allow-list-unfit` for a list that does not fit the portal's schema. */
export async function putInForce(
  { current, schema, approve, readAll }: ListDeps,
  list: AllowList,
  { file, by }: { readonly file: string; readonly by: string },
): Promise<ListInForce> {
  const fields = await schema()
  const shipped = shippedAllowList(list.crm)
  const checked = checkAgainstSchema(list, fields, shipped)
  if (checked.problems.length > 0) throw unfit(file, checked.problems)
  // That every field there is becomes required is no change of the owner's.
  const before = checkAgainstSchema(current, fields, shipped).list
  const { version: _written, ...next } = checked.list
  const { version } = await approve(next, by)
  await readAll()
  const changes = diffAllowLists(before, checked.list).length
  return { version, changes, absent: checked.absent.map(({ field }) => field) }
}

function otherCrm(given: string, due: string): PermanentError {
  return new PermanentError(
    'allow-list-invalid',
    `The list is for ${given} and the portal is in ${due}.`,
    'Start from the list of this portal.',
  )
}

function outdated(version: number): PermanentError {
  return new PermanentError(
    'allow-list-outdated',
    `Version ${version} is in force, which is not the one this list was made from.`,
    'Take what is in force now, make the changes again and submit that.',
  )
}

function unfit(file: string, problems: readonly SchemaProblem[]): PermanentError {
  const told = problems.map(({ source, field, what }) => `${source} ${field} ${what}`)
  return new PermanentError(
    'allow-list-unfit',
    `${file} does not fit the portal, so nothing was changed:\n${told.join('\n')}`,
    'Correct these fields and submit it again.',
  )
}
