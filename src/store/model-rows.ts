import { createHash } from 'node:crypto'
import type { Selectable } from 'kysely'
import { PermanentError } from '../errors.ts'
import { actorOf } from '../ledger/actor-of.ts'
import { canonicalJson } from '../ledger/canonical-json.ts'
import type { LedgerInput } from '../ledger/ledger-entry.ts'
import type { PortalId } from '../ports.ts'
import type { ModelSet } from './model-repositories.ts'
import type { Tables } from './tables.ts'

export type ModelRow = Selectable<Tables['model_sets']>

export function toModelSet(row: ModelRow): ModelSet {
  return {
    portal: row.portal,
    version: row.version,
    parent: row.parent,
    status: row.status,
    texts: row.texts,
    note: row.note,
    createdBy: row.created_by,
    createdAt: row.created_at,
    approvedBy: row.approved_by ?? undefined,
    publishedAt: row.published_at ?? undefined,
  }
}

/** What the ledger says of a change to a set. */
export function modelEntry(
  action: string,
  by: string,
  { version, parent, texts }: Pick<ModelSet, 'version' | 'parent' | 'texts'>,
  more: Readonly<Record<string, number | boolean>> = {},
): LedgerInput {
  const digest = createHash('sha256').update(canonicalJson(texts)).digest('base64url')
  const detail = { version, parent, content: `sha256:${digest}`, ...more }
  return { kind: 'admin', actor: actorOf(by), action, detail }
}

export function unknownVersion(portal: PortalId, version: number): PermanentError {
  return new PermanentError(
    'model-version-unknown',
    `${portal} has no version ${version} of its models.`,
    `List them with: leadwell model versions ${portal}`,
  )
}

export function notDraft({ version, status }: ModelSet): PermanentError {
  return new PermanentError(
    'model-not-draft',
    `Version ${version} is ${status}, so it can be approved no more.`,
    'Draft another one with: leadwell model draft',
  )
}

export function byItsAuthor({ portal, version }: ModelSet): PermanentError {
  return new PermanentError(
    'approval-by-author',
    `Version ${version} is to be approved by somebody else than who drafted it.`,
    `Let a second person run: leadwell model approve ${portal} ${version} --by <name>. Where one person is all there is, set selfApproval in the portal's allow-list.`,
  )
}

export function notApproved({ portal, version, status }: ModelSet): PermanentError {
  return new PermanentError(
    'model-not-approved',
    `Version ${version} is ${status}; only an approved version can be published.`,
    status === 'draft'
      ? `First: leadwell model approve ${portal} ${version} --by <name>`
      : 'Draft another one with: leadwell model draft',
  )
}

export function outdated({ portal, version, parent }: ModelSet, inForce: number): PermanentError {
  return new PermanentError(
    'model-outdated',
    `Version ${version} was drafted while ${parent} was in force; now ${inForce} is.`,
    `Draft it again on what is in force: leadwell model draft ${portal} --from ${version} --note <why>`,
  )
}

export function onceInForce({ version, status }: ModelSet): PermanentError {
  return new PermanentError(
    'model-in-force',
    `Version ${version} is ${status}: what is or was in force stays on record.`,
    'To go back to the version before: leadwell model rollback',
  )
}

export function nothingToRollBack(portal: PortalId): PermanentError {
  return new PermanentError(
    'nothing-to-roll-back',
    `The models that ship are in force in ${portal}; there is none before them.`,
  )
}
