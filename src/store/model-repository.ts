import { sql } from 'kysely'
import type { PortalId } from '../ports.ts'
import { appendEntries } from './ledger-repository.ts'
import { createModelReads, inForce, requireSet } from './model-reads.ts'
import type { ModelRepository, ModelSet } from './model-repositories.ts'
import {
  byItsAuthor,
  type ModelRow,
  modelEntry,
  notApproved,
  notDraft,
  nothingToRollBack,
  onceInForce,
  outdated,
  toModelSet,
  unknownVersion,
} from './model-rows.ts'
import { aloneIn, type StoreContext, type UnitContext } from './unit-of-work.ts'

type NewSet = Parameters<ModelRepository['draft']>[1]

export function createModelRepository(context: StoreContext): ModelRepository {
  return {
    ...createModelReads(context),
    draft: (portal, draft) =>
      aloneIn(context, { portal, doing: 'models' }, async (unit) => {
        const made = await insert(unit, portal, draft)
        await note(unit, made, 'model-drafted', draft.by)
        return made
      }),
    approve: (portal, version, { by, selfApproval }) =>
      aloneIn(context, { portal, doing: 'models' }, async (unit) => {
        const draft = await requireSet(unit, portal, version)
        if (draft.status !== 'draft') throw notDraft(draft)
        const own = isSame(by, draft.createdBy)
        if (own && !selfApproval) throw byItsAuthor(draft)
        const approved = await change(unit, draft, { status: 'approved', approved_by: by })
        await note(unit, approved, 'model-approved', by, { selfApproved: own })
        return approved
      }),
    publish: (portal, version, by) =>
      aloneIn(context, { portal, doing: 'models' }, async (unit) => {
        const approved = await requireSet(unit, portal, version)
        if (approved.status !== 'approved') throw notApproved(approved)
        const before = await inForce(unit, portal)
        if ((before?.version ?? 0) !== approved.parent) {
          throw outdated(approved, before?.version ?? 0)
        }
        return await putInForce(unit, approved, { before, action: 'model-published', by })
      }),
    rollBack: (portal, rollback) =>
      aloneIn(context, { portal, doing: 'models' }, (unit) => rollBack(unit, portal, rollback)),
    discard: (portal, version, by) =>
      aloneIn(context, { portal, doing: 'models' }, async (unit) => {
        const set = await requireSet(unit, portal, version)
        if (set.status === 'published' || set.status === 'retired') throw onceInForce(set)
        const discarded = await change(unit, set, { status: 'discarded' })
        await note(unit, discarded, 'model-discarded', by)
        return discarded
      }),
  }
}

async function insert(
  { db, now }: UnitContext,
  portal: PortalId,
  { texts, note: why, parent, by }: NewSet,
): Promise<ModelSet> {
  const { rows } = await sql<ModelRow>`
    insert into model_sets (portal, version, parent, status, texts, note, created_by, created_at)
    select ${portal}, coalesce(max(version), 0) + 1, ${parent}::integer, 'draft',
      ${JSON.stringify(texts)}::jsonb, ${why}, ${by}, ${now()}::bigint
    from model_sets where portal = ${portal} returning *`.execute(db)
  const [row] = rows
  if (row === undefined) throw unknownVersion(portal, 1)
  return toModelSet(row)
}

async function change(
  { db }: UnitContext,
  { portal, version }: ModelSet,
  values: Partial<Pick<ModelRow, 'status' | 'approved_by' | 'published_at'>>,
): Promise<ModelSet> {
  const row = await db
    .updateTable('model_sets')
    .set(values)
    .where('portal', '=', portal)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst()
  if (row === undefined) throw unknownVersion(portal, version)
  return toModelSet(row)
}

async function putInForce(
  unit: UnitContext,
  next: ModelSet,
  { before, action, by }: { before: ModelSet | undefined; action: string; by: string },
): Promise<ModelSet> {
  if (before !== undefined) await change(unit, before, { status: 'retired' })
  const made = await change(unit, next, { status: 'published', published_at: unit.now() })
  await note(unit, made, action, by)
  return made
}

/** The new set stands for the one it copies, so that rolling back again goes one further back. */
async function rollBack(
  unit: UnitContext,
  portal: PortalId,
  { by, note: why }: { by: string; note: string },
): Promise<ModelSet> {
  const before = await inForce(unit, portal)
  if (before === undefined) throw nothingToRollBack(portal)
  const goal = before.parent === 0 ? undefined : await requireSet(unit, portal, before.parent)
  const copy = { texts: goal?.texts ?? {}, note: why, parent: goal?.parent ?? 0, by }
  const made = await insert(unit, portal, copy)
  const approved = await change(unit, made, { status: 'approved', approved_by: by })
  return await putInForce(unit, approved, { before, action: 'model-rolled-back', by })
}

async function note(
  unit: UnitContext,
  set: ModelSet,
  action: string,
  by: string,
  more?: Readonly<Record<string, boolean>>,
): Promise<void> {
  await appendEntries(unit, set.portal, [modelEntry(action, by, set, more)])
}

function isSame(a: string, b: string): boolean {
  return a.trim().toLowerCase() === b.trim().toLowerCase()
}
